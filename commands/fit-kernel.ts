// npm run fit-kernel: nine weights of a 3x3 convolution with stride 2, fitted on generated scenes.
import { generateScene } from '#lib/scenes/index.ts';
import { report } from './report.ts';

/** Scenes that no test and no detector's training uses. */
const SEEDS = Array.from({ length: 24 }, (_, i) => 900_000_000 + i);
const TAPS = 9;

/**
 * The kernel whose half-size picture, made large again by halves (weights 1/2 1 1/2 along both axes), is closest to the
 * original in the least-squares sense. The normal equations of its nine weights, over the pixels of all scenes.
 */
export function fitKernel(seeds: readonly number[] = SEEDS): number[] {
  const normal = Array.from({ length: TAPS }, () => new Float64Array(TAPS + 1));
  for (const seed of seeds) addScene(normal, seed);
  return solve(normal);
}

function addScene(normal: Float64Array[], seed: number): void {
  const { width, height, pixels } = generateScene({ seed });
  for (let c = 0; c < 3; c++) {
    const at = (y: number, x: number) => pixels[(y * width + x) * 3 + c];
    // What tap (u, v) alone would put at pixel (y, x): the mean of the half-size pixels around it.
    for (let y = 4; y < height - 4; y++)
      for (let x = 4; x < width - 4; x++) {
        const rows = y % 2 === 0 ? [y] : [y - 1, y + 1];
        const columns = x % 2 === 0 ? [x] : [x - 1, x + 1];
        const share = 1 / (rows.length * columns.length);
        const seen = Array.from({ length: TAPS }, (_, t) => {
          let sum = 0;
          for (const r of rows)
            for (const k of columns) sum += at(r + Math.floor(t / 3) - 1, k + (t % 3) - 1);
          return share * sum;
        });
        for (let i = 0; i < TAPS; i++) {
          for (let j = 0; j < TAPS; j++) normal[i][j] += seen[i] * seen[j];
          normal[i][TAPS] += seen[i] * at(y, x);
        }
      }
  }
}

/** Gauss and Jordan with pivots, on rows [matrix | right-hand side]. */
function solve(rows: Float64Array[]): number[] {
  for (let i = 0; i < rows.length; i++) {
    let best = i;
    for (let j = i; j < rows.length; j++)
      if (Math.abs(rows[j][i]) > Math.abs(rows[best][i])) best = j;
    [rows[i], rows[best]] = [rows[best], rows[i]];
    for (let j = 0; j < rows.length; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k < rows[j].length; k++) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[row.length - 1] / row[i]);
}

if (import.meta.main) {
  const weights = fitKernel();
  report(
    [0, 1, 2].map((y) => ({
      row: `row ${y}`,
      left: weights[3 * y],
      middle: weights[3 * y + 1],
      right: weights[3 * y + 2],
    })),
    { json: process.argv.includes('--json'), title: 'Weights of the fitted 3x3 stride-2 kernel' },
  );
}
