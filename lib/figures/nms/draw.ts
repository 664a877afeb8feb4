import type { Box } from '../../detection/index.ts';
import { type Context, cellKey } from '../figure.ts';
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
import { type Point, polygon } from '../kit/path.ts';
import { type Layout, layout } from './layout.ts';
import { acts, BOX, cars, type Model, modelOf, outcome, type Params, SIDE } from './model.ts';
import type { NmsWords } from './words.ts';

/** What has become of each box at this moment. */
interface Fate {
  /** Known to stay, 0 to 1. */
  kept: number;
  /** Has given way, 0 to 1. */
  gone: number;
  /** It is its round now: it stays, or is being compared. */
  now: boolean;
}

function fates(model: Model, t: number): Fate[] {
  const time = acts(model);
  const fate: Fate[] = model.verdicts.map(() => ({ kept: 0, gone: 0, now: false }));
  const over = time.progress('rest', t) > 0;
  const current = over
    ? -1
    : model.rounds.findLastIndex((_, i) => time.progress(`keep ${i}`, t) > 0);
  model.rounds.forEach(({ keeper, losers }, i) => {
    fate[keeper] = { kept: time.eased(`keep ${i}`, t), gone: 0, now: i === current };
    for (const loser of losers)
      fate[loser] = { kept: 0, gone: time.eased(`drop ${i}`, t), now: i === current };
  });
  return fate;
}

export function draw(
  words: NmsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const where = layout(params, context);
  const layer = stage(svg, 'nms', params, context, where);
  const fate = fates(model, t);
  const time = acts(model);
  const { x, y, side } = where.picture;
  boxes(layer('picture'), [{ x, y, width: side, height: side, fill: colour.panel, radius: 2 }]);
  lines(
    layer('cars'),
    cars(params).flatMap((car) => carPaths(car, where)),
  );
  boxes(
    layer('boxes'),
    model.verdicts.map(({ detection }, i) => frame(detection, fate[i], i, where)),
  );
  labels(layer('numbers'), numbersOf(model, fate, where));
  drawList(
    [layer('rows'), layer('bars'), layer('words')],
    { model, fate, where, dictionary: words },
    time.eased('sort', t),
  );
  labels(layer('outcome'), [
    {
      ...where.outcome,
      text: outcome(words, model),
      weight: 600,
      opacity: time.eased('rest', t),
    },
  ]);
  drawHighlight(layer('highlight'), model, where, context);
}

function place({ x, y, width, height }: Box, { picture }: Layout) {
  const scale = picture.side / SIDE;
  return {
    x: picture.x + x * scale,
    y: picture.y + y * scale,
    width: width * scale,
    height: height * scale,
  };
}

/** A car from above, its nose up and to the right, in its square box. */
function carPaths(car: Box, where: Layout) {
  const scale = where.picture.side / SIDE;
  const { x, y } = place(car, where);
  // Across the diagonal: a length and a width that fill the box of BOX px.
  const [length, wide] = [0.98 * BOX, 0.27 * BOX];
  const point = (along: number, across: number): Point => {
    const [u, v] = [along * length * 0.5, across * wide * 0.5];
    const px = BOX / 2 + (u + v) * Math.SQRT1_2;
    const py = BOX / 2 + (v - u) * Math.SQRT1_2;
    return [x + px * scale, y + py * scale];
  };
  const shape = (from: number, to: number, half: number) =>
    polygon([point(from, -half), point(to, -half), point(to, half), point(from, half)]);
  return [
    {
      path: polygon([
        point(-1, -0.8),
        point(-0.9, -1),
        point(0.8, -1),
        point(1, -0.6),
        point(1, 0.6),
        point(0.8, 1),
        point(-0.9, 1),
        point(-1, 0.8),
      ]),
      fill: colour.muted,
      stroke: 'none',
      opacity: 0.5,
    },
    { path: shape(0.22, 0.45, 0.78), fill: colour.panel, stroke: 'none', opacity: 0.85 },
    { path: shape(-0.72, -0.55, 0.74), fill: colour.panel, stroke: 'none', opacity: 0.85 },
  ];
}

