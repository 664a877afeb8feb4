import { type Assignment, assign } from '../../detection/index.ts';
import { type Context, cellKey } from '../figure.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  round,
  stage,
} from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour } from '../kit/palette.ts';
import { grips, handle } from './grip.ts';
import { type Layout, layout, type Panel } from './layout.ts';
import { linked } from './links.ts';
import {
  acts,
  answers,
  assignments,
  LEVELS,
  objectOf,
  type Params,
  PREDICTIONS,
  SIDE,
  sum,
} from './model.ts';
import type { AnchorsWords } from './words.ts';

/** How far the story is, each 0 to 1. */
interface Moment {
  levels: number;
  own: number;
  ratio: number;
  neighbours: number;
}

export function draw(
  words: AnchorsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const time = acts();
  const at: Moment = {
    levels: time.eased('levels', t),
    own: time.eased('own', t),
    ratio: time.eased('ratio', t),
    neighbours: time.eased('neighbours', t),
  };
  const where = layout(context);
  const layer = stage(svg, 'anchors', params, context, where);
  const all = assignments(params);
  const each = where.panels.map((panel, i) => ({ panel, i, assignment: all[i] }));
  boxes(
    layer('pictures'),
    each.map(({ panel: { x, y, side } }) => ({
      ...{ x, y, width: side, height: side },
      fill: colour.panel,
      stroke: colour.line,
    })),
  );
  boxes(
    layer('cells'),
    each.flatMap(({ panel, i }) => cells(panel, i, params)),
  );
  boxes(
    layer('answers'),
    each.flatMap(({ panel, i, assignment }) => answering(panel, i, assignment, params, at)),
  );
  lines(
    layer('grid'),
    each.map(({ panel, i }) => ({
      path: gridPath(panel, LEVELS[i].width),
      stroke: colour.muted,
      strokeWidth: 0.75,
      opacity: 0.55 * at.levels,
    })),
  );
  boxes(
    layer('objects'),
    each.map(({ panel }) => objectIn(panel, params)),
  );
  lines(
    layer('centres'),
    each.map(({ panel }) => ({
      path: cross(panel, params),
      stroke: colour.ink,
      strokeWidth: 1.5,
    })),
  );
  drawGrips(layer('grips'), params, where);
  drawAnchors(layer('anchors'), layer('anchor-objects'), params, each, at);
  drawWords(layer('words'), { each, where, at, dictionary: words }, context);
  drawHighlight(layer('highlight'), where, context);
}

type Each = { panel: Panel; i: number; assignment: Assignment }[];

function cellBox({ x, y, side }: Panel, level: number, row: number, column: number): Box {
  const cell = side / LEVELS[level].width;
  return { x: x + column * cell, y: y + row * cell, width: cell, height: cell };
}

/** Nothing to see: they answer to the pointer. Only those around the object, for a drawing that stays light. */
function cells(panel: Panel, level: number, { x, y }: Params): Box[] {
  const { width, height, name, stride } = LEVELS[level];
  const [row, column] = [Math.floor(y / stride), Math.floor(x / stride)];
  return Array.from({ length: 25 }, (_, i) => [row + Math.floor(i / 5) - 2, column + (i % 5) - 2])
    .filter(([r, c]) => r >= 0 && c >= 0 && r < height && c < width)
    .map(([r, c]) => ({
      ...cellBox(panel, level, r, c),
      fill: 'transparent',
      cell: cellKey(name.toLowerCase(), r, c),
    }));
}

/** The cell of the centre and its neighbours; where no anchor fits, they fade when that comes out. */
function answering(
  panel: Panel,
  level: number,
  { cells: real }: Assignment,
  params: Params,
  at: Moment,
): Box[] {
  const near = assign(objectOf(params), LEVELS[level], Number.POSITIVE_INFINITY).cells;
  const stays = real.length > 0 ? 1 : 1 - at.ratio;
  return near.map(({ row, column, own }) => ({
    ...cellBox(panel, level, row, column),
    fill: colour.ink,
    fillOpacity: own ? 0.34 : 0.17,
    opacity: own ? at.own * stays : real.length > 0 ? at.neighbours : 0,
  }));
}

function gridPath({ x, y, side }: Panel, n: number): string {
  return Array.from({ length: n - 1 }, (_, i) => {
    const d = round(((i + 1) * side) / n);
    return `M${round(x + d)} ${y}v${side}M${x} ${round(y + d)}h${side}`;
  }).join('');
}

/** The object, cut off at the picture's border. */
function objectIn({ x, y, side }: Panel, params: Params): Box {
  const scale = side / SIDE;
  const { x: left, y: top, width, height } = objectOf(params);
  const clamp = (v: number) => Math.min(SIDE, Math.max(0, v));
  return {
    x: x + clamp(left) * scale,
    y: y + clamp(top) * scale,
    width: (clamp(left + width) - clamp(left)) * scale,
    height: (clamp(top + height) - clamp(top)) * scale,
    stroke: colour.ink,
    strokeWidth: 2.5,
    fill: colour.paper,
    fillOpacity: 0.55,
  };
}

