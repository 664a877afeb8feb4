// The singular values of a small and dense matrix.
import { type Rows, transposed } from './linear.ts';
import { dot, norm } from './vectors.ts';

/**
 * All singular values of a small matrix, the largest first, by Jacobi's rotations of pairs of columns: as many as it has
 * columns, or rows where those are fewer.
 */
export function singularValues(rows: Rows): Float64Array {
  const columns =
    rows.length < rows[0].length ? rows.map((r) => Float64Array.from(r)) : transposed(rows);
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < columns.length; p++)
      for (let q = p + 1; q < columns.length; q++)
        if (rotate(columns[p], columns[q])) turned = true;
  }
  return Float64Array.from(columns, norm).sort().reverse();
}

/** Makes two columns orthogonal; says whether they were not. */
function rotate(a: Float64Array, b: Float64Array): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= 1e-15 * Math.sqrt(aa * bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i], b[i]];
    a[i] = c * u - s * v;
    b[i] = s * u + c * v;
  }
  return true;
}
