import { type Context, parseCell } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  boxes,
  type Group,
  groups,
  type Label,
  type Line,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { polyline } from '../kit/path.ts';
import { mix } from '../kit/timeline.ts';
import { drawInset } from './inset.ts';
import { type Layout, layout, type Square } from './layout.ts';
import { changed, counts, current, type Model, modelOf, type Params, shapes } from './model.ts';
import type { FocusWords } from './words.ts';

export function draw(
  words: FocusWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const where = layout(model, context);
  const layer = stage(svg, 'focus', params, context, where);
  drawMaps(layer('flow'), layer('maps'), layer('sides'), model, where);
  drawGates(layer('gates'), { model, where, t, drawing: words.drawing }, context);
  drawInset(layer('inset'), model, where, t);
  drawWords(layer('words'), { model, where, t, drawing: words.drawing }, context);
  drawHighlight(layer('highlight'), where, context);
}

function drawMaps(flow: Group, group: Group, words: Group, model: Model, where: Layout): void {
  const { maps, neck } = where;
  const all = [...maps, ...neck];
  const sides = [...model.sides, ...model.sides.slice(3)];
  const path = (a: Square, b: Square) =>
    polyline([
      [a.x + a.side, a.y + a.side / 2],
      [b.x, a.y + a.side / 2],
    ]);
  const down = maps.slice(3).map((map, i) => {
    const x = map.x + map.side / 2;
    return polyline([
      [x, map.y + map.side + 24],
      [x, neck[i].y],
    ]);
  });
  const paths = [
    ...maps.slice(1).map((map, i) => path(maps[i], map)),
    ...neck.slice(1).map((map, i) => path(neck[i], map)),
    ...down,
  ];
  lines(
    flow,
    paths.map(
      (p, i): Line => ({
        path: p,
        stroke: colour.muted,
        strokeWidth: 1.25,
        dash: i < 7 ? 'none' : '2 4',
      }),
    ),
  );
  boxes(
    group,
    all.map((map) => ({
      x: map.x,
      y: map.y,
      width: map.side,
      height: map.side,
      fill: colour.panel,
      stroke: colour.muted,
      strokeWidth: 1.25,
    })),
  );
  labels(
    words,
    all.map((map, i) => ({
      x: map.x + map.side / 2,
      y: map.y + map.side + 17,
      text: String(sides[i]),
      size: 13,
      anchor: 'middle',
      fill: colour.muted,
    })),
  );
}

interface Scene {
  model: Model;
  where: Layout;
  t: number;
  drawing: FocusWords['drawing'];
}

/** A strided convolution is dashed and warm, space-to-depth the mark of four hues. */
function drawGates(group: Group, { model, where, t, drawing }: Scene, context: Context): void {
  const narrow = context.layout === 'narrow';
  const { gate: now } = current(model, t);
  groups(group, model.gates, (self, { before }, i) => {
    const { x, y, side } = where.gates[i];
    const u = changed(model, t, i);
    const width = narrow ? side + 2 : 54;
    const text = narrow ? '/2' : before === 'focus' ? '' : before;
    const name = i === 0 ? drawing.focusGate : drawing.spdGate;
    const half = (side / 2) * mix(0.6, 1, u);
    const mark = [0, 1, 2, 3].map((o): RectMark => {
      const [dy, dx] = [o % 2, o >> 1];
      return {
        x: x + (dx - 1) * half,
        y: y + (dy - 1) * half,
        width: half,
        height: half,
        fill: phaseColour(2, dy, dx),
        stroke: colour.paper,
        strokeWidth: 0.75,
        opacity: u,
      };
    });
    const lit = t > 0 && t < 1 && i === now;
    boxes(self, [
      {
        x: x - width / 2,
        y: y - side / 2,
        width,
        height: side,
        radius: 4,
        fill: colour.paper,
        stroke: colour.strided,
        strokeWidth: 1.75,
        dash: '5 3',
        opacity: 1 - u,
      },
      ...mark,
      {
        x: x - side / 2 - 4,
        y: y - side / 2 - 4,
        width: side + 8,
        height: side + 8,
        radius: 4,
        stroke: colour.ink,
        strokeWidth: 1.75,
        opacity: lit && u > 0 ? 1 : 0,
      },
    ]);
    const label: Label = { x, y: 0, text, size: 12, anchor: 'middle', weight: 600 };
    labels(self, [
      { ...label, y: y + 4.5, fill: colour.strided, opacity: Math.max(0, 1 - 2 * u) },
      {
        ...label,
        y: y - side / 2 - 10,
        text: narrow ? '' : name,
        fill: colour.spd,
        opacity: Math.max(0, 2 * u - 1),
      },
    ]);
  });
}

function drawWords(group: Group, { model, where, t, drawing }: Scene, context: Context): void {
  const narrow = context.layout === 'narrow';
  const { titles, inset } = where;
  const { gate } = current(model, t);
  const { strided, spd } = counts(model, t);
  const at = where.counts;
  const count = { size: 15, weight: 600 };
  labels(group, [
    { ...titles.backbone, text: drawing.backbone, weight: 600 },
    { ...titles.neck, text: drawing.neck, weight: 600, anchor: 'start' },
    {
      ...inset.title,
      text: narrow ? drawing.markShort : drawing.mark,
      weight: 600,
    },
    { ...inset.shapes, text: shapes(model.gates[gate]), size: 14, mono: true },
    {
      ...at,
      ...count,
      text: drawing.strided(strided),
      fill: colour.strided,
    },
    {
      ...count,
      x: at.x + 108,
      y: at.y,
      text: drawing.spd(spd),
      fill: colour.spd,
    },
  ]);
}

function drawHighlight(group: Group, where: Layout, { lit }: Context): void {
  group.attr('pointer-events', 'none');
  boxes(
    group,
    (lit?.cells ?? []).map((key) => {
      const { grid, row, column } = parseCell(key);
      const o = Number(grid.slice(1));
      const { x, y, side } =
        grid === 'x'
          ? where.inset.pixel(row, column)
          : where.inset.place(o % 2, o >> 1, row, column);
      return { x, y, width: side - 1, height: side - 1, stroke: colour.ink, strokeWidth: 2.5 };
    }),
  );
}
