// The numbers of the chosen layer, in both nets.
import type { Layer } from '#lib/model/layers.ts';
import { readsColour } from '../kit/hues.ts';
import { boxes, type Label, type Layers, labels, type RectMark, textWidth } from '../kit/marks.ts';
import { macsText, percent, thousands } from '../kit/numbers.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { shortName, sides } from './names.ts';
import { mainReading, phaseReads } from './reading.ts';
import type { Scene } from './scene.ts';
import type { ArchitectureWords } from './words.ts';

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
export function drawDetails(layer: Layers, scene: Scene, top: number): void {
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
