// The page under test: the generator, within reach of the tests.
import { generateScene, type SceneParameters, sceneHash } from '#lib/scenes/index.ts';

declare global {
  interface Window {
    hashOf(parameters: Partial<SceneParameters>): string;
  }
}

window.hashOf = (parameters) => sceneHash(generateScene(parameters));
