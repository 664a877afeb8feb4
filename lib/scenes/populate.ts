import { type Random, range } from '../random/index.ts';
import { clamp } from './arithmetic.ts';
import { CLASSES } from './classes.ts';
import { area, clip, near, type Polygon, place, type Slab, slab } from './geometry.ts';
import { makeShape, type Shape } from './objects/index.ts';
import type { SceneParameters } from './parameters.ts';
import type { Candidate, World } from './world.ts';

/** Lengths in metres that the classes have. */
const METRES = {
  car: [4.1, 4.9],
  truck: [5.8, 9.6],
  bus: [9.5, 12.5],
  plane: [8, 20],
  boat: [4.5, 13],
} as const;

/** Width of the footprint as a part of the length, to keep objects apart. */
const WIDTHS = { car: 0.46, truck: 0.37, bus: 0.27, plane: 1.05, boat: 0.36 } as const;

/** An object that stands in the world; lengths in world units. */
export interface Placed {
  classIndex: number;
  x: number;
  y: number;
  length: number;
  angle: number;
  footprint: Slab;
  shape: Shape;
  /** the visible shape, clipped to the picture */
  visible: Polygon[];
}

/** The least part of an object that must lie in the picture. */
const LEAST_VISIBLE = 0.6;

function lengthOf(
  candidate: Candidate,
  world: World,
  { sizeMin, sizeMax }: SceneParameters,
): number {
  const { next, metre } = world;
  const [low, high] = METRES[candidate.name];
  const natural = (candidate.metres ?? range(next, low, high)) * metre;
  const jitter = next();
  if (natural < 0.7 * sizeMin) return 0;
  if (natural < sizeMin) return Math.min(sizeMax, sizeMin * (1 + 0.12 * jitter));
  if (natural > sizeMax) return Math.max(sizeMin, sizeMax * (1 - 0.2 * jitter));
  return natural;
}

/** The polygons in the world, at the object's place and size. */
export function placeObject(
  object: Pick<Placed, 'x' | 'y' | 'length' | 'footprint'>,
  polygon: Polygon,
): Polygon {
  const { x, y, length, footprint } = object;
  return place(polygon, x, y, footprint.cos, footprint.sin, length);
}

function settle(
  candidate: Candidate,
  world: World,
  parameters: SceneParameters,
  next: Random,
): Placed | undefined {
  const length = lengthOf(candidate, world, parameters);
  const { name, x, y, angle } = candidate;
  const margin = 0.45 * length;
  if (length === 0 || x < -margin || y < -margin || x > 128 + margin || y > 128 + margin)
    return undefined;
  const footprint = slab(x, y, length, WIDTHS[name] * length, angle);
  const shape = makeShape(name, next, length / world.metre, candidate.moving);
  const object = {
    classIndex: CLASSES.indexOf(name),
    x,
    y,
    length,
    angle,
    footprint,
    shape,
    visible: [],
  };
  const visible: Polygon[] = [];
  let whole = 0;
  let seen = 0;
  for (const part of shape.outline) {
    const polygon = placeObject(object, part);
    const inside = clip(polygon, 128);
    whole += area(polygon);
    if (inside.length === 0) continue;
    seen += area(inside);
    visible.push(inside);
  }
  return seen < LEAST_VISIBLE * whole ? undefined : { ...object, visible };
}

/**
 * Which of the candidates stand in the world, in the order in which they would be shown: none overlaps another or a
 * building. All that fit are returned, so that another count shows more or fewer of the same objects.
 */
export function populate(world: World, parameters: SceneParameters, next: Random): Placed[] {
  const gap = clamp(0.25 * world.metre, 0.35, 1);
  const order = world.candidates
    .map((candidate) => ({ candidate, key: next() / candidate.weight }))
    .sort((a, b) => a.key - b.key);
  const placed: Placed[] = [];
  for (const { candidate } of order) {
    const object = settle(candidate, world, parameters, next);
    if (!object) continue;
    const { footprint } = object;
    if (world.roofs.some((roof) => near(roof.slab, footprint, 0.3))) continue;
    if (placed.some((other) => near(other.footprint, footprint, gap))) continue;
    placed.push(object);
  }
  return placed;
}

/** The box around what is seen of an object, world units. */
export function boundsOf(polygons: readonly Polygon[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i += 2) {
      left = Math.min(left, polygon[i]);
      right = Math.max(right, polygon[i]);
      top = Math.min(top, polygon[i + 1]);
      bottom = Math.max(bottom, polygon[i + 1]);
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
