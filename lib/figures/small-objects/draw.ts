import type { Context } from '../figure.ts';
import {
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { arrange, type Layout, layout, type Node } from './arrange.ts';
import { arrow } from './edges.ts';
import {
  between,
  chipOf,
  type Params,
  SCALE_NAMES,
  SCALES,
  SIDE,
  suitable,
  things,
} from './model.ts';
import { mixed, type Scene } from './scene.ts';
import { drawText } from './text.ts';
import type { SmallObjectsWords } from './words.ts';

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

const STYLE: Record<Node['kind'], Partial<RectMark>> = {
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
  const [squares, chips, names]: [RectMark[], RectMark[], Label[]] = [[], [], []];
  SCALES.forEach((scale, k) => {
    const node = nodes.get(`image${k}`);
    if (!node) return;
    const px = node.width / SIDE;
    const at = (x: number, y: number, side: number): RectMark => ({
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
