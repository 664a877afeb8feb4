import type { Context, Size } from '../figure.ts';
import {
  type Box,
  boxes,
  type Label,
  type Line,
  labels,
  lines,
  round,
  stage,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import {
  acts,
  moved,
  type Params,
  places,
  type Row,
  rowsOf,
  type Stale,
  staleNumbers,
} from './model.ts';
import type { YamlRowsWords } from './words.ts';

const PITCH = 20;
const TOP = 44;

interface Layout extends Size {
  /** Right edge of the numbers, left edges of "from" and of the module, and where the arcs begin. */
  number: number;
  from: number;
  module: number;
  arcs: number;
  /** Left edge of the notes beside the rows; undefined where there is no room. */
  notes?: number;
}

export function layout(params: Params, { narrow }: Context): Layout {
  const height = TOP + rowsOf(params).length * PITCH + 12;
  return narrow
    ? { width: 360, height, number: 30, from: 46, module: 124, arcs: 250 }
    : { width: 760, height, number: 36, from: 56, module: 146, arcs: 276, notes: 366 };
}

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
  const rows = placed(params, time.progress('insert', t));
  const y = (index: number) => rows[index].y + PITCH / 2;
  const references = staleNumbers(params);

  boxes(
    layer('bands'),
    rows
      .filter(({ row }) => row.spd)
      .map(
        ({ y, shown }): Box => ({
          x: 4,
          y: y + 1,
          width: where.arcs - 12,
          height: PITCH - 2,
          fill: colour.spd,
          fillOpacity: 0.16,
          opacity: shown,
          radius: 3,
        }),
      ),
  );
  drawArcs(layer, references, y, where, { stale, fixed });
  labels(layer('head'), heads(words.heads, where), false);
  labels(
    layer('rows'),
    rows.flatMap((each) => rowLabels(each, params, { stale, fixed }, where)),
    true,
  );
  drawNotes(words, layer('notes'), references, rows, where, { stale, fixed });
}

interface Placed {
  row: Row;
  y: number;
  /** 0 before a space-to-depth row comes in, 1 when it is there. */
  shown: number;
  /** The number that stands at its left by now. */
  number: number;
}

/** The rows where they stand while the space-to-depth rows come in one after the other. */
function placed(params: Params, progress: number): Placed[] {
  const came = places
    .slice(0, params.inserted)
    .map((_, i) => stagger(progress, i, params.inserted, 0.4));
  let index = 0;
  let number = 0;
  let next = 0;
  return rowsOf(params).map((row) => {
    const shown = row.spd ? came[next++] : 1;
    const here: Placed = {
      row,
      // Until it is there, it stands behind the row before.
      y: TOP + (row.spd ? index - 1 + shown : index) * PITCH,
      shown,
      number,
    };
    index += shown;
    if (shown > 0.5) number++;
    return here;
  });
}

const heads = (words: YamlRowsWords['heads'], where: Layout): Label[] => [
  { x: where.number, y: 26, text: words.row, size: 13, anchor: 'end', fill: colour.muted },
  { x: where.from, y: 26, text: words.from, size: 13, fill: colour.muted },
  { x: where.module, y: 26, text: words.module, size: 13, fill: colour.muted },
  ...(where.notes === undefined
    ? []
    : [
        {
          x: where.notes,
          y: 26,
          text: words.notes,
          size: 13,
          fill: colour.muted,
        },
      ]),
];

interface Moment {
  stale: number;
  fixed: number;
}

function rowLabels(
  { row, y, shown, number }: Placed,
  params: Params,
  { stale, fixed }: Moment,
  where: Layout,
): Label[] {
  const middle = y + PITCH / 2;
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
      x: where.module + (row.module === 'Detect' ? 16 : 0),
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
  layer: (name: string) => Parameters<typeof lines>[0],
  references: Stale[],
  y: (index: number) => number,
  where: Layout,
  { stale, fixed }: Moment,
): void {
  const reach = (i: number) => where.arcs + 24 + 12 * i;
  lines(
    layer('arcs'),
    references.map(({ reader, asks, means, outcome }, i): Line => {
      // Until the old numbers are tried, an arc stays with the row that was meant.
      const target = mix(y(means), y(asks), stale);
      const out = reach(i % 5);
      return {
        path: `M${where.arcs},${round(target)} C${out},${round(target)} ${out},${round(y(reader))} ${where.arcs},${round(y(reader))}`,
        stroke: outcome !== 'right' && stale > 0.5 ? colour.strided : colour.spd,
        strokeWidth: 1.75,
        dash: outcome === 'silent' && stale > 0.5 ? '5 3' : 'none',
        opacity: 0.35 + 0.65 * Math.max(stale, fixed),
      };
    }),
  );
  boxes(
    layer('ends'),
    references.map(({ asks, means, outcome }): Box => {
      const target = mix(y(means), y(asks), stale);
      return {
        x: where.arcs - 3,
        y: target - 3,
        width: 6,
        height: 6,
        radius: 3,
        fill: outcome !== 'right' && stale > 0.5 ? colour.strided : colour.spd,
      };
    }),
  );
}

/** Beside each row that reads by number: what the old number finds. */
function drawNotes(
  words: YamlRowsWords,
  group: Parameters<typeof labels>[0],
  references: Stale[],
  rows: Placed[],
  where: Layout,
  { stale, fixed }: Moment,
): void {
  const x = where.notes;
  const readers = x === undefined ? [] : [...new Set(references.map(({ reader }) => reader))];
  labels(
    group,
    readers.map((reader): Label => {
      const its = references.filter((reference) => reference.reader === reader);
      const right = its.every(({ outcome }) => outcome === 'right');
      return {
        x: x ?? 0,
        y: rows[reader].y + PITCH / 2,
        text: note(words, its),
        size: 13,
        fill: right ? colour.muted : colour.strided,
        opacity: Math.max(stale, fixed),
      };
    }),
    true,
  );
}

/** What the unchanged numbers of one row lead to, in a few words. */
export function note(words: YamlRowsWords, references: Stale[]): string {
  const [{ asks, means, finds, sides, outcome }] = references;
  if (references.length > 1)
    return words.areNow(
      references.map((each) => each.asks),
      references.map((each) => each.finds),
    );
  if (outcome === 'right') return words.stillMeans(asks, means);
  const found = words.isNow(asks, finds, means);
  return outcome === 'error'
    ? `${found}: ${words.mismatch(sides[1], sides[0])}`
    : `${found}: ${words.noError}`;
}
