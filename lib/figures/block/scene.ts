// What is drawn at a moment, and the box of cells that each of the three maps is.
import type { RectMark } from '../kit/marks.ts';
import { type Point, polygon } from '../kit/path.ts';
import { stagger } from '../kit/timeline.ts';
import type { Layout, Slab } from './layout.ts';
import type { Model } from './model.ts';
import type { BlockWords } from './words.ts';

/** A moment of the figure. */
export interface Scene {
  words: BlockWords;
  model: Model;
  where: Layout;
  /** 0..1 through each act. */
  fly: number;
  window: number;
  walk: number;
  cost: number;
}

/** A cell of a box of cells, at a depth of 0 (front) to 1 (back). */
export function face(slab: Slab, row: number, column: number, depth = 0): RectMark {
  const { x, y, cell, dx, dy } = slab;
  return {
    x: x + column * cell + depth * dx,
    y: y + row * cell + depth * dy,
    width: cell,
    height: cell,
  };
}

/** The top and the right side of a box between two depths, 0..1. */
export function sides({ x, y, cell, n, dx, dy }: Slab, from: number, to: number): string {
  const side = n * cell;
  const p = (px: number, py: number, depth: number): Point => [px + depth * dx, py + depth * dy];
  const top = [p(x, y, from), p(x + side, y, from), p(x + side, y, to), p(x, y, to)];
  const right = [
    p(x + side, y, from),
    p(x + side, y, to),
    p(x + side, y + side, to),
    p(x + side, y + side, from),
  ];
  return polygon(top, right);
}

/** How far phase (dy, dx) has flown; the deepest leaves first, so that none flies through another. */
export function flown({ block }: Model, fly: number, dy: number, dx: number): number {
  const phases = block * block;
  return stagger(fly, phases - 1 - (block * dx + dy), phases, 0.5);
}

/** How many windows have written. */
export function written({ model, window, walk }: Scene): number {
  if (window < 0.6) return 0;
  return 1 + Math.floor(walk * (model.small * model.small - 1) + 1e-9);
}
