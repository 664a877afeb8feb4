import type { weights as words } from '#content/words/en/weights.ts';

/** What the shipped weights were trained on. */
export type Training = keyof typeof words.trainings;

/** Weights that the site ships. */
export interface Trained {
  /** In the folder of the weights, without the ending. */
  path: string;
  architecture: string;
  /** Side of the pictures that it was trained on, pixels. */
  size: number;
  training: Training;
}

const pair = ['yolov5p', 'yolov5p-spd'];
const residual = (depth: number) =>
  ['', '-spd', '-equal-maps', '-imagenet'].map((wiring) => `resnet${depth}${wiring}`);

/** Weights of each training; the file of a plan with splits has the split in its name. */
const of = (
  training: Training,
  size: number,
  architectures: string[],
  [folder, split]: [folder?: string, split?: string] = [],
): Trained[] =>
  architectures.map((architecture) => {
    const name = split ? `${architecture}-${split}` : architecture;
    return { path: folder ? `${folder}/${name}` : name, architecture, size, training };
  });

/** All that this page offers. The nine detectors of one plan are the lab's. */
export const TRAINED: readonly Trained[] = [
  ...of('scenes', 128, pair),
  ...of('aerial', 128, pair, ['kit-ais', 'mos155-to-mos74']),
  ...of('cells', 160, pair, ['bccd', 'bccd']),
  ...of('objects', 32, residual(18), ['cifar10']),
  ...of('objects', 32, residual(50), ['cifar10-resnet50']),
];

export function trained(path: string): Trained | undefined {
  return TRAINED.find((one) => one.path === path);
}
