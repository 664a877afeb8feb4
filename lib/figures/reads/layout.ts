import type { Context, Size } from '../figure.ts';
import { PROJECTOR } from '../kit/letters.ts';
import type { Model } from './model.ts';

/** A square grid of cells: the first cell's corner and the cell's side, px. */
export interface Square {
  x: number;
  y: number;
  cell: number;
}

export interface Layout extends Size {
  /** Pixel (0, 0) of the input, inside the padding. */
  input: Square;
  /** Corner of the strip of row counts and of the strip of column counts, and their thickness. */
  strip: { rowsX: number; columnsY: number; thickness: number };
  /** Position (0, 0) of the sub-maps; where there is space-to-depth. */
  maps: Square;
  output: Square;
  /** The first product of the pattern. */
  pattern: Square;
  /** Baselines of the lines under the pattern. */
  verdictY: number;
  legend: { x: number; y: number; cell: number };
  /** From the legend's y to the baselines of its words: the scale, and the strips where there is room. */
  legendWords: readonly number[];
  /** Where the verdict begins. */
  verdictX: number;
  /** Whether the output stands beside the picture, not below it. */
  beside: boolean;
  /** Whether what stands beside it is no wider than a phone leaves: its words are broken, or short. */
  tight: boolean;
}

const THICKNESS = 22;
const SHEET = 5;

/** How far the sheet of phase i stands behind the front one. */
export function sheetOffset(i: number): number {
  return SHEET * i;
}

/** Sheets that are drawn behind the front one: two are as good as eight. */
export function sheets(block: number): number {
  return Math.min(block * block - 1, 8);
}

export function layout(model: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  if (context.layout === 'projector') return projectorLayout(model);
  return narrow ? narrowLayout(model) : wideLayout(model);
}

/** The picture fills the height; everything else stands at its right. */
function projectorLayout(model: Model): Layout {
  const { size, block, before, after, placed } = model;
  const total = size + before + after;
  const cell = Math.min(34, Math.floor(332 / total));
  const top = 66;
  const input = { x: 42 + before * cell, y: top + before * cell, cell };
  const [x, right] = [438, 632];
  const mapped = placed.size + placed.before + placed.after;
  const mapCell = Math.min(20, Math.floor(112 / mapped));
  const depth = sheetOffset(sheets(block));
  const maps = {
    x: x + placed.before * mapCell,
    y: top + depth + placed.before * mapCell,
    cell: mapCell,
  };
  const side = block > 1 ? 120 : 160;
  const output = {
    x: block > 1 ? right : x,
    y: top,
    cell: Math.min(block > 1 ? 32 : 40, Math.floor(side / placed.outputs)),
  };
  const length = model.pattern.length;
  const pattern =
    block > 1
      ? { x: x + 30, y: 252, cell: Math.min(37, 74 / length) }
      : { x: right + 30, y: top + 36, cell: Math.min(39, 84 / length) };
  return {
    width: PROJECTOR.width,
    height: PROJECTOR.height,
    input,
    strip: { rowsX: 8, columnsY: 34, thickness: THICKNESS },
    maps,
    output,
    pattern,
    verdictX: x,
    verdictY: block > 1 ? 348 : 296,
    legend: { x, y: 378, cell: 28 },
    legendWords: [-9],
    beside: true,
    tight: false,
  };
}

