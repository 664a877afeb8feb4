import type { Constant } from './program.ts';

/** Binomial weights of one row (3: 1 2 1), which sum to 1. */
export function binomialRow(kernel: number): number[] {
  let row = [1];
  while (row.length < kernel) row = [...row, 0].map((value, i) => value + (row[i - 1] ?? 0));
  const sum = 2 ** (kernel - 1);
  return row.map((value) => value / sum);
}

/** The outer product of the row with itself, once for each channel: [kernel, kernel, channels, 1]. */
export function binomialFilter(kernel: number, channels: number): Constant {
  const row = binomialRow(kernel);
  const taps = row.flatMap((a) => row.map((b) => a * b));
  const data = Float32Array.from(
    { length: taps.length * channels },
    (_, i) => taps[Math.floor(i / channels)],
  );
  return { shape: [kernel, kernel, channels, 1], data };
}
