import { chance, type Random, range, weighted } from '../random/index.ts';
import { TURN } from './arithmetic.ts';
import type { ClassName } from './classes.ts';
import { along, heading, type Path, strip } from './path.ts';
import { addTree } from './trees.ts';
import type { World } from './world.ts';

/** A road's cross section, from the middle outwards; metres. Right-hand traffic. */
export interface Road {
  path: Path;
  /** lanes in the direction of the path, and against it */
  lanes: readonly [number, number];
  laneWidth: number;
  /** width of a planted strip between the directions, 0 for a line */
  median: number;
  /** a strip of parked cars on the right, and on the left */
  parking: readonly [boolean, boolean];
  pavement: number;
  /** crossings of this part of the path (world units) stay free of markings */
  gap?: readonly [number, number];
  queue: number;
}

const PARKING = 2.3;

/** Half of the carriageway on one side (0 = right, 1 = left), metres. */
export function halfWidth(road: Road, side: 0 | 1): number {
  return road.median / 2 + road.lanes[side] * road.laneWidth + (road.parking[side] ? PARKING : 0);
}

function traffic(next: Random): ClassName {
  return weighted<ClassName>(next, [
    ['car', 62],
    ['truck', 20],
    ['bus', 18],
  ]);
}

/** Pavements and kerbs: to be painted for all roads of a crossing before any asphalt. */
export function paintVerges(world: World, road: Road): void {
  const { canvas, metre: m, grounds } = world;
  if (road.pavement === 0) return;
  const right = halfWidth(road, 0);
  const left = halfWidth(road, 1);
  canvas.fill(
    strip(road.path, -(left + road.pavement) * m, (right + road.pavement) * m),
    grounds.pavement,
  );
  canvas.fill(strip(road.path, -(left + 0.35) * m, (right + 0.35) * m), [196, 192, 184], 0.8);
}

export function paintAsphalt(world: World, road: Road): void {
  const { canvas, metre: m, grounds, next } = world;
  const { path } = road;
  canvas.fill(strip(path, -halfWidth(road, 1) * m, halfWidth(road, 0) * m), grounds.asphalt);
  for (const side of [0, 1] as const) {
    const sign = side === 0 ? 1 : -1;
    for (let i = 0; i < road.lanes[side]; i++) {
      const middle = sign * (road.median / 2 + (i + 0.5) * road.laneWidth) * m;
      // Wheels polish two tracks, oil darkens the middle.
      const a = range(next, 0, 0.3);
      canvas.fill(strip(path, middle - 1.1 * m, middle - 0.5 * m), grounds.worn, a);
      canvas.fill(strip(path, middle + 0.5 * m, middle + 1.1 * m), grounds.worn, a);
      canvas.fill(
        strip(path, middle - 0.3 * m, middle + 0.3 * m),
        [70, 70, 72],
        range(next, 0, 0.14),
      );
    }
  }
  const patches = Math.floor(next() * 5);
  for (let i = 0; i < patches; i++) {
    const s = range(next, 0, path.length);
    const o = range(next, -halfWidth(road, 1), halfWidth(road, 0) - 2) * m;
    const dark = chance(next, 0.6);
    canvas.fill(
      strip(path, o, o + range(next, 0.8, 3) * m, s, s + range(next, 3, 16) * m),
      dark ? [84, 84, 86] : [146, 145, 143],
      range(next, 0.15, 0.5),
    );
  }
  const joints = Math.floor(next() * 3);
  for (let i = 0; i < joints; i++) {
    const s = range(next, 0, path.length);
    canvas.fill(
      strip(path, -halfWidth(road, 1) * m, halfWidth(road, 0) * m, s, s + 0.25 * m),
      [80, 80, 82],
      0.35,
    );
  }
}

function line(
  world: World,
  road: Road,
  offset: number,
  width: number,
  dash: number,
  pause: number,
): void {
  const { canvas, metre: m, grounds } = world;
  const { path, gap } = road;
  const a = (offset - width / 2) * m;
  const b = (offset + width / 2) * m;
  const period = (dash + pause) * m;
  for (let s = 0; s < path.length; s += pause === 0 ? path.length : period) {
    const to = pause === 0 ? path.length : s + dash * m;
    if (!gap || to < gap[0] || s > gap[1]) {
      canvas.fill(strip(path, a, b, s, to), grounds.marking, 0.82);
    } else if (pause === 0) {
      canvas.fill(strip(path, a, b, s, gap[0]), grounds.marking, 0.82);
      canvas.fill(strip(path, a, b, gap[1], to), grounds.marking, 0.82);
    }
  }
}

