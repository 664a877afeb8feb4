// Means and differences of our own rows, for the tests that hold what chapters say about them.
import { differencesOf, experiment, statisticOf } from '#components/kit/measured.ts';

export const mean = (name: string, variant: string, measure: string, conditions = {}) =>
  statisticOf(name, variant, measure, conditions).mean;

/** A difference in points, and whether its 95 per cent interval leaves zero out. */
export const gap = (
  name: string,
  variant: string,
  against: string,
  measure: string,
  conditions = {},
) => {
  const [{ difference, margin }] = differencesOf(experiment(name), variant, against, conditions);
  const points = difference[measure];
  return { points, sure: Math.abs(points) > margin[measure]! };
};
