// The scenes' worker: pictures are made in here, away from the page.
import * as Comlink from 'comlink';
import type { Edits } from './edits.ts';
import { type EditedScene, SceneRenderer } from './generate.ts';
import type { Guest, Seat } from './guest.ts';
import type { SceneParameters } from './parameters.ts';

const renderer = new SceneRenderer();

const api = {
  /** The pixels are handed over, not copied. */
  render(parameters: Partial<SceneParameters>, edits: Edits, guest?: Guest): EditedScene {
    const scene = renderer.render(parameters, edits, guest);
    return Comlink.transfer(scene, [scene.pixels.buffer]);
  },
  seat(parameters: Partial<SceneParameters>, guest: Guest): Seat | null {
    return renderer.seat(parameters, guest);
  },
};

export type ScenesApi = typeof api;

Comlink.expose(api);
