import { type Random, range } from '../random/index.ts';
import { cosine, sine } from './arithmetic.ts';
import type { Canvas, Colour, Material } from './canvas.ts';
import type { ClassName } from './classes.ts';
import { type Polygon, place, rectangle, type Slab } from './geometry.ts';

/** A place where an object may stand. */
export interface Candidate {
  name: ClassName;
  x: number;
  y: number;
  /** radians */
  angle: number;
  moving: boolean;
  /** chosen before others if greater; 1 is usual */
  weight: number;
  /** metres; drawn for the class where not given */
  metres?: number;
}

export interface Tree {
  x: number;
  y: number;
  /** world units */
  radius: number;
  colour: Colour;
}

export interface Roof {
  slab: Slab;
  kind: 'gable' | 'hip' | 'flat';
  colour: Colour;
  /** metres */
  height: number;
}

export interface Grounds {
  asphalt: Material;
  worn: Material;
  pavement: Material;
  concrete: Material;
  lawn: Material;
  meadow: Material;
  soil: Material;
  gravel: Material;
  water: Material;
  sand: Material;
  marking: Colour;
}

/** A scene while it is being built: what is painted so far, and what will stand on it. */
export interface World {
  canvas: Canvas;
  next: Random;
  /** world units in a metre */
  metre: number;
  /** what a metre of height adds to the shadow, world units */
  sun: readonly [number, number];
  grounds: Grounds;
  candidates: Candidate[];
  trees: Tree[];
  roofs: Roof[];
}

/** A frame in metres at a point of the world. */
export interface Frame {
  x: number;
  y: number;
  angle: number;
  cos: number;
  sin: number;
  metre: number;
}

export function makeFrame(x: number, y: number, angle: number, metre: number): Frame {
  return { x, y, angle, cos: cosine(angle), sin: sine(angle), metre };
}

export function box(f: Frame, u0: number, v0: number, u1: number, v1: number): Polygon {
  return place(rectangle(u0, v0, u1, v1), f.x, f.y, f.cos, f.sin, f.metre);
}

export function point(f: Frame, u: number, v: number): [number, number] {
  return [f.x + (u * f.cos - v * f.sin) * f.metre, f.y + (u * f.sin + v * f.cos) * f.metre];
}

/** Half of the picture's diagonal in metres: what is painted further out is not seen. */
export function reachOf(world: World): number {
  return 92 / world.metre;
}

function vary(next: Random, [r, g, b]: Colour, light: number, hue: number): Colour {
  const l = range(next, -light, light);
  return [r + l + range(next, -hue, hue), g + l, b + l + range(next, -hue, hue)];
}

/** Dark tufts, bare spots and trodden paths: what keeps a meadow from being plain. */
export function roughen(world: World, density: number): void {
  const { canvas, next, metre: m } = world;
  const count = Math.min(150, (density * 128 * 128) / (m * m) / 100);
  const f = makeFrame(64, 64, range(next, 0, 6.3), m);
  const reach = 70 / m;
  for (let i = 0; i < count; i++) {
    const u = range(next, -reach, reach);
    const v = range(next, -reach, reach);
    const dark = next() < 0.6;
    const a = range(next, 0.4, 1.6);
    const b = range(next, 0.4, 1.6);
    const spot: Polygon = [
      u - a,
      v,
      u - 0.6 * a,
      v - b,
      u + 0.5 * a,
      v - 0.8 * b,
      u + a,
      v,
      u + 0.4 * a,
      v + b,
      u - 0.7 * a,
      v + 0.7 * b,
    ];
    canvas.fill(
      place(spot, f.x, f.y, f.cos, f.sin, m),
      dark ? [66, 76, 52] : [150, 144, 118],
      range(next, 0.15, dark ? 0.7 : 0.4),
    );
  }
  const paths = Math.floor(next() * 3);
  for (let i = 0; i < paths; i++) {
    const g = makeFrame(range(next, 20, 108), range(next, 20, 108), range(next, 0, 6.3), m);
    const wide = range(next, 0.5, 1.4);
    canvas.fill(box(g, -2 * reach, 0, 2 * reach, wide), [158, 150, 126], range(next, 0.25, 0.6));
  }
}

/** The grounds of one scene: one asphalt, one lawn, one water, as one light and one season make them. */
export function makeGrounds(next: Random): Grounds {
  const asphalt = vary(next, [118, 117, 117], 18, 3);
  const lawn = vary(next, [98, 107, 77], 14, 5);
  const dry = vary(next, [138, 134, 106], 12, 5);
  const lush = range(next, 0, 0.9);
  const second: Colour = [
    lawn[0] + (dry[0] - lawn[0]) * lush,
    lawn[1] + (dry[1] - lawn[1]) * lush,
    lawn[2] + (dry[2] - lawn[2]) * lush,
  ];
  const deep = vary(next, [64, 77, 79], 16, 6);
  return {
    asphalt: { colour: asphalt, mottle: 5, grain: 3.5 },
    worn: {
      colour: [asphalt[0] + 12, asphalt[1] + 12, asphalt[2] + 11],
      mottle: 7,
      grain: 7,
    },
    pavement: { colour: vary(next, [176, 173, 166], 18, 3), mottle: 7, grain: 4.5 },
    concrete: { colour: vary(next, [166, 164, 157], 12, 4), mottle: 6, grain: 3 },
    lawn: { colour: lawn, mottle: 16, grain: 5.5, second },
    meadow: { colour: vary(next, [116, 120, 88], 14, 6), mottle: 19, grain: 6, second: dry },
    soil: {
      colour: vary(next, [142, 122, 98], 16, 5),
      mottle: 9,
      grain: 7,
      second: [158, 142, 116],
    },
    gravel: { colour: vary(next, [156, 150, 138], 12, 4), mottle: 10, grain: 6 },
    water: {
      colour: deep,
      mottle: 4,
      grain: 2,
      second: [deep[0] + 9, deep[1] + 12, deep[2] + 10],
    },
    sand: { colour: vary(next, [188, 175, 148], 10, 5), mottle: 8, grain: 6 },
    marking: [218, 217, 211],
  };
}
