import { chance, type Random, range } from '../random/index.ts';
import { DEFAULTS, type SceneParameters } from './parameters.ts';

/**
 * Parameters drawn around the defaults, for training detectors that hold over the lab's sliders. Half of the scenes
 * have the default camera and sizes, so that the defaults are what is learnt best.
 */
export function variedParameters(seed: number, next: Random): SceneParameters {
  const varied = { ...DEFAULTS, seed };
  if (chance(next, 0.5)) return varied;
  const sizes = next();
  // Small only, large only, or the whole range.
  if (sizes < 0.3) {
    varied.sizeMin = range(next, 3, 7);
    varied.sizeMax = range(next, varied.sizeMin + 1, 14);
  } else if (sizes < 0.55) {
    varied.sizeMin = range(next, 6, 12);
    varied.sizeMax = range(next, varied.sizeMin + 3, 24);
  } else {
    varied.sizeMin = range(next, 3, 6);
    varied.sizeMax = range(next, 16, 24);
  }
  varied.count = Math.floor(range(next, 4, 41));
  varied.contrast = range(next, 0.35, 1);
  varied.blur = range(next, 0, 1.3);
  varied.noise = range(next, 0, 14);
  return varied;
}
