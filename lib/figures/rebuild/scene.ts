import type { FeatureMap } from '../../spd/index.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { Params } from './parameters.ts';
import type { RebuildWords } from './words.ts';

/** What is drawn at one moment. */
export interface Scene {
  said: RebuildWords['drawing'];
  large: RebuildWords['large'];
  params: Params;
  model: Model;
  picture: FeatureMap;
  at: { spd: number; conv: number; rebuild: number; error: number };
  where: Layout;
  narrow: boolean;
}
