// The scenes' worker: pictures are made in here, away from the page.
import * as Comlink from 'comlink';
import type { Edits } from './edits.ts';
import { type EditedScene, SceneRenderer } from './generate.ts';
import type { SceneParameters } from './parameters.ts';

const renderer = new SceneRenderer();

const api = {
  /** The pixels are handed over, not copied. */
  render(parameters: Partial<SceneParameters>, edits: Edits): EditedScene {
    const scene = renderer.render(parameters, edits);
    return Comlink.transfer(scene, [scene.pixels.buffer]);
  },
};

export type ScenesApi = typeof api;

Comlink.expose(api);
