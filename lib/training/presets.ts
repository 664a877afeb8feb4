// Settings that show something, each measured over ten seeds by `npm run small`; what they show stands in its result file.

import type { Way } from '../stack/ways.ts';
import type { DatasetSettings } from './dataset.ts';
import { fairStages, type NetworkPlan, type Price, pair } from './plan.ts';
import { type TaskName, tasks } from './tasks/index.ts';

/** A network of space-to-depth and its rival of the same price. */
export interface Preset {
  name: string;
  dataset: DatasetSettings;
  /** Of the network with space-to-depth. */
  width: number;
  rival: Way;
  fair: keyof Price;
  steps: number;
  rate: number;
}

function preset(
  name: string,
  task: TaskName,
  rival: Way,
  more: Partial<DatasetSettings> = {},
): Preset {
  const { sizes, noise } = tasks[task];
  const dataset = { task, side: 16, size: sizes[2], noise, examples: 1000, ...more };
  return { name, dataset, width: 8, rival, fair: 'macs', steps: 600, rate: 0.003 };
}

export const PRESETS: readonly Preset[] = [
  preset('digits', 'digit', 'strided'),
  preset('present', 'present', 'strided'),
  preset('vehicle', 'vehicle', 'strided'),
  preset('dot', 'dot', 'max'),
  preset('checkerboard', 'checkerboard', 'max'),
];

/** Seeds of a preset's runs. */
export const SEEDS = 10;

/** The two networks of a preset: with space-to-depth, and its fair rival. */
export function contendersOf({ dataset, width, rival, fair }: Preset): [NetworkPlan, NetworkPlan] {
  const { classes } = tasks[dataset.task];
  const spd: NetworkPlan = { stages: pair('spd', width), side: dataset.side, classes };
  const other: NetworkPlan = { ...spd, stages: pair(rival, width) };
  return [spd, { ...other, stages: fairStages(other, spd, fair) }];
}
