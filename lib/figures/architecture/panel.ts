import type { Fate, Step } from '#lib/model/compare.ts';
import type { Layer } from '#lib/model/layers.ts';
import { readsColour } from '../kit/hues.ts';
import { type Box, boxes, type Group, type Label, labels, textWidth } from '../kit/marks.ts';
import { macsText, percent, thousands } from '../kit/numbers.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { type Badge, badgeText, badgeWidth, drawBadges } from './badges.ts';
import { ratio } from './describe.ts';
import { shortName, sides } from './names.ts';
import { mainReading, phaseReads } from './reading.ts';
import type { Scene } from './scene.ts';
import type { ArchitectureWords } from './words.ts';

type Layers = (name: string) => Group;

/** Beside the net: what both cost, what the marks mean, and the chosen layer in both. */
export function drawPanel(layer: Layers, scene: Scene): void {
  const { panel, narrow } = scene.where;
  const bottom = drawTotals(layer, scene, panel.y + 12);
  const next = drawLegend(layer, scene, bottom + (narrow ? 18 : 26));
  drawDetails(layer, scene, next + (narrow ? 14 : 20));
}

/** Parameters and MACs of both nets as bars. */
function drawTotals(layer: Layers, { words, model, where, at }: Scene, top: number): number {
  const { narrow, panel } = where;
  const bars: Box[] = [];
  const texts: Label[] = [];
  const width = narrow ? panel.width / 2 - 10 : panel.width;
  const room = width - 84;
  (['parameters', 'macs'] as const).forEach((what, i) => {
    const x = panel.x + (narrow ? i * (width + 20) : 0);
    const y = top + (narrow ? 0 : i * 66);
    const totals = model.graphs.map((graph) => graph[what]);
    const title = { size: 13, weight: 600 };
    texts.push(
      { ...title, x, y, text: words.totals[what] },
      {
        ...title,
        x: x + width,
        y,
        text: ratio(model, what),
        anchor: 'end',
        fill: colour.spd,
        opacity: at.whole,
      },
    );
    totals.forEach((total, side) => {
      const shown = side === 0 ? 1 : at.whole;
      const row = y + 8 + 20 * side;
      bars.push({
        x,
        y: row,
        width: (room * total * shown) / Math.max(...totals),
        height: 14,
        fill: side === 0 ? colour.strided : colour.spd,
        radius: 2,
      });
      texts.push({
        x: x + width,
        y: row + 12,
        text: what === 'macs' ? macsText(total) : thousands(total),
        size: 13,
        anchor: 'end',
        opacity: shown,
      });
    });
  });
  boxes(layer('totals'), bars);
  labels(layer('totals-words'), texts);
  return top + (narrow ? 42 : 108);
}

/** A line of the legend; without a fate it is only words. */
interface Row {
  fate?: Fate;
  same: boolean;
  text: string;
}

/** One line for each kind of step that this pair has. */
function legendRows({ legend }: ArchitectureWords, steps: readonly Step[]): Row[] {
  const n = (fate: Fate, same = false) =>
    steps.filter((step) => step.fate === fate && step.same === same).length;
  const neck = steps.filter(({ stage }) => stage === 'neck').length;
  const row = (fate: Fate, text: string, same = false): Row[] =>
    n(fate, same) > 0 ? [{ fate, same, text }] : [];
  return [
    ...row('replaced', legend.same, true),
    ...row('replaced', legend.replaced(n('replaced'))),
    ...(neck > 0 ? [{ same: false, text: legend.places(steps.length - neck, neck) }] : []),
    ...row('removed', legend.removed(n('removed'))),
    ...row('added', legend.added),
    ...row('stays', legend.stays(n('stays'))),
  ];
}

function drawLegend(layer: Layers, { words, model, where, at }: Scene, top: number): number {
  const { narrow, panel } = where;
  const rows = legendRows(words, model.steps);
  const same = rows.some((row) => row.same) ? 1 : 0;
  const inRow = narrow ? 2 : 1;
  const place = (i: number) => ({
    x: panel.x + ((i % inRow) * panel.width) / inRow,
    y: top + Math.floor(i / inRow) * 21,
  });
  const badges = rows.flatMap((row, i): Badge[] => {
    if (!row.fate) return [];
    const badge = { fate: row.fate, same: row.same, number: row.same ? 1 : same + 1 };
    const { x, y } = place(i);
    return [
      {
        ...badge,
        x: x + badgeWidth(badgeText(words, badge)) / 2,
        y,
        u: at.whole,
        opacity: at.marks,
      },
    ];
  });
  drawBadges(layer('legend'), layer('legend-signs'), words, badges);
  labels(
    layer('legend-words'),
    rows.map(({ fate, text }, i) => {
      const { x, y } = place(i);
      const sign = fate ? badgeWidth(badgeText(words, { fate, number: 1 })) : 16;
      return { x: x + sign + 7, y: y + 4.5, text, size: 13, opacity: at.marks };
    }),
  );
  const bottom = place(rows.length + inRow - 1).y;
  boxes(layer('rule'), [
    { x: panel.x, y: bottom, width: panel.width, height: 1, fill: colour.line },
  ]);
  return bottom;
}

