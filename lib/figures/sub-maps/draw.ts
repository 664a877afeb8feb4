import { type Context, cellKey, parseCell } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { head, path, polyline } from '../kit/path.ts';
import { mix, stagger } from '../kit/timeline.ts';
import { type Layout, layout, type Strip } from './layout.ts';
import { acts, type Deal, type Model, modelOf, type Params, placeOf, verdict } from './model.ts';
import type { SubMapsWords } from './words.ts';

type Side = 'slices' | 'sentence';

export function draw(
  words: SubMapsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const time = acts();
  const at = {
    slices: time.progress('slices', t),
    sentence: time.progress('sentence', t),
    compare: time.eased('compare', t),
  };
  const where = layout(model, context);
  const layer = stage(svg, 'sub-maps', params, context, where);
  drawRows(layer('rows'), layer('numbers'), { model, where, words }, 1 - at.compare);
  for (const side of ['slices', 'sentence'] as const) {
    drawHeads(layer(`${side}-heads`), side, { model, where, words }, at, context);
    drawDeal(layer(side), layer(`${side}-numbers`), side, { model, where, words }, at);
  }
  drawTrades(layer('trades'), model, where, at.compare);
  drawWords(layer('words'), { model, where, words }, at, context);
  drawHighlight(layer('highlight'), where, model, context);
}

interface Scene {
  model: Model;
  where: Layout;
  words: SubMapsWords;
}

interface Moment {
  slices: number;
  sentence: number;
  compare: number;
}

/** A hue for each sub-map: the corners of a block of 5 and what lies farthest from them, so that no two are alike. */
const HUES = [
  [0, 0],
  [0, 4],
  [4, 0],
  [4, 4],
  [2, 1],
].map(([dy, dx]) => phaseColour(5, dy, dx));

/** The hue that a row has by the slices: wherever it goes, its colour says where it should be. */
function hue({ block }: Model, i: number): string {
  return HUES[i % block];
}

function numberOn(strip: Strip, text: string, fill: string, opacity = 1): Label {
  return {
    x: strip.x + 10,
    y: strip.y + strip.height / 2,
    // A strip that is lower than its letters has none.
    text: strip.height < 16 ? '' : text,
    size: 13,
    fill: inkOn(fill),
    opacity,
  };
}

/** The rows of X step back in the end: lines run across them. */
function drawRows(
  group: Group,
  numbers: Group,
  { model, where, words }: Scene,
  presence: number,
): void {
  const rows = Array.from({ length: model.size }, (_, i) => i);
  boxes(
    group,
    rows.map((i) => ({
      ...where.row(i),
      fill: hue(model, i),
      opacity: mix(0.14, 1, presence),
      cell: cellKey('x', i, 0),
    })),
  );
  labels(
    numbers,
    rows.map((i) => numberOn(where.row(i), words.drawing.row(i), hue(model, i), presence)),
    true,
  );
}

function drawDeal(
  group: Group,
  numbers: Group,
  side: Side,
  { model, where, words }: Scene,
  at: Moment,
): void {
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  const deal: Deal = model[side];
  for (let i = 0; i < model.size; i++) {
    const { x, place } = placeOf(deal, i);
    const u = stagger(at[side], x, model.block, 0.6);
    const [from, to] = [where.row(i), where.place(side, x, place)];
    const strip = { ...to, x: mix(from.x, to.x, u), y: mix(from.y, to.y, u) };
    const fill = hue(model, i);
    const opacity = u > 0 ? 1 : 0;
    cells.push({ ...strip, fill, opacity, cell: cellKey(side, i, 0) });
    texts.push(numberOn(strip, words.drawing.row(i), fill, opacity));
  }
  boxes(group, cells);
  labels(numbers, texts, true);
}

function drawHeads(
  group: Group,
  side: Side,
  { model, where, words }: Scene,
  at: Moment,
  context: Context,
): void {
  const narrow = context.layout === 'narrow';
  const { block } = model;
  labels(
    group,
    Array.from({ length: block }, (_, x) => ({
      ...where.head(side, x),
      text: narrow
        ? `x = ${x}`
        : side === 'slices'
          ? `x = ${x}:  X[${x} : S : ${block}]`
          : words.drawing.divisible(x, block),
      size: 13,
      weight: 600,
      opacity: Math.min(1, 2 * stagger(at[side], x, block, 0.6)),
    })),
  );
}

/** Lines from a sub-map on the left to where its rows are on the right, where that is another one. */
function drawTrades(group: Group, model: Model, where: Layout, compare: number): void {
  lines(
    group,
    model.differing.map((x) => {
      const other = placeOf(model.sentence, model.slices[x][0]).x;
      const from = where.place('slices', x, 0);
      const to = where.place('sentence', other, 0);
      const rows = model.slices[x].length;
      const half = (to.height * rows + 3 * (rows - 1)) / 2;
      const [x0, y0, x1, y1] = [from.x + from.width + 3, from.y + half, to.x - 3, to.y + half];
      const middle = (x0 + x1) / 2;
      return {
        path:
          path((pen) => {
            pen.moveTo(x0, y0);
            pen.bezierCurveTo(middle, y0, middle, y1, x1, y1);
          }) + polyline(head([x1, y1], false, 7, 5)),
        stroke: colour.ink,
        strokeWidth: 2,
        opacity: compare,
      };
    }),
  );
}

function drawWords(
  group: Group,
  { model, where, words: dictionary }: Scene,
  at: Moment,
  context: Context,
): void {
  const narrow = context.layout === 'narrow';
  const { drawing } = dictionary;
  const { columns, titleY } = where;
  const { block } = model;
  const shown = (side: Side) => Math.min(1, 3 * at[side]);
  const lines: [number, string, string, number][] = [
    [
      columns.slices,
      narrow ? drawing.slicesShort : drawing.slices,
      drawing.slicesRule,
      shown('slices'),
    ],
    [
      columns.rows,
      'X',
      narrow ? drawing.rowsShort(model.size) : drawing.rows(model.size, block),
      1,
    ],
    [
      columns.sentence,
      narrow ? drawing.sentenceShort : drawing.sentence,
      drawing.sentenceRule,
      shown('sentence'),
    ],
  ];
  const words = lines.flatMap(([x, title, rule, opacity]): Label[] => [
    { x, y: titleY, text: title, weight: 600, opacity },
    { x, y: titleY + 20, text: rule, size: 13, fill: colour.muted, opacity },
  ]);
  labels(group, [
    ...words,
    {
      x: where.width / 2,
      y: where.verdictY,
      text: verdict(model, dictionary),
      anchor: 'middle',
      weight: 600,
      size: 15,
      fill: model.differing.length > 0 ? colour.strided : colour.spd,
      opacity: at.compare,
    },
  ]);
}

function drawHighlight(group: Group, where: Layout, model: Model, { lit }: Context): void {
  const row = lit ? parseCell(lit.cells[0]).row : -1;
  const strips =
    row < 0
      ? []
      : [
          where.row(row),
          ...(['slices', 'sentence'] as const).map((side) => {
            const { x, place } = placeOf(model[side], row);
            return where.place(side, x, place);
          }),
        ];
  group.attr('pointer-events', 'none');
  boxes(
    group,
    strips.map((strip) => ({ ...strip, stroke: colour.ink, strokeWidth: 2.5 })),
  );
}
