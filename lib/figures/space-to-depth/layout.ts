import type { Context, Size } from '../figure.ts';
import { letter, PROJECTOR } from '../kit/letters.ts';
import { type Params, planeCount } from './model.ts';

/** Where a plane's first cell is and how large its cells are, px. */
export interface PlacedPlane {
  x: number;
  y: number;
  cell: number;
}

interface Corner {
  x: number;
  y: number;
}

export interface Layout extends Size {
  image: PlacedPlane;
  /** Sub-map (dy, dx). */
  map(dy: number, dx: number): PlacedPlane;
  /** Plane o laid out in order. */
  plane(o: number): PlacedPlane;
  /** Plane o in the stack. */
  stacked(o: number): PlacedPlane;
  /** From a plane of the stack to the next. */
  depth: number;
  /** Where the sub-maps begin. */
  maps: Corner;
  /** Where the planes and their stack begin. */
  right: Corner;
  /** The size of the letters of a plane's label. */
  letter: number;
  /** Undefined where there is no room for the formula. */
  formulaY?: number;
}

const TOP = 58;

export function layout(params: Params, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const large = context.layout === 'projector';
  const { size, block } = params;
  const label = large ? 28 : LABEL;
  const gap = large ? 28 : 26;
  const side = narrow ? 168 : large ? PROJECTOR.height - TOP + 18 - 8 - block * gap : 312;
  const cell = Math.floor(side / size);
  const image = { x: narrow ? 8 : 12, y: TOP - 18, cell };
  // On a phone the sub-maps stand beside the picture, a little smaller, and the planes below both.
  const mapCell = narrow ? Math.min(cell, (160 - (block - 1) * 16) / size) : cell;
  const mapsHeight = size * mapCell + block * gap;
  const width = narrow ? 344 : large ? 420 : 372;
  const x = narrow ? 8 : large ? 404 : 380;
  const y = narrow ? image.y + size * cell + 44 : TOP - 18;
  const maps = { x: narrow ? 192 : x, y: image.y };
  const small = size / block;
  const planes = planeCount(params);
  const fitted = fit(
    planes,
    small,
    width,
    narrow ? (planes > 16 ? 228 : 150) : Math.max(mapsHeight, large ? 0 : 330),
    cell,
    label,
  );
  const fan = Math.max(fitted.rows * (small * fitted.cell + label), 0);
  const depth = narrow
    ? Math.min(15, 190 / Math.max(1, planes - 1))
    : Math.min(12, 170 / Math.max(1, planes - 1));
  const deep = depth * (planes - 1);
  // On a phone the stack leans back further than it rises.
  const rise = narrow ? 0.3 : 1;
  const most = large ? (mapsHeight - 40 - deep) / small : cell * (narrow ? 1 : 1.2);
  const stackCell = Math.min(cell * 1.2, most, (width - 60 - deep) / small);
  const stackHeight = deep * rise + small * stackCell + 34;
  const bottom = Math.max(maps.y + mapsHeight, y + fan, y + stackHeight, image.y + size * cell);
  return {
    width: narrow ? 360 : large ? PROJECTOR.width : 760,
    height: bottom + (large ? 8 : 40),
    image,
    map: (dy, dx) => ({
      x: maps.x + dx * (small * mapCell + 16),
      y: maps.y + gap + dy * (small * mapCell + gap),
      cell: mapCell,
    }),
    plane: (o) => ({
      x: x + (o % fitted.columns) * (small * fitted.cell + GAP),
      y: y + label + Math.floor(o / fitted.columns) * (small * fitted.cell + label),
      cell: fitted.cell,
    }),
    stacked: (o) => ({
      x: x + 34 + o * depth,
      y: y + 16 + (deep - o * depth) * rise,
      cell: stackCell,
    }),
    depth,
    maps,
    right: { x, y },
    letter: letter(context.layout, 12.5),
    ...(!large && { formulaY: bottom + 26 }),
  };
}

const GAP = 8;
const LABEL = 22;

/** The number of columns with which n planes of small x small cells come out largest. */
function fit(n: number, small: number, width: number, height: number, most: number, label: number) {
  let best = { columns: 1, rows: n, cell: 0 };
  for (let columns = 1; columns <= n; columns++) {
    const rows = Math.ceil(n / columns);
    const across = ((width + GAP) / columns - GAP) / small;
    const down = (height / rows - label) / small;
    const cell = Math.floor(Math.min(across, down, most) * 4) / 4;
    // Among equals, a grid without a ragged last row.
    if (cell > best.cell || (cell === best.cell && n % columns === 0))
      best = { columns, rows, cell };
  }
  return best;
}
