// Where everything stands for each method: nodes by name, and the edges between them.
import type { Context, Size } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { METHODS } from './methods.ts';
import { SCALES } from './model.ts';

/** A thing of the diagram, by its middle, px of the layout. */
export interface Node {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: 'image' | 'map' | 'join' | 'head' | 'space';
}

export interface Arrangement {
  nodes: Record<string, Node>;
  /** "from>to" */
  edges: string[];
  /** 1 where only suitable objects count, 1 where only chips are read, 1 where maps stand above each other. */
  marks: { suitable: number; chips: number; levels: number };
}

export interface Layout extends Size {
  /** Middles of the columns: picture, backbone, two of the neck, heads. */
  columns: [number, number, number, number, number];
  /** Middles of P3, P4, P5. */
  rows: [number, number, number];
  /** Side of the picture of scale 1. */
  image: number;
  /** Widths of P3, P4, P5. */
  maps: [number, number, number];
  text: { x: number; y: number; width: number };
  /** The size of its letters. */
  letter: number;
}

export function layout(context: Context): Layout {
  const narrow = context.layout === 'narrow';
  if (narrow)
    return {
      ...{ width: 360, height: 600, image: 62 },
      maps: [40, 32, 26],
      columns: [66, 178, 238, 292, 342],
      rows: [258, 172, 86],
      text: { x: 6, y: 356, width: 348 },
      letter: 13,
    };
  if (context.layout === 'projector')
    return {
      ...{ width: 832, height: 400, image: 82 },
      maps: [54, 44, 34],
      columns: [88, 228, 312, 386, 456],
      rows: [300, 200, 100],
      text: { x: 508, y: 34, width: 318 },
      letter: letter(context.layout, 13),
    };
  return {
    ...{ width: 760, height: 366, image: 76 },
    maps: [52, 38, 26],
    columns: [82, 220, 300, 372, 440],
    rows: [276, 184, 92],
    text: { x: 486, y: 36, width: 270 },
    letter: 13,
  };
}

const LEVELS = ['3', '4', '5'];

export function arrange(method: number, where: Layout): Arrangement {
  const name = METHODS[method];
  const pyramid = ['Image pyramid', 'SNIP', 'SNIPER'].includes(name);
  return {
    ...(pyramid ? pyramidOf(where) : levelsOf(name, where)),
    marks: {
      suitable: name === 'SNIP' || name === 'SNIPER' ? 1 : 0,
      chips: name === 'SNIPER' ? 1 : 0,
      levels: pyramid ? 0 : 1,
    },
  };
}

/** Each size of the picture with a backbone and a head of its own; their boxes are put together. */
function pyramidOf({ columns, image }: Layout): Omit<Arrangement, 'marks'> {
  const nodes: Record<string, Node> = {};
  const edges: string[] = [];
  let top = 14;
  SCALES.forEach((scale, k) => {
    const side = image * scale;
    const y = top + side / 2;
    top += side + 26;
    nodes[`image${k}`] = square('image', columns[0], y, side);
    LEVELS.forEach((level, i) => {
      const height = [0.55, 0.36, 0.22][i] * Math.min(side, 1.5 * image);
      const x = columns[1] - 26 + 26 * i + (columns[2] - columns[1]) * 0.2;
      nodes[`map${k}${level}`] = { kind: 'map', x, y, width: 12, height };
    });
    nodes[`head${k}`] = square('head', columns[3] - 18, y, 18);
    edges.push(`image${k}>map${k}3`, `map${k}3>map${k}4`, `map${k}4>map${k}5`);
    edges.push(`map${k}5>head${k}`, `head${k}>all`);
  });
  nodes.all = { kind: 'join', x: columns[4] - 10, y: nodes.image1.y, width: 46, height: 28 };
  return { nodes, edges };
}

function square(kind: Node['kind'], x: number, y: number, side: number): Node {
  return { kind, x, y, width: side, height: side };
}

/** One picture; the backbone's maps above each other, coarse on top. */
function levelsOf(name: string, where: Layout): Omit<Arrangement, 'marks'> {
  const { columns, rows, image, maps } = where;
  const slab = (kind: Node['kind'], column: number, level: number): Node => ({
    ...{ kind, x: columns[column], y: rows[level] },
    ...{ width: maps[level], height: 24 },
  });
  const nodes: Record<string, Node> = {
    image1: square('image', columns[0], rows[0], 1.25 * image),
  };
  LEVELS.forEach((level, i) => {
    nodes[`map1${level}`] = slab('map', 1, i);
  });
  const edges = ['image1>map13', 'map13>map14', 'map14>map15'];
  const put = (key: string, column: number, level: string) => {
    const i = LEVELS.indexOf(level);
    nodes[key + level] = slab('join', column, i);
  };
  /** The head of a level; of the three heads of the pyramid the one for small things comes to P3. */
  const heads = (source: string) =>
    LEVELS.forEach((level, i) => {
      nodes[`head${i}`] = square('head', columns[4], rows[i], 18);
      edges.push(`${source}${level}>head${i}`);
    });
  switch (name) {
    case 'One map':
      nodes.head2 = square('head', columns[4], rows[2], 18);
      edges.push('map15>head2');
      break;
    case 'FPN':
    case 'PANet':
      for (const level of LEVELS) {
        put('down', 2, level);
        edges.push(`map1${level}>down${level}`);
      }
      edges.push('down5>down4', 'down4>down3');
      if (name === 'FPN') heads('down');
      else {
        for (const level of LEVELS) {
          put('up', 3, level);
          edges.push(`down${level}>up${level}`);
        }
        edges.push('up3>up4', 'up4>up5');
        heads('up');
      }
      break;
    case 'BiFPN':
      put('down', 2, '4');
      for (const level of LEVELS) put('up', 3, level);
      edges.push('map15>down4', 'map14>down4', 'down4>up3', 'down4>up4', 'map13>up3');
      edges.push('map14~up4', 'map15>up5', 'up3>up4', 'up4>up5');
      heads('up');
      break;
    case 'SAN':
      for (const level of LEVELS) {
        put('down', 2, level);
        edges.push(`map1${level}>down${level}`, `down${level}>space`);
      }
      nodes.space = {
        kind: 'space',
        x: columns[3],
        y: rows[1],
        width: 18,
        height: rows[0] - rows[2] + 40,
      };
      LEVELS.forEach((_, i) => {
        nodes[`head${i}`] = square('head', columns[4], rows[i], 18);
        edges.push(`space>head${i}`);
      });
  }
  return { nodes, edges };
}
