import type { Context } from '../figure.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  type Line,
  labels,
  lines,
  round,
  stage,
  textWidth,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { mix } from '../kit/timeline.ts';
import { type Arrangement, arrange, type Layout, layout, type Node } from './arrange.ts';
import { METHODS } from './methods.ts';
import {
  between,
  chipOf,
  type Params,
  pixelsText,
  SCALE_NAMES,
  SCALES,
  SIDE,
  shown,
  suitable,
  things,
} from './model.ts';
import type { SmallObjectsWords } from './words.ts';

type Seen = Node & { opacity: number };

/** Both arrangements mixed. */
interface Scene {
  nodes: Map<string, Seen>;
  edges: { from: Seen; to: Seen; around: boolean; opacity: number }[];
  marks: Arrangement['marks'];
}

export function draw(
  words: SmallObjectsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const where = layout(context);
  const layer = stage(svg, 'small-objects', params, context, where);
  const { a, b, u } = between(t);
  const scene = mixed(arrange(a, where), arrange(b, where), u);
  lines(layer('edges'), scene.edges.flatMap(arrow));
  drawNodes(layer('nodes'), layer('node-words'), scene, words);
  drawImages([layer('things'), layer('chips'), layer('scales')], params, scene, where, words);
  drawText(layer('text'), params, t, where, words);
}

function mixed(a: Arrangement, b: Arrangement, u: number): Scene {
  const nodes = new Map<string, Seen>();
  // In one fixed order, so that a mark keeps its element.
  const keys = [...new Set([...Object.keys(a.nodes), ...Object.keys(b.nodes)])].sort();
  for (const key of keys) {
    const [from, to] = [a.nodes[key] ?? b.nodes[key], b.nodes[key] ?? a.nodes[key]];
    const opacity = (a.nodes[key] ? 1 - u : 0) + (b.nodes[key] ? u : 0);
    nodes.set(key, {
      kind: to.kind,
      x: mix(from.x, to.x, u),
      y: mix(from.y, to.y, u),
      width: mix(from.width, to.width, u),
      height: mix(from.height, to.height, u),
      opacity,
    });
  }
  const edges = [...new Set([...a.edges, ...b.edges])].sort().map((key) => {
    const [from, to] = key.split(/[>~]/).map((name) => nodes.get(name) as Seen);
    const opacity = (a.edges.includes(key) ? 1 - u : 0) + (b.edges.includes(key) ? u : 0);
    return { from, to, around: key.includes('~'), opacity };
  });
  const mark = (name: keyof Arrangement['marks']) => mix(a.marks[name], b.marks[name], u);
  return {
    nodes,
    edges,
    marks: { suitable: mark('suitable'), chips: mark('chips'), levels: mark('levels') },
  };
}

/** Where the straight line from a node's middle towards (x, y) leaves its border. */
function border(node: Seen, x: number, y: number): [number, number] {
  const [dx, dy] = [x - node.x, y - node.y];
  const room = 3;
  const share = Math.min(
    (node.width / 2 + room) / Math.max(1e-6, Math.abs(dx)),
    (node.height / 2 + room) / Math.max(1e-6, Math.abs(dy)),
  );
  return [node.x + dx * share, node.y + dy * share];
}

/** A line and its head; an edge that goes around what lies between is bent. */
function arrow({ from, to, around, opacity }: Scene['edges'][number]): Line[] {
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - (around ? 52 : 0)];
  const [x1, y1] = border(from, around ? mx : to.x, around ? my : to.y);
  const [x2, y2] = border(to, around ? mx : from.x, around ? my : from.y);
  const [bx, by] = around ? [mx, my] : [x1, y1];
  const length = Math.hypot(x2 - bx, y2 - by) || 1;
  const [ux, uy] = [(x2 - bx) / length, (y2 - by) / length];
  const path = around ? `Q${round(mx)} ${round(my)} ` : 'L';
  const tip = (side: number) =>
    `${round(x2 - 6 * ux + side * 3.5 * uy)} ${round(y2 - 6 * uy - side * 3.5 * ux)}`;
  return [
    {
      path: `M${round(x1)} ${round(y1)}${path}${round(x2)} ${round(y2)}`,
      stroke: colour.muted,
      strokeWidth: 1.25,
      opacity,
    },
    {
      path: `M${tip(1)}L${round(x2)} ${round(y2)}L${tip(-1)}Z`,
      fill: colour.muted,
      stroke: 'none',
      opacity,
    },
  ];
}

const STYLE: Record<Node['kind'], Partial<Box>> = {
  image: { fill: colour.panel, stroke: colour.muted },
  map: { fill: colour.panel, stroke: colour.ink, strokeWidth: 1.5, radius: 2 },
  join: { fill: colour.paper, stroke: colour.ink, strokeWidth: 2.5, radius: 2 },
  head: { fill: colour.ink, stroke: colour.ink, radius: 9 },
  space: { fill: colour.ink, fillOpacity: 0.16, stroke: colour.ink, strokeWidth: 1.5, radius: 4 },
};

