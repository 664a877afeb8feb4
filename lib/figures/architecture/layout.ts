import type { Context, LayoutName, Size } from '../figure.ts';
import { PROJECTOR } from '../kit/letters.ts';
import type { Model } from './model.ts';
import type { Nets } from './nets.ts';
import { type Column, type Stand, standsOf } from './stands.ts';

/** A box of the drawing, by its middle. */
export interface PlacedBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A stretch of the drawing in which all maps have one size. */
export interface Band {
  /** Side of its maps, px of the picture. */
  side: number;
  /** By how much the picture is divided, as a power of two. */
  level: number;
  top: number;
  bottom: number;
  /** Its right edge. */
  right: number;
  /** Whether a layer of the strided net, and of the other, stands in it or at its upper edge. */
  used: [boolean, boolean];
}

export interface Layout extends Size {
  layout: LayoutName;
  bands: Band[];
  columns: {
    name: Column;
    /** Its middle. */
    x: number;
    /** Whether it stands right above its first box, wherever that is, and not with the others. */
    above: boolean;
  }[];
  picture: Spot;
  /** One place a layer, in the order of each net's layers. */
  strided: Spot[];
  spd: Spot[];
  headerY: number;
  /** What both nets cost, by the baseline of its first line. */
  totals: Place;
  /** Whether the totals stand above each other. */
  stacked: boolean;
  panel: Place;
}

interface Place {
  x: number;
  y: number;
  width: number;
}

/** A layer's place in its net. */
export interface Spot extends PlacedBox {
  column: Column;
}

/** The picture stands in the first band like a layer. */
const PICTURE: Stand = { column: 'main', level: 0, between: false };

const names: Column[] = ['main', 'shortcut', 'up', 'down', 'head'];

const known = new WeakMap<Nets['slots'], Map<LayoutName, Layout>>();

/** Both nets on the same bands, so that a layer that moves has really changed the size of its map. */
export function layout(model: Model, context: Context): Layout {
  const layouts = known.get(model.slots) ?? new Map<LayoutName, Layout>();
  known.set(model.slots, layouts);
  const found = layouts.get(context.layout) ?? lay(model, context.layout);
  layouts.set(context.layout, found);
  return found;
}

function lay({ strided, spd, graphs }: Model, layout: LayoutName): Layout {
  const [narrow, large] = [layout === 'narrow', layout === 'projector'];
  const [left, right] = narrow ? [36, 358] : large ? [64, 536] : [52, 546];
  const top = narrow ? 72 : large ? 56 : 64;
  const stands = [standsOf(strided), standsOf(spd)];
  const all = stands.flat();
  const used = names.filter((name) => all.some(({ column }) => column === name));
  const wide = Math.min((right - left) / used.length, narrow ? 98 : 170);
  const middles = used.map((name, i) => ({ name, x: left + (i + 0.5) * wide }));
  const deepest = Math.max(...all.map(({ level }) => level));

  const counts = Array.from({ length: deepest + 1 }, (_, level) =>
    Math.max(
      1,
      ...stands.flatMap((net) => used.map((name) => inBand([PICTURE, ...net], name, level).length)),
    ),
  );
  // Between two bands there is a row for what changes the size.
  const rowsInAll = counts.reduce((sum, n) => sum + n, deepest);
  const row = narrow ? 24 : large ? (PROJECTOR.height - top - 6) / rowsInAll : 32;
  const bands: Band[] = [];
  let y = top;
  for (const [level, rows] of counts.entries()) {
    if (level > 0) y += row;
    const side = graphs[0].picture.height / 2 ** level;
    const inUse = stands.map((net) => level === 0 || net.some((stand) => stand.level === level));
    const bottom = y + rows * row;
    bands.push({ side, level, top: y, bottom, right, used: inUse as [boolean, boolean] });
    y = bottom;
  }

  const box = { width: wide - (narrow ? 12 : 20), height: row - (narrow || large ? 5 : 8) };
  const places = stands.map((net) => {
    const spots = placesOf([PICTURE, ...net], bands, middles, row);
    return spots.map((spot) => ({ ...box, ...spot }));
  });
  const headerY = top - (large ? 10 : 14);
  const [picture] = places[0];
  const begins = middles.map(({ name }) =>
    places.map((spots) => beginOf([picture, ...spots.slice(1)], name)),
  );
  const corner = narrow
    ? cornerOf(
        begins.map((each) => Math.min(...each)),
        middles,
        wide,
        top,
      )
    : undefined;
  for (const band of bands) if (corner && band.top < corner.bottom) band.right = corner.left - 4;
  const panel = narrow
    ? { x: 8, y: y + (corner ? 20 : 80), width: 344 }
    : large
      ? { x: 564, y: 246, width: 260 }
      : { x: 566, y: 202, width: 188 };
  const totals = corner
    ? { x: corner.left + 6, y: top + 12, width: right - corner.left - 6 }
    : { ...panel, y: narrow ? y + 20 : large ? 72 : 68 };
  return {
    width: narrow ? 360 : large ? PROJECTOR.width : 760,
    height: narrow ? panel.y + 206 : large ? PROJECTOR.height : Math.max(y + 10, 560),
    layout,
    bands,
    columns: middles.map((column, i) => ({
      ...column,
      // On a phone, where columns begin at many heights, which are not the same in both nets.
      above: narrow && Math.min(...begins[i]) > top + row,
    })),
    picture,
    strided: places[0].slice(1),
    spd: places[1].slice(1),
    headerY,
    totals,
    stacked: !narrow || corner !== undefined,
    panel,
  };
}

/** The upper edge of the first box of a column. */
export function beginOf(spots: readonly Spot[], name: Column): number {
  return Math.min(
    ...spots.filter(({ column }) => column === name).map(({ y, height }) => y - height / 2),
  );
}

/** How high both totals are above each other on a phone, px. */
const TOTALS = 112;

/** On a phone the totals stand at the top right, where the columns that begin further down leave room; if there is any. */
function cornerOf(
  begins: readonly number[],
  columns: readonly { name: Column; x: number }[],
  wide: number,
  top: number,
): { left: number; bottom: number } | undefined {
  const bottom = top + TOTALS;
  // The names of the columns stand between the totals and the first box.
  const from = begins.findLastIndex((begin) => begin < bottom + 20) + 1;
  if (from === columns.length) return;
  return { left: columns[from].x - wide / 2, bottom };
}

function inBand(net: Stand[], column: Column, level: number): Stand[] {
  return net.filter(
    (s) => s.column === column && s.level === level && !s.between && s.beside === undefined,
  );
}

function placesOf(
  net: Stand[],
  bands: Band[],
  columns: readonly { name: Column; x: number }[],
  row: number,
): { x: number; y: number; column: Column }[] {
  const heights: number[] = [];
  return net.map((stand, i) => {
    const { column, level, between, beside } = stand;
    const x = columns.find(({ name }) => name === column)?.x ?? 0;
    const { top, bottom } = bands[level];
    const mates = inBand(net, column, level);
    const place = mates.indexOf(stand);
    const part = (column === 'up' ? mates.length - 1 - place : place) + 0.5;
    // A box that begins a way down alone stands low, where no line to the head runs along it.
    const low = column === 'down' && mates.length === 1;
    // Layers are counted without the picture, which comes first here.
    const y = between
      ? top - row / 2
      : beside !== undefined
        ? heights[beside + 1]
        : low
          ? bottom - row / 2
          : top + (part * (bottom - top)) / mates.length;
    heights[i] = y;
    return { x, y, column };
  });
}
