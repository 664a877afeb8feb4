// A convolution as a matrix, and what can be known of its input from its output. Small and dense.
import type { Kernel } from './kernels.ts';
import { flatIndex, type Shape, sourceIndices } from './rearrange.ts';
import { dot, norm, subtract } from './vectors.ts';
import { around, place, taps, type Window } from './windows.ts';

/** Rows of a linear map: row i gives output i as a sum of inputs. */
export type Rows = Float64Array[];

/** What a window finds beyond the border: nothing, or the map's other side. */
export type Border = 'zeros' | 'wrap';

/**
 * The matrix of a convolution over a map of `shape` (HWC): one row an output number (height, width, output channel),
 * one column an input number.
 */
export function convolutionRows(
  shape: Shape,
  weights: Kernel,
  { border = 'zeros', ...window }: Omit<Window, 'kernel'> & { border?: Border },
): Rows {
  const { outputs, channels, kernel, data } = weights;
  if (channels !== shape.channels)
    throw new RangeError(`a kernel of ${channels} channels can't read a map of ${shape.channels}`);
  const size = shape.height * shape.width * channels;
  const [down, across] = [shape.height, shape.width].map((side) =>
    place(side, { ...window, kernel }),
  );
  const rows: Rows = [];
  for (let y = 0; y < down.outputs; y++)
    for (let x = 0; x < across.outputs; x++)
      for (let o = 0; o < outputs; o++) {
        const row = new Float64Array(size);
        taps(down, y).forEach((from, u) => {
          taps(across, x).forEach((at, v) => {
            const beyond = from < 0 || at < 0 || from >= shape.height || at >= shape.width;
            if (beyond && border === 'zeros') return;
            const [fromRow, fromColumn] = [around(from, shape.height), around(at, shape.width)];
            // Added: a window that is wider than a map that wraps around meets a pixel twice.
            for (let c = 0; c < channels; c++)
              row[flatIndex(shape, 'HWC', fromRow, fromColumn, c)] +=
                data[((o * channels + c) * kernel + u) * kernel + v];
          });
        });
        rows.push(row);
      }
  return rows;
}

/** The matrix of a permutation (`from` as {@link sourceIndices} gives it) and then of the map `behind`. */
export function afterPermutation(behind: Rows, from: Uint32Array): Rows {
  return behind.map((row) => {
    const out = new Float64Array(row.length);
    row.forEach((weight, i) => {
      out[from[i]] = weight;
    });
    return out;
  });
}

/** An orthonormal basis of what the rows see; its length is the rank. */
export interface RowSpace {
  rank: number;
  basis: Rows;
}

/**
 * Gram and Schmidt, each row cleaned again where little was left of it. A row whose rest is below `tolerance` of its length says nothing new.
 */
export function rowSpace(rows: Rows, tolerance = 1e-9): RowSpace {
  const basis: Rows = [];
  for (const row of rows) {
    if (basis.length === row.length) break;
    const length = norm(row);
    if (length === 0) continue;
    const rest = row.map((v) => v / length);
    let left = 1;
    // Once more where much was taken away: what is left is then mostly the faults of the first pass.
    for (let pass = 0, before = 2; pass < 2 && left < 0.7 * before; pass++) {
      for (const known of basis) subtract(rest, known, dot(rest, known));
      before = left;
      left = norm(rest);
    }
    if (left > tolerance) basis.push(rest.map((v) => v / left));
  }
  return { rank: basis.length, basis };
}

/**
 * The least-squares solution of smallest length: what the outputs of a linear map say about its input `x`, and nothing
 * else. It is the projection of x on the row space.
 */
export function rebuild({ basis }: RowSpace, x: Float64Array): Float64Array {
  const out = new Float64Array(x.length);
  for (const known of basis) subtract(out, known, -dot(x, known));
  return out;
}

/** The matrix of the map `behind`, done after the map `before`. */
export function composed(behind: Rows, before: Rows): Rows {
  return behind.map((row) => {
    const out = new Float64Array(before[0].length);
    row.forEach((weight, i) => {
      if (weight !== 0) subtract(out, before[i], -weight);
    });
    return out;
  });
}

/** The outputs of a linear map for input `x`. */
export function apply(rows: Rows, x: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => dot(row, x));
}

/** Columns as rows. */
export function transposed(rows: Rows): Rows {
  return Array.from({ length: rows[0].length }, (_, j) => Float64Array.from(rows, (row) => row[j]));
}
