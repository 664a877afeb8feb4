// The numbers of the chosen layer, in both nets.
import type { Layer } from '#lib/model/layers.ts';
import { readsColour } from '../kit/hues.ts';
import { macsText } from '../kit/macs.ts';
import {
  boxes,
  type Label,
  type Layers,
  labels,
  type RectMark,
  strongWidth,
  textWidth,
} from '../kit/marks.ts';
import { percent, thousands } from '../kit/numbers.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { shortName, sides } from './names.ts';
import { mainReading, phaseReads } from './reading.ts';
import type { Scene } from './scene.ts';
import type { ArchitectureWords } from './words.ts';

const shape = ({ height, channels }: Layer['output']) => `${height}²×${channels}`;

/** The lines of the table: how each is called, and what stands there; on a phone a share stands beside its number. */
function lines({
  words: { details: said },
  model,
  where,
}: Scene): [string, (layer: Layer, side: 0 | 1) => string][] {
  const parameters = ({ parameters: n }: Layer) =>
    n >= 1e7 ? `${(n / 1e6).toFixed(2)} M` : thousands(n);
  const part = (what: 'parameters' | 'macs') => (layer: Layer, side: 0 | 1) =>
    percent(layer[what], model.graphs[side][what]);
  const macs = (layer: Layer) => macsText(layer.macs);
  const sizes: ReturnType<typeof lines> = [
    [said.in, ({ inputs }) => (inputs.length > 1 ? said.maps(inputs.length) : shape(inputs[0]))],
    [said.out, ({ output }) => shape(output)],
  ];
  if (where.layout === 'narrow')
    return [
      ...sizes,
      [
        said.parameters,
        (layer, side) => `${parameters(layer)} · ${part('parameters')(layer, side)}`,
      ],
      [said.macs, (layer, side) => `${macs(layer)} · ${part('macs')(layer, side)}`],
    ];
  return [
    ...sizes,
    [said.parameters, parameters],
    [said.share, part('parameters')],
    [said.macs, macs],
    [said.share, part('macs')],
  ];
}

const LINE = 19;

/** The chosen layer, the strided net's on the left, its counterpart on the right. */
export function drawDetails(layer: Layers, scene: Scene, top: number): void {
  const { words, model, where, chosen, at } = scene;
  const { details: said } = words;
  const { x, width } = where.panel;
  const narrow = where.layout === 'narrow';
  const pair = sides(model, chosen);
  const rows = lines(scene);
  const muted = { size: 12, fill: colour.muted };
  // On a phone the nets are named in the first line, behind the layer.
  const heads = top + (narrow ? 6 : 26);
  const table = heads + (narrow ? 38 : 40);
  const reads = table + LINE * rows.length;
  const name = said.layer(chosen);
  const texts: Label[] = [
    { x, y: top + 6, text: name, size: 13, weight: 600 },
    {
      ...muted,
      x: narrow ? x + strongWidth(name, 13) + 8 : x + width,
      y: top + 6,
      text: (pair[1] ?? pair[0])?.row ?? '',
      mono: true,
      anchor: narrow ? 'start' : 'end',
    },
    ...rows.map(([text], i) => ({ ...muted, x, y: table + LINE * i, text })),
    ...said.reads.map((text, i) => ({ ...muted, x, y: reads + 8 + 15 * i, text })),
  ];
  const glyphs: RectMark[] = [];
  const counts: Label[] = [];
  ([0, 1] as const).forEach((side) => {
    const found = pair[side];
    const right = x + width * (side === 0 ? 0.63 : 1);
    const end = { x: right, anchor: 'end' as const, size: 12 };
    const shown = side === 0 ? at.whole < 0.5 : at.whole >= 0.5;
    texts.push(
      {
        ...end,
        y: heads,
        text: side === 0 ? said.strided : said.spd,
        weight: 600,
        fill: side === 0 ? colour.strided : colour.spd,
      },
      {
        ...end,
        y: heads + 19,
        text: found ? fitting(words, found, width * 0.34) : '–',
        size: 13,
        weight: shown ? 600 : 400,
      },
    );
    if (!found) return;
    texts.push(
      ...rows.map(([, value], i) => ({ ...end, y: table + LINE * i, text: value(found, side) })),
    );
    const reading = readsGlyph(words, found, right, reads - 6);
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
): { glyphs: RectMark[]; counts: Label[] } {
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
