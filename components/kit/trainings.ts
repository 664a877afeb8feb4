import shipped, { type ShippedWeights } from 'virtual:shipped-weights';
import type { trainings } from '#content/words/en/trainings.ts';

/** The folder of the plan whose weights the lab compares: all ways to halve a map, trained alike. */
export const PLAN = 'pico/';

/** What weights were trained on. */
export type Training = keyof typeof trainings;

/** What the weights of a folder were trained on; the folder of all weights holds those of the scenes. */
const FOLDERS: ReadonlyMap<string, Training> = new Map([
  ['', 'scenes'],
  [PLAN.slice(0, -1), 'scenes'],
  ['kit-ais', 'aerial'],
  ['bccd', 'cells'],
  ['cifar10', 'objects'],
  ['cifar10-resnet50', 'objects'],
]);

/** Weights that the site ships, and what they were trained on. */
export interface Trained extends ShippedWeights {
  training: Training;
}

/** All of them, by their path in the folder of the weights, without the ending. */
export const TRAINED: ReadonlyMap<string, Trained> = new Map(
  shipped.map((weights) => {
    const { path } = weights;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return [path, { ...weights, training: FOLDERS.get(folder) ?? 'other' }];
  }),
);
