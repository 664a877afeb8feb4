// Networks for tests of what becomes of trained weights.
import { normal, random } from '#lib/random/index.ts';
import type { Stack, Way } from '#lib/stack/index.ts';
import type { Inside } from '#lib/training/index.ts';
import { priceOf } from '#lib/training/plan.ts';

export const WIDTH = 4;
/** So many halvings of a way. */
export const stackOf = (way: Way, times = 2): Stack => Array(times).fill({ way, width: WIDTH });

/** A network of these halvings with numbers of its own. */
export function inside(stages: Stack, weight: () => number): Inside {
  const plan = { stages, side: 16, classes: 2 };
  const numbers = Float32Array.from({ length: priceOf(plan).parameters }, weight);
  return { plan, numbers, footprint: { map: new Float32Array(256), phases: [], unevenness: 1 } };
}

/** Weights drawn at random. */
export const drawn = (seed = 7) => {
  const next = random(seed);
  return () => normal(next);
};
