import type { Context, Size } from '../figure.ts';

import { PROJECTOR } from '../kit/letters.ts';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout extends Size {
  picture: Rect;
  words: { x: number; y: number };
  /** Of each way to halve: its map, its name, and its curve. */
  rows: { map: Rect; name: { x: number; y: number }; curve: Rect }[];
  /** The names stand above the curves instead of beside them. */
  stacked: boolean;
  /** Where the name of the axis stands: under its numbers, or before them. */
  axis: 'under' | 'before';
}

const ROWS = 6;

export function layout(context: Context): Layout {
  const narrow = context.layout === 'narrow';
  if (narrow) {
    const top = 154;
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const last = i === ROWS - 1;
      const [y, side] = [top + i * 76, last ? 96 : 62];
      return {
        map: { x: 6, y, width: side, height: side },
        name: { x: 112, y: y + 10 },
        curve: { x: 112, y: y + 18, width: 236, height: last ? 78 : 44 },
      };
    });
    const height = rows[ROWS - 1].map.y + 96 + 40;
    return {
      width: 360,
      height,
      picture: { x: 6, y: 24, width: 112, height: 112 },
      words: { x: 130, y: 44 },
      rows,
      stacked: true,
      axis: 'under',
    };
  }
  if (context.layout === 'projector') return projectorLayout();
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const last = i === ROWS - 1;
    const [y, side] = [26 + i * 70, last ? 100 : 56];
    return {
      map: { x: 246, y, width: side, height: side },
      name: { x: 360, y: y + 18 },
      curve: { x: 486, y, width: 262, height: last ? 100 : 56 },
    };
  });
  const height = rows[ROWS - 1].map.y + 100 + 40;
  return {
    width: 760,
    height,
    picture: { x: 8, y: 30, width: 208, height: 208 },
    words: { x: 8, y: 262 },
    rows,
    stacked: false,
    axis: 'under',
  };
}

function projectorLayout(): Layout {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const last = i === ROWS - 1;
    const [y, side] = [8 + i * 57, last ? 88 : 46];
    return {
      map: { x: 264, y, width: side, height: side },
      name: { x: 368, y: y + 18 },
      curve: { x: 516, y, width: 308, height: side },
    };
  });
  return {
    width: PROJECTOR.width,
    height: 404,
    picture: { x: 8, y: 30, width: 184, height: 184 },
    words: { x: 8, y: 240 },
    rows,
    stacked: false,
    axis: 'before',
  };
}

/** The tile of sub-map (dy, dx) within the place of all of them. */
export function tile({ x, y, width, height }: Rect, block: number, dy: number, dx: number): Rect {
  const gap = block === 2 ? 6 : 3;
  const side = (width - (block - 1) * gap) / block;
  return {
    x: x + dx * (side + gap),
    y: y + dy * ((height - (block - 1) * gap) / block + gap),
    width: side,
    height: side,
  };
}

/** The corner of a tile in which its letter stands. */
export function letterGround({ x, y, height }: Rect): Rect {
  const side = 16;
  return { x, y: y + height - side, width: side, height: side };
}

/** (dy, dx) of every sub-map. */
export function phases(block: number): [dy: number, dx: number][] {
  return Array.from({ length: block * block }, (_, i) => [Math.floor(i / block), i % block]);
}