/** What the pointer takes hold of. A finger on it must not scroll the page. */
function drawGrips(group: Group, params: Params, where: Layout): void {
  const all = grips(params, where);
  boxes(group, [
    ...all.map(({ move }) => ({ ...move, fill: 'transparent' })),
    ...all.map(({ size }) => ({
      ...handle(size),
      radius: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 2,
    })),
    ...all.map(({ size }) => ({ ...size, fill: 'transparent' })),
  ]);
  const cursor = (i: number) => (i < all.length ? 'move' : 'nwse-resize');
  group.selectChildren('rect').attr('style', (_, i) => `touch-action: none; cursor: ${cursor(i)}`);
}

function cross({ x, y, side }: Panel, params: Params): string {
  const scale = side / SIDE;
  const [cx, cy] = [round(x + params.x * scale), round(y + params.y * scale)];
  // As long as the object lets it be: it must not hide a small one.
  const arm = round(Math.min(4, 0.3 * scale * Math.min(params.width, params.height)));
  return `M${cx - arm} ${cy}h${2 * arm}M${cx} ${cy - arm}v${2 * arm}`;
}

/** Object and anchor, one upon the other. */
function drawAnchors(
  group: Group,
  objects: Group,
  { width, height }: Params,
  each: Each,
  at: Moment,
): void {
  const outlines: Box[] = [];
  const fills: Box[] = [];
  for (const { panel, i, assignment } of each)
    panel.anchors.forEach(({ x, y, side }, k) => {
      const [w, h] = LEVELS[i].anchors[k];
      const scale = (side - 4) / Math.max(w, h, width, height);
      const centred = (bw: number, bh: number) => ({
        x: x + (side - bw * scale) / 2,
        y: y + (side - bh * scale) / 2,
        width: bw * scale,
        height: bh * scale,
      });
      const { fits } = assignment.fits[k];
      const fade = fits ? 1 : 1 - 0.6 * at.ratio;
      const shown = 0.25 + 0.75 * at.levels;
      fills.push({
        ...centred(width, height),
        fill: colour.ink,
        fillOpacity: 0.16,
        opacity: at.ratio * fade,
      });
      outlines.push({
        ...centred(w, h),
        stroke: colour.ink,
        strokeWidth: 2,
        dash: fits || at.ratio < 0.5 ? 'none' : '4 3',
        opacity: shown * fade,
      });
    });
  boxes(objects, fills);
  boxes(group, outlines);
}

interface Told {
  each: Each;
  where: Layout;
  at: Moment;
  dictionary: AnchorsWords;
}

function drawWords(group: Group, { each, where, at, dictionary }: Told, context: Context): void {
  const muted = { fill: colour.muted, size: 13 };
  const words: Label[] = each.flatMap(({ panel, i, assignment }) => {
    const { name, stride, width, height, anchors } = LEVELS[i];
    const { x, y } = panel;
    return [
      { x, y: y - 26, text: dictionary.level(name, stride), weight: 600 },
      { x, y: y - 9, text: dictionary.cells(width, height, stride), ...muted },
      ...panel.anchors.flatMap((place, k) => {
        const { factor, fits } = assignment.fits[k];
        const middle = place.x + place.side / 2;
        const below = place.y + place.side;
        return [
          {
            ...{ x: middle, y: below + 16, anchor: 'middle' as const },
            ...{ text: `${anchors[k][0]} × ${anchors[k][1]}`, size: 12 },
            opacity: 0.35 + 0.65 * at.levels,
          },
          {
            ...{ x: middle, y: below + 33, anchor: 'middle' as const },
            text: `× ${factor.toFixed(1)}`,
            size: 12,
            weight: fits ? 600 : 400,
            fill: fits ? colour.ink : colour.muted,
            opacity: at.ratio,
          },
          {
            ...{ x: middle, y: below + 49, anchor: 'middle' as const },
            text: fits ? dictionary.fits : dictionary.fitsNot,
            size: 12,
            weight: fits ? 600 : 400,
            fill: fits ? colour.ink : colour.muted,
            opacity: at.ratio,
          },
        ];
      }),
      // The sum stands under the anchors; in the narrow layout that is beside the picture.
      ...sumLines(sum(dictionary, assignment), context.narrow).map((text, line) => ({
        x: panel.sum.x,
        y: panel.sum.y + 17 * line,
        text,
        size: 13,
        weight: 600,
        opacity: at.neighbours,
      })),
    ];
  });
  const total = each.reduce((n, { assignment }) => n + answers(assignment), 0);
  const share = dictionary.share(total, thousands(PREDICTIONS));
  const said = context.narrow ? share : [share.join(' ')];
  words.push(
    ...said.map((text, i) => ({
      ...where.total,
      y: where.total.y + 19 * i,
      text,
      opacity: at.neighbours,
      weight: 600,
    })),
  );
  labels(group, words);
}

function sumLines(text: string, narrow: boolean): string[] {
  return narrow && text.includes(' = ')
    ? [text.split(' = ')[0], `= ${text.split(' = ')[1]}`]
    : [text];
}

function drawHighlight(group: Group, { panels }: Layout, { highlight }: Context): void {
  const keys = highlight ? [highlight, ...linked(highlight)] : [];
  boxes(
    group,
    keys.map((key) => {
      const [grid, row, column] = key.split(':');
      const level = LEVELS.findIndex(({ name }) => name.toLowerCase() === grid);
      return {
        ...cellBox(panels[level], level, Number(row), Number(column)),
        stroke: colour.ink,
        strokeWidth: 2.5,
      };
    }),
  );
  group.attr('pointer-events', 'none');
}
