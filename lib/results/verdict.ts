import { critical } from './student.ts';
import { statistic } from './summarise.ts';

/** What runs of two networks say about their difference in accuracy, in points of a hundred. */
export interface Verdict {
  runs: number;
  /** Mean of first minus second. */
  difference: number;
  /** Half the 95 per cent interval around it. */
  margin: number;
  /** Which one is surely ahead; `level` where the interval holds nought. */
  ahead: 'first' | 'second' | 'level';
}

function judged(runs: number, difference: number, margin: number): Verdict {
  const sure = Math.abs(difference) > margin;
  return { runs, difference, margin, ahead: !sure ? 'level' : difference > 0 ? 'first' : 'second' };
}

/**
 * From several seeds, run by run: both networks of a seed have learnt from the same batches, so that it is their
 * differences which spread (Student's t of pairs). Undefined where there are fewer than two runs.
 *
 * @param accuracies of each run, [first, second], shares
 */
export function overSeeds(
  accuracies: readonly (readonly [first: number, second: number])[],
): Verdict | undefined {
  if (accuracies.length < 2) return undefined;
  const { n, mean, spread } = statistic(accuracies.map(([a, b]) => 100 * (a - b)));
  return judged(n, mean, (critical(n - 1) * spread!) / Math.sqrt(n));
}

/**
 * From one run: only the pictures that one gets right and the other wrong tell the two apart (McNemar). It says nothing of
 * other seeds.
 *
 * @param onlyFirst pictures that only the first one gets right, of `pictures`
 */
export function overPictures(onlyFirst: number, onlySecond: number, pictures: number): Verdict {
  const margin = (196 * Math.sqrt(onlyFirst + onlySecond)) / pictures;
  return judged(1, (100 * (onlyFirst - onlySecond)) / pictures, margin);
}
