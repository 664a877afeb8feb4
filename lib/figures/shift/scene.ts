import type { FeatureMap } from '../../spd/index.ts';
import type { Layout } from './layout.ts';
import type { Model, Params } from './model.ts';
import type { ShiftWords } from './words.ts';

/** A moment of the figure. */
export interface Scene {
  dictionary: ShiftWords;
  params: Params;
  model: Model;
  shift: number;
  picture: FeatureMap;
  where: Layout;
  /** Top of every curve's scale, grey levels. */
  most: number;
}
