// Where every number stands at a moment.
import { mix, stagger } from '../kit/timeline.ts';
import type { Layout, PlacedPlane } from './layout.ts';
import { originOf, type Params, planeCount } from './model.ts';
import type { pixelColours } from './picture.ts';
import type { SpaceToDepthWords } from './words.ts';

interface Moment {
  phases: number;
  fly: number;
  split: number;
  stack: number;
  back: number;
}

/** All that is drawn at a moment; `colours` of the pixels, row by row. */
export interface Scene {
  words: SpaceToDepthWords;
  params: Params;
  at: Moment;
  where: Layout;
  colours: ReturnType<typeof pixelColours>[];
}

/** A square of the drawing, px. */
export interface Spot {
  x: number;
  y: number;
  side: number;
}

/** A cell of a grid. */
export function spot({ x, y, cell }: PlacedPlane, row: number, column: number): Spot {
  return { x: x + column * cell, y: y + row * cell, side: cell };
}

function between(a: Spot, b: Spot, u: number): Spot {
  return { x: mix(a.x, b.x, u), y: mix(a.y, b.y, u), side: mix(a.side, b.side, u) };
}

/** How far phase (dy, dx) has flown to its sub-map; phases leave one after the other. */
export function flown({ params: { block }, at }: Scene, dy: number, dx: number): number {
  return stagger(at.fly, block * dx + dy, block * block, 0.55);
}

/** Where the number in plane o, position (row, column) of X' stands at this moment. */
export function position(scene: Scene, o: number, row: number, column: number): Spot {
  const { params, at, where } = scene;
  const { dy, dx } = originOf(params, o);
  const small = params.size / params.block;
  const home = spot(where.image, row * params.block + dy, column * params.block + dx);
  // Within a phase the upper left pixels lead a little.
  const lead = stagger(flown(scene, dy, dx), row + column, 2 * small - 1, 0.86);
  const out = between(home, spot(where.map(dy, dx), row, column), lead);
  const planes = planeCount(params);
  const split = stagger(at.split, o, planes, 0.6);
  const ordered = between(out, spot(where.plane(o), row, column), split);
  const stack = stagger(at.stack, o, planes, 0.7);
  const stacked = between(ordered, spot(where.stacked(o), row, column), stack);
  return between(stacked, home, stagger(at.back, planes - 1 - o, planes, 0.6));
}
