const SCENES = `import { SceneRenderer } from './generate.ts';
const renderer = new SceneRenderer();
export const scenes = () => renderer;`;

/** For Vite: scenes are rendered where they are asked for. A page of another origin, or a file, may start no worker of ours. */
export const ownThread = {
  name: 'own-thread',
  enforce: 'pre',
  load: (id) => (id.endsWith('/lib/scenes/client.ts') ? SCENES : undefined),
};