const shape = ({ height, channels }: Layer['output']) => `${height}²×${channels}`;

/** The lines of the table: how each is called, and what stands there. */
function lines({
  words: { details: said },
  model,
}: Scene): [string, (layer: Layer, side: 0 | 1) => string][] {
  return [
    [said.in, ({ inputs }) => (inputs.length > 1 ? said.maps(inputs.length) : shape(inputs[0]))],
    [said.out, ({ output }) => shape(output)],
    [
      said.parameters,
      ({ parameters }) =>
        parameters >= 1e7 ? `${(parameters / 1e6).toFixed(2)} M` : thousands(parameters),
    ],
    [said.share, ({ parameters }, side) => percent(parameters, model.graphs[side].parameters)],
    [said.macs, ({ macs }) => macsText(macs)],
    [said.share, ({ macs }, side) => percent(macs, model.graphs[side].macs)],
  ];
}

const LINE = 19;

/** The chosen layer, the strided net's on the left, its counterpart on the right. */
function drawDetails(layer: Layers, scene: Scene, top: number): void {
  const { words, model, where, chosen, at } = scene;
  const { details: said } = words;
  const { x, width } = where.panel;
  const pair = sides(model, chosen);
  const rows = lines(scene);
  const muted = { size: 12, fill: colour.muted };
  const table = top + 66;
  const texts: Label[] = [
    { x, y: top + 6, text: said.layer(chosen), size: 13, weight: 600 },
    {
      ...muted,
      x: x + width,
      y: top + 6,
      text: (pair[1] ?? pair[0])?.row ?? '',
      mono: true,
      anchor: 'end',
    },
    ...rows.map(([text], i) => ({ ...muted, x, y: table + LINE * i, text })),
    { ...muted, x, y: table + 122, text: said.reads },
  ];
  const glyphs: Box[] = [];
  const counts: Label[] = [];
  ([0, 1] as const).forEach((side) => {
    const found = pair[side];
    const right = x + width * (side === 0 ? 0.63 : 1);
    const end = { x: right, anchor: 'end' as const, size: 12 };
    const shown = side === 0 ? at.whole < 0.5 : at.whole >= 0.5;
    texts.push(
      {
        ...end,
        y: top + 26,
        text: side === 0 ? said.strided : said.spd,
        weight: 600,
        fill: side === 0 ? colour.strided : colour.spd,
      },
      {
        ...end,
        y: top + 45,
        text: found ? fitting(words, found, width * 0.34) : '–',
        size: 13,
        weight: shown ? 600 : 400,
      },
    );
    if (!found) return;
    texts.push(
      ...rows.map(([, value], i) => ({ ...end, y: table + LINE * i, text: value(found, side) })),
    );
    const reading = readsGlyph(words, found, right, table + 108);
    glyphs.push(...reading.glyphs);
    counts.push(...reading.counts);
  });
  labels(layer('details'), texts);
  boxes(layer('reads'), glyphs);
  labels(layer('reads-words'), counts, true);
}

/** The name, cut to its last part where the column is too narrow for all. */
function fitting(words: ArchitectureWords, found: Layer, room: number): string {
  const name = shortName(words, found);
  return textWidth(name, 13) <= room ? name : (name.split(',').at(-1) ?? name).trim();
}

/** How often a layer reads the four phases of its input: two rows of two. */
function readsGlyph(
  { details }: ArchitectureWords,
  found: Layer,
  right: number,
  y: number,
): { glyphs: Box[]; counts: Label[] } {
  const reading = mainReading(found);
  if (!reading || found.kind === 'mean' || found.kind === 'concat') {
    const text = found.kind === 'concat' ? details.stacks : details.once;
    return { glyphs: [], counts: [{ x: right, y: y + LINE / 2, text, size: 12, anchor: 'end' }] };
  }
  const line = phaseReads(reading);
  const cells = line.flatMap((a, row) => line.map((b, column) => ({ row, column, reads: a * b })));
  const left = right - LINE * line.length;
  const spot = ({ row, column }: { row: number; column: number }) => ({
    x: left + column * LINE,
    y: y + row * LINE,
  });
  return {
    glyphs: cells.map((cell) => ({
      ...spot(cell),
      width: LINE - 1,
      height: LINE - 1,
      fill: readsColour(cell.reads, 9),
      stroke: colour.line,
      strokeWidth: 1,
    })),
    counts: cells.map((cell) => ({
      x: spot(cell).x + LINE / 2 - 0.5,
      y: spot(cell).y + LINE / 2,
      text: String(cell.reads),
      size: 12,
      anchor: 'middle',
      fill: inkOn(readsColour(cell.reads, 9)),
    })),
  };
}
