// Who takes what for what, and how often that is right.

/** The most probable class. */
export const best = (probabilities: readonly number[]): number =>
  probabilities.indexOf(Math.max(...probabilities));

/** How often class i was taken for class j: [i][j]. */
export function confusion(
  labels: ArrayLike<number>,
  answers: ArrayLike<number>,
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  Array.from(labels).forEach((label, i) => {
    counts[label][answers[i]]++;
  });
  return counts;
}

/** The pictures that `one` gets right and `other` wrong. */
export function onlyRight(
  labels: ArrayLike<number>,
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): number[] {
  return Array.from(labels, (_, i) => i).filter(
    (i) => one[i] === labels[i] && other[i] !== labels[i],
  );
}

/** A share and where it would lie, 95 times in 100, were other pictures of the same kind drawn. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

/** Two standard deviations of a normal distribution, 95 per cent of it between them. */
const Z = 1.96;

/** The share of right answers with Wilson's interval, which stays within 0 and 1 for any count. */
export function rightShare(labels: ArrayLike<number>, answers: ArrayLike<number>): Share {
  const n = labels.length;
  const share = Array.from(labels).filter((label, i) => answers[i] === label).length / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z / (2 * n)) ** 2);
  const [middle, whole] = [share + Z ** 2 / (2 * n), 1 + Z ** 2 / n];
  return {
    share,
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}

/** The places of `count` pictures spread evenly over `length`, as training/ chooses them. */
export function spread(length: number, count: number): number[] {
  if (count >= length) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));
}
