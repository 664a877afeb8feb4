import shipped, { type ShippedWeights } from 'virtual:shipped-weights';
import type { weights as words } from '#content/words/en/weights.ts';

/** What the shipped weights were trained on. */
export type Training = keyof typeof words.trainings;

/** Weights that the site ships, and this page offers. */
export interface Trained extends ShippedWeights {
  training: Training;
}

/** The plan whose detectors are the lab's, and stand there. */
const LAB = 'pico';

/** What the weights of a folder were trained on; the folder of all weights holds those of the scenes. */
const TRAININGS: ReadonlyMap<string, Training> = new Map([
  ['', 'scenes'],
  ['kit-ais', 'aerial'],
  ['bccd', 'cells'],
  ['cifar10', 'objects'],
  ['cifar10-resnet50', 'objects'],
]);

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** All that this page offers: whatever lies in the folder of the weights, but the lab's. */
export const TRAINED: readonly Trained[] = shipped
  .filter(({ path }) => folderOf(path) !== LAB)
  .map((weights) => ({ ...weights, training: TRAININGS.get(folderOf(weights.path)) ?? 'other' }));

export function trained(path: string): Trained | undefined {
  return TRAINED.find((one) => one.path === path);
}
