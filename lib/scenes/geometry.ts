import { cosine, sine } from './arithmetic.ts';

/** The corners x0, y0, x1, y1, ... of a closed polygon. */
export type Polygon = number[];

/** A rectangle of any angle, by its centre, half sides and direction. */
export interface Slab {
  x: number;
  y: number;
  halfLength: number;
  halfWidth: number;
  cos: number;
  sin: number;
}

export function slab(x: number, y: number, length: number, width: number, angle: number): Slab {
  return {
    x,
    y,
    halfLength: length / 2,
    halfWidth: width / 2,
    cos: cosine(angle),
    sin: sine(angle),
  };
}

/** A rectangle from (x0, y0) to (x1, y1). */
export function rectangle(x0: number, y0: number, x1: number, y1: number): Polygon {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

/** A polygon in a frame at (x, y), turned by the angle whose cosine and sine are given, scaled by `scale`. */
export function place(
  polygon: readonly number[],
  x: number,
  y: number,
  cos: number,
  sin: number,
  scale = 1,
): Polygon {
  const placed: Polygon = new Array(polygon.length);
  for (let i = 0; i < polygon.length; i += 2) {
    const u = polygon[i] * scale;
    const v = polygon[i + 1] * scale;
    placed[i] = x + u * cos - v * sin;
    placed[i + 1] = y + u * sin + v * cos;
  }
  return placed;
}

/** The part of a slab between fractions of its half sides, as a polygon. */
export function within(s: Slab, u0: number, v0: number, u1: number, v1: number): Polygon {
  const l = s.halfLength;
  const w = s.halfWidth;
  return place(rectangle(u0 * l, v0 * w, u1 * l, v1 * w), s.x, s.y, s.cos, s.sin);
}

export function shift(polygon: readonly number[], dx: number, dy: number): Polygon {
  return polygon.map((c, i) => c + (i % 2 === 0 ? dx : dy));
}

/** The convex hull (Andrew's monotone chain). */
export function hull(points: readonly number[]): Polygon {
  const order = Array.from({ length: points.length / 2 }, (_, i) => i).sort(
    (i, j) => points[2 * i] - points[2 * j] || points[2 * i + 1] - points[2 * j + 1],
  );
  const chain: Polygon = [];
  const walk = (indices: number[], base: number): void => {
    for (const i of indices) {
      const x = points[2 * i];
      const y = points[2 * i + 1];
      while (chain.length >= base + 4) {
        const n = chain.length;
        const turn =
          (chain[n - 2] - chain[n - 4]) * (y - chain[n - 3]) -
          (chain[n - 1] - chain[n - 3]) * (x - chain[n - 4]);
        if (turn > 0) break;
        chain.length = n - 2;
      }
      chain.push(x, y);
    }
    chain.length -= 2;
  };
  walk(order, 0);
  walk(order.reverse(), chain.length);
  return chain;
}

export function area(polygon: readonly number[]): number {
  let sum = 0;
  const n = polygon.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    sum += polygon[i] * polygon[j + 1] - polygon[j] * polygon[i + 1];
  }
  return Math.abs(sum) / 2;
}

/** The part of a polygon inside the square from 0 to `side` (Sutherland and Hodgman). */
export function clip(polygon: readonly number[], side: number): Polygon {
  let rest: Polygon = [...polygon];
  for (let edge = 0; edge < 4; edge++) {
    const axis = edge & 1;
    const limit = edge < 2 ? 0 : side;
    const sign = edge < 2 ? 1 : -1;
    const kept: Polygon = [];
    const n = rest.length;
    for (let i = 0; i < n; i += 2) {
      const j = (i + 2) % n;
      const a = sign * (rest[i + axis] - limit);
      const b = sign * (rest[j + axis] - limit);
      if (a >= 0) kept.push(rest[i], rest[i + 1]);
      if (a >= 0 !== b >= 0) {
        const t = a / (a - b);
        const x = rest[i] + (rest[j] - rest[i]) * t;
        const y = rest[i + 1] + (rest[j + 1] - rest[i + 1]) * t;
        kept.push(axis === 0 ? limit : x, axis === 0 ? y : limit);
      }
    }
    rest = kept;
  }
  return rest;
}

/** Whether two slabs come nearer to each other than `gap` (separating axes; a little too careful at corners). */
export function near(a: Slab, b: Slab, gap: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const reach = a.halfLength + a.halfWidth + b.halfLength + b.halfWidth + gap;
  if (dx * dx + dy * dy > reach * reach) return false;
  const along = Math.abs(a.cos * b.cos + a.sin * b.sin);
  const across = Math.abs(a.cos * b.sin - a.sin * b.cos);
  if (
    Math.abs(dx * a.cos + dy * a.sin) >
    a.halfLength + b.halfLength * along + b.halfWidth * across + gap
  )
    return false;
  if (
    Math.abs(dy * a.cos - dx * a.sin) >
    a.halfWidth + b.halfLength * across + b.halfWidth * along + gap
  )
    return false;
  if (
    Math.abs(dx * b.cos + dy * b.sin) >
    b.halfLength + a.halfLength * along + a.halfWidth * across + gap
  )
    return false;
  return (
    Math.abs(dy * b.cos - dx * b.sin) <=
    b.halfWidth + a.halfLength * across + a.halfWidth * along + gap
  );
}

/** Distance from a point to a slab, 0 inside. */
export function distance(s: Slab, x: number, y: number): number {
  const dx = x - s.x;
  const dy = y - s.y;
  const u = Math.max(0, Math.abs(dx * s.cos + dy * s.sin) - s.halfLength);
  const v = Math.max(0, Math.abs(dy * s.cos - dx * s.sin) - s.halfWidth);
  return Math.sqrt(u * u + v * v);
}
