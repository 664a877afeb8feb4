// How firmly the output of a linear map tells its input: condition number, and what an error in the output does to the
// answer. Small and dense.
import { apply, composed, type RowSpace, type Rows, rowSpace, transposed } from './linear.ts';
import { dot, norm, subtract } from './vectors.ts';

/** A linear map made ready for solving. */
export interface LeastSquares {
  space: RowSpace;
  /** The largest singular value, and the smallest that is not nought: how strongly the map answers, at most and at least. */
  largest: number;
  smallest: number;
  /** Largest over smallest: how many times as large an error may be in the answer, in proportion, as in the output. */
  condition: number;
  /** The answer of smallest length to an output y: A⁺ y. */
  solve(y: Float64Array): Float64Array;
}

/**
 * The least-squares solution of a map by Gram and Schmidt, on its rows first (what it sees) and, where it writes more
 * numbers than are independent, on the columns of what is left. The condition number then comes from the triangle that
 * remains, by Lanczos' method forwards and backwards, where all singular values would take seconds.
 *
 * @param space of the rows, if it is known already
 */
export function leastSquares(rows: Rows, space: RowSpace = rowSpace(rows)): LeastSquares {
  const { basis, rank } = space;
  // A = B·basis; B has full column rank, and is a lower triangle where every row said something new.
  const columnsOfBasis = transposed(basis);
  const inBasis = composed(rows, columnsOfBasis);
  const square = rows.length === rank;
  const columns = Array.from({ length: rank }, (_, j) =>
    Float64Array.from(inBasis, (row) => row[j]),
  );
  const outputs = square ? undefined : rowSpace(columns, 0).basis;
  // Lower triangle of B, or of the transpose of R in B = Q·R.
  const lower: Rows = outputs ? columns.map((column) => apply(outputs, column)) : inBasis;
  const forward = outputs ? transposed(lower) : lower;
  const [solveForward, solveBack] = [substitution(lower), backSubstitution(lower)];
  // B⁺ = R⁻¹ Qᵀ with R = lowerᵀ; B⁻¹ where B is the lower triangle itself.
  const inverse = outputs
    ? (y: Float64Array) => solveBack(apply(outputs, y))
    : (y: Float64Array) => solveForward(y);
  const backward = transposed(forward);
  const largest = Math.sqrt(growth(rank, (v) => apply(backward, apply(forward, v))));
  const smallest = 1 / Math.sqrt(growth(rank, (v) => solveBack(solveForward(v))));
  return {
    space,
    largest,
    smallest,
    condition: largest / smallest,
    solve(y) {
      const out = new Float64Array(rows[0].length);
      inverse(y).forEach((amount, i) => {
        for (let p = 0; p < out.length; p++) out[p] += amount * basis[i][p];
      });
      return out;
    },
  };
}

/** L x = b for a lower triangle. */
function substitution(lower: Rows): (b: Float64Array) => Float64Array {
  return (b) => {
    const x = new Float64Array(b.length);
    for (let i = 0; i < x.length; i++) {
      let rest = b[i];
      for (let j = 0; j < i; j++) rest -= lower[i][j] * x[j];
      x[i] = rest / lower[i][i];
    }
    return x;
  };
}

/** Lᵀ x = b for a lower triangle. */
function backSubstitution(lower: Rows): (b: Float64Array) => Float64Array {
  return (b) => {
    const x = Float64Array.from(b);
    for (let i = x.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (let j = 0; j < i; j++) x[j] -= lower[i][j] * x[i];
    }
    return x;
  };
}

/** Enough steps of Lanczos for the largest eigenvalue to six digits, clustered or not. */
const STEPS = 80;

/** The largest eigenvalue of a symmetric map of n numbers that has no negative ones, by Lanczos' method. */
function growth(n: number, map: (v: Float64Array) => Float64Array): number {
  const start = Float64Array.from(
    { length: n },
    (_, i) => 1 + ((i * 7) % 5) / 5 - ((i * 3) % 4) / 2,
  );
  const diagonal: number[] = [];
  const beside: number[] = [];
  let before = new Float64Array(n);
  let v = start.map((part) => part / norm(start));
  for (let step = 0; step < Math.min(n, STEPS); step++) {
    const next = Float64Array.from(map(v));
    diagonal.push(dot(v, next));
    subtract(next, v, diagonal[step]);
    if (step > 0) subtract(next, before, beside[step - 1]);
    const length = norm(next);
    if (length <= 1e-14 * Math.abs(diagonal[0])) break;
    beside.push(length);
    before = v;
    v = next.map((part) => part / length);
  }
  return largestOf(diagonal, beside);
}

/** The largest eigenvalue of a symmetric matrix with a diagonal and one beside it: bisection by Sturm's signs. */
function largestOf(diagonal: readonly number[], beside: readonly number[]): number {
  const reach = diagonal.map((d, i) => d + (beside[i] ?? 0) + (beside[i - 1] ?? 0));
  let [low, high] = [Math.max(...diagonal), Math.max(...reach)];
  const isAbove = (value: number) => {
    let pivot = 1;
    return diagonal.every((d, i) => {
      pivot = d - value - (i === 0 ? 0 : beside[i - 1] ** 2 / pivot);
      return pivot < 0;
    });
  };
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (isAbove(middle)) high = middle;
    else low = middle;
  }
  return high;
}
