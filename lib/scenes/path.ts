import { cosine, sine } from './arithmetic.ts';
import type { Polygon } from './geometry.ts';

/** A line along which a road runs: straight, or an arc of a circle. Offsets are to the right of its direction. */
export interface Path {
  x: number;
  y: number;
  /** direction at the beginning, radians; y points down */
  angle: number;
  /** radians per world unit, 0 = straight */
  curvature: number;
  /** world units */
  length: number;
}

/** A path of the given length whose middle is (x, y), where it has the direction `angle`. */
export function through(
  x: number,
  y: number,
  angle: number,
  curvature: number,
  length: number,
): Path {
  const back: Path = { x, y, angle, curvature, length };
  const start = along(back, -length / 2, 0);
  return { x: start[0], y: start[1], angle: angle - (curvature * length) / 2, curvature, length };
}

export function heading(path: Path, s: number): number {
  return path.angle + path.curvature * s;
}

/** The point at s from the beginning, `offset` to the right. */
export function along(path: Path, s: number, offset: number): [number, number] {
  const { x, y, angle, curvature: k } = path;
  const c0 = cosine(angle);
  const s0 = sine(angle);
  if (Math.abs(k) < 1e-5) return [x + s * c0 - offset * s0, y + s * s0 + offset * c0];
  const c1 = cosine(angle + k * s);
  const s1 = sine(angle + k * s);
  return [x + (s1 - s0) / k - offset * s1, y + (c0 - c1) / k + offset * c1];
}

/** The strip between two offsets, from `from` to `to` along the path. */
export function strip(
  path: Path,
  left: number,
  right: number,
  from = 0,
  to = path.length,
): Polygon {
  const steps = Math.max(1, Math.ceil(Math.abs(path.curvature * (to - from)) / 0.06));
  const polygon: Polygon = [];
  for (let i = 0; i <= steps; i++) {
    const p = along(path, from + ((to - from) * i) / steps, left);
    polygon.push(p[0], p[1]);
  }
  for (let i = steps; i >= 0; i--) {
    const p = along(path, from + ((to - from) * i) / steps, right);
    polygon.push(p[0], p[1]);
  }
  return polygon;
}