function drawNodes(
  group: Group,
  words: Group,
  { nodes, marks }: Scene,
  { drawing }: SmallObjectsWords,
): void {
  const all = [...nodes.entries()];
  boxes(
    group,
    all.map(([, { x, y, width, height, opacity, kind }]) => ({
      ...{ x: x - width / 2, y: y - height / 2, width, height },
      ...STYLE[kind],
      // Of the picture that is cut into chips little is left.
      opacity: opacity * (kind === 'image' ? 1 - 0.6 * marks.chips : 1),
    })),
  );
  const names: Label[] = all.flatMap(([key, { x, y, width, opacity, kind }]) => {
    const level = key.at(-1);
    const shownHere = (kind === 'map' || kind === 'join') && key !== 'all';
    if (!shownHere || width < 20) return [];
    return [
      {
        ...{ x, y: y + 4.5, text: `P${level}`, size: 12, anchor: 'middle' as const },
        opacity: opacity * Math.max(0, 2 * marks.levels - 1),
      },
    ];
  });
  const heads = all.filter(([, { kind }]) => kind === 'head');
  const highest = heads.reduce((best, one) => (one[1].y < best[1].y ? one : best), heads[0]);
  names.push({
    x: highest[1].x,
    y: highest[1].y - 16,
    text: heads.length > 1 ? drawing.heads : drawing.head,
    size: 12,
    anchor: 'middle',
    fill: colour.muted,
    opacity: highest[1].opacity,
  });
  const sum = nodes.get('all');
  if (sum)
    names.push({
      ...{ x: sum.x, y: sum.y + 4.5, text: drawing.boxes, size: 12, anchor: 'middle' as const },
      opacity: sum.opacity,
    });
  labels(words, names);
}

/** The objects in each size of the picture, and the chips around those that suit it. */
function drawImages(
  [group, frames, words]: [Group, Group, Group],
  params: Params,
  { nodes, marks }: Scene,
  { image }: Layout,
  { drawing }: SmallObjectsWords,
): void {
  const [squares, chips, names]: [Box[], Box[], Label[]] = [[], [], []];
  SCALES.forEach((scale, k) => {
    const node = nodes.get(`image${k}`);
    if (!node) return;
    const px = node.width / SIDE;
    const at = (x: number, y: number, side: number): Box => ({
      x: node.x - node.width / 2 + x * px,
      y: node.y - node.height / 2 + y * px,
      width: side * px,
      height: side * px,
    });
    for (const thing of things(params)) {
      const { x, y, length } = thing;
      const counts = suitable(params, thing, scale);
      squares.push({
        ...at(x - length / 2, y - length / 2, length),
        fill: colour.ink,
        opacity: node.opacity * (counts ? 1 : 1 - 0.85 * marks.suitable),
      });
      const chip = chipOf(thing);
      chips.push({
        ...at(chip.x, chip.y, chip.side),
        stroke: colour.ink,
        strokeWidth: 1.5,
        dash: '3 2',
        opacity: counts ? node.opacity * marks.chips : 0,
      });
    }
    names.push({
      x: node.x - node.width / 2,
      y: node.y + node.height / 2 + 15,
      text: SCALE_NAMES[k],
      size: 12,
      fill: colour.muted,
      opacity: node.opacity * (1 - marks.levels),
    });
  });
  const single = nodes.get('image1');
  if (single)
    names.push({
      x: single.x,
      y: single.y + single.height / 2 + 16,
      text: image > 70 ? drawing.picture : drawing.pictureShort,
      size: 12,
      anchor: 'middle',
      fill: colour.muted,
      opacity: Math.max(0, 2 * marks.levels - 1),
    });
  boxes(group, squares);
  boxes(frames, chips);
  labels(words, names);
}

/** The words of the nearer method, fading in the middle of a change. */
function drawText(
  group: Group,
  params: Params,
  t: number,
  { text }: Layout,
  dictionary: SmallObjectsWords,
): void {
  const { drawing } = dictionary;
  const { u } = between(t);
  const method = shown(t);
  const opacity = Math.abs(2 * u - 1);
  const { name, who, does, helps, costs } = dictionary.methods[METHODS[method]];
  const out: Label[] = [
    { x: text.x, y: text.y, text: name, size: 18, weight: 600, opacity },
    { x: text.x, y: text.y + 21, text: who, size: 13, fill: colour.muted, opacity },
  ];
  let y = text.y + 48;
  const paragraph = (title: string, words: string) => {
    if (title) {
      out.push({ x: text.x, y, text: title, size: 13, weight: 600, opacity });
      y += 18;
    }
    for (const line of wrap(words, text.width, 13)) {
      out.push({ x: text.x, y, text: line, size: 13, opacity });
      y += 18;
    }
    y += 8;
  };
  paragraph('', does);
  paragraph(drawing.helps, helps);
  paragraph(drawing.costs, costs);
  paragraph(drawing.pixels, pixelsText(dictionary, params, method));
  labels(group, out);
}

function wrap(text: string, width: number, size: number): string[] {
  const out: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = out.at(-1) ? `${out.at(-1)} ${word}` : word;
    if (textWidth(longer, size) <= width) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
}
