import { type Random, range } from '../random/index.ts';
import { clamp } from './arithmetic.ts';
import { CLASSES, type ClassName } from './classes.ts';
import type { Pose } from './edits.ts';
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

type Sizes = Pick<SceneParameters, 'sizeMin' | 'sizeMax'>;

function lengthOf(candidate: Candidate, world: World, { sizeMin, sizeMax }: Sizes): number {
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

/** How a new object of a class looks; a plane is light or heavy as its natural length says. */
export function looksLike(name: ClassName, next: Random): Shape {
  const [low, high] = METRES[name];
  return makeShape(name, next, range(next, low, high), false);
}

/** The ground that an object of a class takes up. */
export function footprintOf(name: ClassName, { x, y, length, angle }: Pose): Slab {
  return slab(x, y, length, WIDTHS[name] * length, angle);
}

/** An object of that shape where the pose says. Its middle lies in the picture, or nothing of it may be visible. */
export function setDown(name: ClassName, shape: Shape, pose: Pose): Placed {
  const { x, y, length, angle } = pose;
  const footprint = footprintOf(name, pose);
  const object = { classIndex: CLASSES.indexOf(name), x, y, length, angle, footprint, shape };
  const visible = shape.outline
    .map((part) => clip(placeObject(object, part), 128))
    .filter((polygon) => polygon.length > 0);
  return { ...object, visible };
}

function settle(
  candidate: Candidate,
  world: World,
  parameters: Sizes,
  next: Random,
): Placed | undefined {
  const length = lengthOf(candidate, world, parameters);
  const { name, x, y, angle, moving } = candidate;
  const margin = 0.45 * length;
  if (length === 0 || x < -margin || y < -margin || x > 128 + margin || y > 128 + margin)
    return undefined;
  const shape = makeShape(name, next, length / world.metre, moving);
  const object = setDown(name, shape, { x, y, length, angle });
  const sum = (polygons: readonly Polygon[]) =>
    polygons.reduce((total, polygon) => total + area(polygon), 0);
  const whole = sum(shape.outline.map((part) => placeObject(object, part)));
  return sum(object.visible) < LEAST_VISIBLE * whole ? undefined : object;
}

/**
 * Which of the candidates stand in the world, in the order in which they would be shown: none overlaps another or a
 * building. All that fit are returned, so that another count shows more or fewer of the same objects.
 */
export function populate(world: World, parameters: Sizes, next: Random): Placed[] {
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