function wideLayout(model: Model): Layout {
  const { size, block, before, after, placed } = model;
  const total = size + before + after;
  const cell = Math.min(42, Math.floor(430 / total));
  const input = { x: 40 + before * cell, y: 64 + before * cell, cell };
  const gridBottom = 64 + total * cell;
  const x = 516;
  const mapped = placed.size + placed.before + placed.after;
  const mapCell = Math.min(24, Math.floor(140 / mapped));
  const depth = sheetOffset(sheets(block));
  const maps = {
    x: x + placed.before * mapCell,
    y: 64 + depth + placed.before * mapCell,
    cell: mapCell,
  };
  const outputY = block > 1 ? 64 + depth + mapped * mapCell + 44 : 64;
  const outputCell = Math.min(
    block > 1 ? 24 : 34,
    Math.floor((block > 1 ? 130 : 200) / placed.outputs),
  );
  const outputBottom = outputY + outputCell * placed.outputs;
  const patternCell = Math.min(40, 120 / model.pattern.length);
  const pattern = { x: x + 34, y: outputBottom + 92, cell: patternCell };
  const verdictY = pattern.y + patternCell * model.pattern.length + 26;

  return {
    width: 760,
    height: Math.max(gridBottom + 92, verdictY + 14),
    input,
    strip: { rowsX: 8, columnsY: 32, thickness: THICKNESS },
    maps,
    output: { x, y: outputY, cell: outputCell },
    pattern,
    verdictY,
    legend: { x: 40, y: gridBottom + 24, cell: 26 },
    legendWords: [38, 56],
    verdictX: x,
    beside: true,
    tight: false,
  };
}

/** On a phone the output and a pattern of two find room at the right of the picture, and nothing but the scale is below. */
function narrowLayout(model: Model): Layout {
  const { size, block, before, after, placed, pattern: factors } = model;
  if (block > 1 || factors.length > 2) return narrowBelow(model);
  const total = size + before + after;
  const cell = Math.floor(Math.min(36, 218 / total) * 2) / 2;
  const input = { x: 32 + before * cell, y: 64 + before * cell, cell };
  const x = 32 + total * cell + 8;
  const output = { x, y: 64, cell: Math.min(18, 72 / placed.outputs) };
  // A letter and a count in each: it takes what the picture leaves.
  const patternCell = Math.min(36, 72 / factors.length);
  const side = patternCell * factors.length;
  const gridBottom = input.y + (size + after) * cell;
  const patternY = Math.max(gridBottom - side, output.y + output.cell * placed.outputs + 94);
  const legend = { x: 32, y: Math.max(gridBottom, patternY + side) + 12, cell: 26 };
  const verdictY = legend.y + 78;
  return {
    width: 360,
    height: verdictY + 10,
    input,
    strip: { rowsX: 4, columnsY: 32, thickness: THICKNESS },
    maps: { x: 8, y: 64, cell: 1 },
    output,
    pattern: { x: x + 28, y: patternY, cell: patternCell },
    verdictY,
    legend,
    legendWords: [36, 52],
    verdictX: 8,
    beside: true,
    tight: true,
  };
}

function narrowBelow(model: Model): Layout {
  const { size, block, before, after, placed } = model;
  const total = size + before + after;
  // No taller than that beside the text of a phone, above which the drawing stays, its letters can be read.
  const cell = Math.floor(Math.min(36, 248 / total) * 2) / 2;
  const input = { x: 32 + before * cell, y: 64 + before * cell, cell };
  const gridBottom = 64 + total * cell;
  const legend = { x: 32, y: gridBottom + 12, cell: 26 };
  const y = legend.y + 90;
  const mapped = placed.size + placed.before + placed.after;
  const mapCell = Math.floor(110 / mapped);
  const depth = sheetOffset(sheets(block));
  const maps = {
    x: 8 + placed.before * mapCell,
    y: y + depth + placed.before * mapCell,
    cell: mapCell,
  };
  const x = block > 1 ? 210 : 8;
  const outputCell = Math.min(22, Math.floor(140 / placed.outputs));
  const outputBottom = y + outputCell * placed.outputs;
  const patternCell = Math.min(36, 130 / model.pattern.length);
  const below = Math.max(outputBottom, y + depth + mapped * mapCell) + 76;
  const pattern =
    block > 1 ? { x: 42, y: below, cell: patternCell } : { x: 218, y: y + 26, cell: patternCell };
  const patternBottom = pattern.y + patternCell * model.pattern.length;
  const verdictY = Math.max(patternBottom, block > 1 ? 0 : outputBottom + 22) + 26;
  return {
    width: 360,
    height: verdictY + 10,
    input,
    strip: { rowsX: 4, columnsY: 32, thickness: THICKNESS },
    maps,
    output: { x, y, cell: outputCell },
    pattern,
    verdictY,
    legend,
    legendWords: [36, 52],
    verdictX: 8,
    beside: false,
    tight: false,
  };
}