/** Lane lines, edge lines, stop lines and zebra crossings, the median with its plants. */
export function paintMarkings(world: World, road: Road): void {
  const { canvas, metre: m, grounds, next } = world;
  const { path, gap } = road;
  const half = road.median / 2;
  if (road.median > 0) {
    const ends: [number, number][] = gap
      ? [
          [0, gap[0] - 3 * m],
          [gap[1] + 3 * m, path.length],
        ]
      : [[0, path.length]];
    for (const [from, to] of ends) {
      if (to <= from) continue;
      canvas.fill(strip(path, -half * m, half * m, from, to), [190, 186, 178]);
      if (road.median > 1) {
        canvas.fill(strip(path, (-half + 0.35) * m, (half - 0.35) * m, from, to), grounds.lawn);
      }
      if (road.median > 2 && chance(next, 0.7)) {
        const step = range(next, 8, 16) * m;
        for (let s = from + step / 2; s < to; s += step) {
          const [x, y] = along(path, s, range(next, -0.4, 0.4) * m);
          addTree(world, x, y, range(next, 1, 1.5));
        }
      }
    }
  } else if (road.lanes[0] > 0 && road.lanes[1] > 0) {
    const solid = chance(next, 0.35);
    line(world, road, 0, 0.28, solid ? 100 : 4, solid ? 0 : range(next, 4, 8));
  }
  for (const side of [0, 1] as const) {
    const sign = side === 0 ? 1 : -1;
    const n = road.lanes[side];
    for (let i = 1; i < n; i++) line(world, road, sign * (half + i * road.laneWidth), 0.26, 3.5, 6);
    if (n > 0 && (road.parking[side] || road.pavement === 0)) {
      line(world, road, sign * (half + n * road.laneWidth - 0.1), 0.22, 100, 0);
    }
  }
  if (!gap) return;
  const right = halfWidth(road, 0);
  const left = halfWidth(road, 1);
  const zebra = chance(next, 0.6);
  for (const end of [0, 1] as const) {
    const at = end === 0 ? gap[0] - 0.4 * m : gap[1] + 0.4 * m;
    const out = end === 0 ? -m : m;
    const stop = at + out * 4.2;
    const [o0, o1] = end === 0 ? [half, right] : [-left, -half];
    const from = Math.min(stop, stop + 0.5 * out);
    canvas.fill(strip(path, o0 * m, o1 * m, from, from + 0.5 * m), grounds.marking, 0.85);
    if (zebra) {
      for (let o = -left + 0.4; o < right - 0.4; o += 1.1) {
        const s = Math.min(at, at + 3 * out);
        canvas.fill(strip(path, o * m, (o + 0.55) * m, s, s + 3 * m), grounds.marking, 0.8);
      }
    }
  }
}

/** Where vehicles may be on the road: in lanes, queuing or apart, and parked at the kerb. */
export function addTraffic(world: World, road: Road): void {
  const { metre: m, next, candidates } = world;
  const { path } = road;
  for (const side of [0, 1] as const) {
    const sign = side === 0 ? 1 : -1;
    for (let i = 0; i < road.lanes[side]; i++) {
      const queued = chance(next, road.queue);
      let s = range(next, 0, queued ? 8 : 30) * m;
      while (s < path.length) {
        const name = traffic(next);
        const offset =
          sign * (road.median / 2 + (i + 0.5) * road.laneWidth) + range(next, -0.25, 0.25);
        const [x, y] = along(path, s, offset * m);
        const angle = heading(path, s) + (side === 0 ? 0 : TURN / 2) + range(next, -0.03, 0.03);
        candidates.push({ name, x, y, angle, moving: true, weight: name === 'car' ? 1 : 1.25 });
        const length = name === 'car' ? 4.5 : name === 'truck' ? 8.5 : 12;
        s += (length + (queued ? range(next, 1.5, 5) : range(next, 5, 45))) * m;
      }
    }
    if (!road.parking[side]) continue;
    const offset = sign * (halfWidth(road, side) - PARKING / 2);
    const full = range(next, 0.35, 0.95);
    for (let s = range(next, 0, 6) * m; s < path.length; s += range(next, 5.3, 6.4) * m) {
      if (!chance(next, full)) continue;
      const [x, y] = along(path, s, (offset + range(next, -0.12, 0.12)) * m);
      const flip = (side === 0) === chance(next, 0.93) ? 0 : TURN / 2;
      const name = chance(next, 0.93) ? 'car' : 'truck';
      const angle = heading(path, s) + flip + range(next, -0.04, 0.04);
      candidates.push({
        name,
        x,
        y,
        angle,
        moving: false,
        weight: 0.9,
        metres: name === 'truck' ? 5.8 : undefined,
      });
    }
  }
}

/** A crossing of two roads: all pavements, then all asphalt, then all markings. */
export function paintRoads(world: World, roads: readonly Road[]): void {
  for (const road of roads) paintVerges(world, road);
  for (const road of roads) paintAsphalt(world, road);
  for (const road of roads) paintMarkings(world, road);
  for (const road of roads) addTraffic(world, road);
}
