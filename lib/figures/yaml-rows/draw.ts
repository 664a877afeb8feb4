import type { Context } from '../figure.ts';
import {
  boxes,
  type Label,
  type Layers,
  type Line,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { path, polygon } from '../kit/path.ts';
import { mix } from '../kit/timeline.ts';
import type { Moment } from './layout.ts';
import { type Layout, layout, type Placed, placed } from './layout.ts';
import { acts, moved, type Params, type Stale, staleNumbers } from './model.ts';
import { drawNotes } from './notes.ts';
import type { YamlRowsWords } from './words.ts';

/** How far an arrow's head and another's dot move apart in one row, px each. */
const ASIDE = 4;

export function draw(
  words: YamlRowsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const where = layout(params, context);
  const layer = stage(svg, 'yaml-rows', params, context, where);
  const time = acts();
  const stale = time.eased('stale', t) * (1 - time.eased('fix', t));
  const fixed = time.eased('fix', t);
  const rows = placed(params, time.progress('insert', t), where);
  const y = (index: number) => rows[index].y + rows[index].high / 2;
  const references = staleNumbers(params);

  boxes(
    layer('bands'),
    rows
      .filter(({ row }) => row.spd)
      .map(
        ({ y, high, shown }): RectMark => ({
          x: 4,
          y: y + 1,
          width: where.arcs - 12,
          height: high - 2,
          fill: colour.spd,
          fillOpacity: 0.1,
          opacity: shown,
          radius: 3,
        }),
      ),
  );
  const plain = rows.filter((each) => each.plain);
  if (plain.length > 0)
    boxes(
      layer('plain'),
      plain.map(({ y, high }): RectMark => {
        return { x: where.module, y: y + 0.5, width: 60, height: high - 1, fill: colour.line };
      }),
    );
  drawArcs(layer, references, y, where, { stale, fixed });
  labels(layer('head'), heads(words.heads, where, fixed > 0.5), false);
  labels(
    layer('rows'),
    rows
      .filter(({ plain }) => !plain)
      .flatMap((each) => rowLabels(each, params, { stale, fixed }, where)),
    true,
  );
  drawNotes(words, layer('notes'), references, rows, where, { stale, fixed });
}

const heads = (words: YamlRowsWords['heads'], where: Layout, mended: boolean): Label[] => [
  { x: where.number, y: where.headY, text: words.row, size: 13, anchor: 'end', fill: colour.muted },
  { x: where.from, y: where.headY, text: words.from, size: 13, fill: colour.muted },
  { x: where.module, y: where.headY, text: words.module, size: 13, fill: colour.muted },
  ...(where.notes === undefined
    ? []
    : [
        {
          x: where.notes,
          y: where.headY,
          text: mended ? words.mended : words.notes,
          size: 13,
          fill: colour.muted,
        },
      ]),
];

function rowLabels(
  { row, y, high, shown, number }: Placed,
  params: Params,
  { stale, fixed }: Moment,
  where: Layout,
): Label[] {
  const middle = y + high / 2;
  const wrong = row.absolute.some((old) => moved(params, old) !== old);
  const sources = row.absolute.map((old) => (fixed > 0.5 ? moved(params, old) : old));
  const from = row.module === 'Detect' ? sources : [-1, ...sources];
  return [
    {
      x: where.number,
      y: middle,
      text: String(number),
      size: 13,
      anchor: 'end',
      mono: true,
      fill: row.spd ? colour.spd : colour.ink,
      opacity: shown,
    },
    {
      x: where.from,
      y: middle,
      text: from.length > 1 ? `[${from.join(', ')}]` : String(from[0]),
      size: 12,
      mono: true,
      weight: row.absolute.length > 0 ? 600 : 400,
      fill: wrong && stale > 0.5 ? colour.strided : row.absolute.length ? colour.ink : colour.muted,
      opacity: shown,
    },
    {
      x: where.module,
      y: middle,
      text: row.module,
      size: 13,
      weight: row.spd ? 600 : 400,
      fill: row.spd ? colour.spd : colour.ink,
      opacity: shown,
    },
  ];
}

/** An arc from the row that is read to the row that reads it, drawn by where its number points. */
function drawArcs(
  layer: Layers,
  references: Stale[],
  y: (index: number) => number,
  where: Layout,
  { stale, fixed }: Moment,
): void {
  const reach = (i: number) => where.arcs + 24 + 12 * i;
  const readers = new Set(references.map(({ reader }) => reader));
  // In a row that reads and is read, the head stands a little higher and the dot a little lower.
  const lowered = ({ asks, means }: Stale) =>
    mix(readers.has(means) ? ASIDE : 0, readers.has(asks) ? ASIDE : 0, stale);
  const from = (each: Stale) => mix(y(each.means), y(each.asks), stale) + lowered(each);
  const to = (reader: number) =>
    y(reader) -
    Math.max(
      ...references.map((each) => {
        const read = mix(each.means === reader ? 1 : 0, each.asks === reader ? 1 : 0, stale);
        return ASIDE * read;
      }),
    );
  lines(
    layer('arcs'),
    references.map((each, i): Line => {
      const { reader, outcome } = each;
      // Until the old numbers are tried, an arc stays with the row that was meant.
      const target = from(each);
      const end = to(reader);
      const out = reach(i % 5);
      return {
        path: path((pen) => {
          pen.moveTo(where.arcs, target);
          pen.bezierCurveTo(out, target, out, end, where.arcs, end);
        }),
        stroke: outcome !== 'right' && stale > 0.5 ? colour.strided : colour.spd,
        strokeWidth: 1.75,
        dash: outcome === 'silent' && stale > 0.5 ? '5 3' : 'none',
        opacity: 0.35 + 0.65 * Math.max(stale, fixed),
      };
    }),
  );
  lines(
    layer('tips'),
    references.map(
      ({ reader, outcome }): Line => ({
        path: polygon([
          [where.arcs - 1, to(reader)],
          [where.arcs + 7, to(reader) - 4],
          [where.arcs + 7, to(reader) + 4],
        ]),
        stroke: 'none',
        fill: outcome !== 'right' && stale > 0.5 ? colour.strided : colour.spd,
      }),
    ),
  );
  boxes(
    layer('ends'),
    references.map(
      (each): RectMark => ({
        x: where.arcs - 3,
        y: from(each) - 3,
        width: 6,
        height: 6,
        radius: 3,
        fill: each.outcome !== 'right' && stale > 0.5 ? colour.strided : colour.spd,
      }),
    ),
  );
}
