import type { Context, Size } from '../figure.ts';
import type { Model } from './model.ts';

/** A map as a box seen obliquely: its front face n x n cells, its channels going away to the upper right. */
export interface Slab {
  x: number;
  y: number;
  cell: number;
  n: number;
  /** From the front face's corner to the back face's, px. */
  dx: number;
  dy: number;
}

export interface Arrow {
  from: readonly [number, number];
  to: readonly [number, number];
  /** Above and below the arrow, or beside it. */
  words: readonly { x: number; y: number; anchor: 'start' | 'middle' }[];
}

export interface Layout extends Size {
  x: Slab;
  packed: Slab;
  output: Slab;
  arrows: readonly [Arrow, Arrow];
  /** Where the shape of each map stands; the count of its numbers 18 px below. */
  /** Whether the count of its numbers stands under a map's shape. */
  counted: boolean;
  names: readonly { x: number; y: number; anchor: 'start' | 'middle' }[];
  bars: {
    y: number;
    rowHeight: number;
    nameX: number;
    /** From the row's y to the bar's middle. */
    barY: number;
    columns: readonly { x: number; width: number }[];
  };
}

/** How far one px of depth goes right and up. */
const RIGHT = 0.75;
const UP = 0.45;
/** What the words at the first arrow need, px. */
const WORDS = 84;

export function layout(model: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const { size, small, inputs, deep, outputs, kernel, before } = model;
  const large = context.layout === 'projector';
  const side = narrow ? 128 : large ? 152 : 176;
  const cell = Math.floor(Math.min(narrow ? 20 : 26, side / size));
  const deepest = narrow ? 88 : large ? 106 : 126;
  const perChannel = Math.min(narrow ? 5 : 7, deepest / Math.max(deep, outputs));
  const slab = (x: number, y: number, n: number, channels: number): Slab => ({
    x,
    y,
    cell,
    n,
    dx: RIGHT * perChannel * channels,
    dy: -UP * perChannel * channels,
  });
  const whole = size * cell;
  const part = small * cell;
  // The window's back frame stands highest.
  const head = UP * perChannel * Math.max(deep, outputs) + before * cell;
  return narrow ? narrowLayout() : wideLayout();

  function wideLayout(): Layout {
    const [width, rowHeight] = large ? [832, 29] : [760, 30];
    const spare = width - 32 - whole - 2 * part - RIGHT * perChannel * (inputs + deep + outputs);
    // The window at the right edge of X' reaches beyond it: the second arrow begins behind it.
    const beyond = (kernel - 1 - before) * cell;
    const most = Math.min(large ? 150 : 130, spare / 2);
    const gap = Math.max(Math.min(most, (spare - beyond) / 2), Math.min(most, WORDS));
    const next = Math.min(most + beyond, spare - gap);
    const top = Math.max(30, 10 + head - (whole - part) / 2);
    const middle = top + whole / 2;
    const x = slab(16, top, size, inputs);
    const packed = slab(x.x + whole + x.dx + gap, middle - part / 2, small, deep);
    const output = slab(packed.x + part + packed.dx + next, packed.y, small, outputs);
    const nameY = top + whole + (large ? 26 : 30);
    const arrow = (from: Slab, to: Slab, past = 0): Arrow => {
      const start = from.x + from.n * cell + from.dx + past + 10;
      const end = to.x - 10;
      const at = (y: number) => ({ x: (start + end) / 2, y, anchor: 'middle' as const });
      return {
        from: [start, middle],
        to: [end, middle],
        words: [at(middle - 12), at(middle + 24)],
      };
    };
    const under = (s: Slab) => ({
      x: Math.max(s.x + (s.n * cell) / 2, s === x ? 60 : 0),
      y: nameY,
      anchor: 'middle' as const,
    });
    const y = nameY + (large ? 36 : 64);
    return {
      width,
      height: y + 4 * rowHeight + (large ? 14 : 28),
      x,
      packed,
      output,
      arrows: [arrow(x, packed), arrow(packed, output, beyond)],
      counted: !large,
      names: [under(x), under(packed), under(output)],
      bars: {
        y: y + 12,
        rowHeight,
        nameX: 16,
        barY: 0,
        columns: large
          ? [
              { x: 172, width: 300 },
              { x: 506, width: 318 },
            ]
          : [
              { x: 168, width: 270 },
              { x: 470, width: 274 },
            ],
      },
    };
  }

  function narrowLayout(): Layout {
    const top = Math.max(30, 10 + head - (whole - part) / 2);
    const x = slab(12, top, size, inputs);
    const packed = slab(x.x + whole + x.dx + 46, top + (whole - part) / 2, small, deep);
    const nameY = top + whole + 22;
    const output = slab(packed.x, nameY + 56 + UP * perChannel * outputs, small, outputs);
    const bottom = output.y + part;
    const y = bottom + 46;
    const middle = top + whole / 2;
    const start = x.x + whole + x.dx + 5;
    const end = packed.x - 5;
    const down = packed.x + 8;
    return {
      width: 360,
      height: y + 4 * 48 + 14,
      x,
      packed,
      output,
      arrows: [
        {
          from: [start, middle],
          to: [end, middle],
          words: [{ x: (start + end) / 2, y: middle - 8, anchor: 'middle' }],
        },
        {
          from: [down, nameY + 26],
          to: [down, output.y - 8],
          words: [{ x: down + 12, y: (nameY + output.y + 18) / 2 + 4, anchor: 'start' }],
        },
      ],
      counted: true,
      names: [
        { x: 12, y: nameY, anchor: 'start' },
        { x: packed.x, y: nameY, anchor: 'start' },
        { x: 12, y: output.y + 26, anchor: 'start' },
      ],
      bars: {
        y: y + 10,
        rowHeight: 48,
        nameX: 12,
        barY: 20,
        columns: [
          { x: 12, width: 164 },
          { x: 188, width: 164 },
        ],
      },
    };
  }
}
