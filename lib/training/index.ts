// Small networks that differ only in how they halve, trained side by side. What a page needs; the worker has the rest.
export type { Apart } from '../stack/apart.ts';
export { TrainingClient } from './client.ts';
export {
  BATCH,
  type Crops,
  type DatasetSettings,
  greyLevel,
  UNSEEN,
} from './dataset.ts';
export type { Footprint } from './footprint.ts';
export {
  fairStages,
  layersOf,
  learnable,
  type NetworkPlan,
  type Price,
  pair,
  pairOf,
  priceOf,
  SIDES,
  sideFor,
  WIDEST,
} from './plan.ts';
export { SEEDS } from './presets.ts';
export type { Inside, Put, Stretch } from './session.ts';
export { TASKS, type TaskName, tasks } from './tasks/index.ts';
export type { Kept, Point, Score } from './trainer.ts';
export { networkFile, readNetworkFile } from './weights-file.ts';