function frame(detection: Box, { kept, gone, now }: Fate, i: number, where: Layout): RectMark {
  return {
    ...place(detection, where),
    stroke: colour.ink,
    strokeWidth: kept > 0.5 ? 4 : now ? 2 : 1.5,
    dash: gone > 0 ? '5 4' : 'none',
    opacity: kept > 0 ? 0.75 + 0.25 * kept : 0.75 - (now ? 0.3 : 0.48) * gone,
    inside: true,
    cell: cellKey('boxes', i, 0),
  };
}

/** The numbers of the boxes that stay, each in a corner of its own: copies lie nearly on each other. */
function numbersOf({ rounds, carOf, verdicts }: Model, fate: Fate[], where: Layout): Label[] {
  const seen = [0, 0];
  return rounds.map(({ keeper }) => {
    const { x, y, width, height } = place(verdicts[keeper].detection, where);
    const corner = seen[carOf[keeper]]++ % 4;
    const [right, low] = [corner % 2 === 1, corner === 1 || corner === 2];
    return {
      x: right ? x + width - 7 : x + 7,
      y: low ? y + height - 8 : y + 18,
      text: String(keeper + 1),
      size: 15,
      weight: 600,
      anchor: right ? 'end' : 'start',
      opacity: fate[keeper].kept,
    };
  });
}

interface Scene {
  model: Model;
  fate: Fate[];
  where: Layout;
  dictionary: NmsWords;
}

function drawList(
  [rows, bars, words]: [Group, Group, Group],
  { model: { verdicts }, fate, where: { list }, dictionary }: Scene,
  sorted: number,
): void {
  const bar = { x: list.x + 30, width: 96, height: 10 };
  const rowY = (i: number) => list.y + i * list.row;
  boxes(
    rows,
    verdicts.map((_, i) => ({
      ...{ x: list.x, y: rowY(i), width: list.width, height: list.row - 4, radius: 3 },
      fill: colour.panel,
      opacity: fate[i].now ? 1 : 0,
      cell: cellKey('boxes', i, 0),
    })),
  );
  const opacity = (i: number) => sorted * (1 - 0.34 * fate[i].gone);
  boxes(
    bars,
    verdicts.map(({ detection }, i) => ({
      ...{ ...bar, y: rowY(i) + (list.row - 4 - bar.height) / 2 },
      width: bar.width * Math.max(0, detection.score),
      fill: fate[i].gone > 0.5 ? 'none' : colour.ink,
      stroke: colour.ink,
      opacity: opacity(i),
    })),
  );
  const text: Label[] = verdicts.flatMap(({ detection, by, overlap }, i) => {
    const y = rowY(i) + list.row / 2 - 2 + 5;
    const { kept, gone } = fate[i];
    return [
      { x: list.x + 22, y, text: String(i + 1), size: 13, anchor: 'end' as const, mono: true },
      { x: list.x + 136, y, text: detection.score.toFixed(2), size: 13, mono: true },
      {
        x: list.x + 184,
        y,
        text: by === undefined ? dictionary.stays : dictionary.overlaps(overlap.toFixed(2), by + 1),
        size: 13,
        weight: by === undefined ? 600 : 400,
        opacity: by === undefined ? kept : gone,
      },
    ].map((label) => ({ ...label, opacity: opacity(i) * ((label as Label).opacity ?? 1) }));
  });
  labels(words, [
    { x: list.x + 30, y: list.y - 10, text: dictionary.heads.score, size: 13, fill: colour.muted },
    {
      x: list.x + 184,
      y: list.y - 10,
      text: dictionary.heads.verdict,
      size: 13,
      fill: colour.muted,
      opacity: sorted,
    },
    ...text,
  ]);
}

function drawHighlight(group: Group, model: Model, where: Layout, { lit }: Context): void {
  boxes(
    group,
    (lit?.cells ?? []).map((key, rank) => {
      const i = Number(key.split(':')[1]);
      return {
        ...place(model.verdicts[i].detection, where),
        stroke: colour.ink,
        strokeWidth: rank === 0 ? 5 : 3,
        fill: rank === 0 ? colour.ink : 'none',
        fillOpacity: 0.12,
      };
    }),
  );
  group.attr('pointer-events', 'none');
}
