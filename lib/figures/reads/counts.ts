// How often each pixel has been read: in the picture, along its sides, by phase, and the scale of it all.
import { cellKey, type LayoutName } from '../figure.ts';
import { phaseColour, readsColour } from '../kit/hues.ts';
import { LEAST } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, type RectMark } from '../kit/marks.ts';
import { colour, phaseLetter } from '../kit/palette.ts';
import { at, numberIn } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import { countsAfter, lineCounts, type Walk } from './walk.ts';

/** A cell with its count in it; a count of none is hardly seen. */
function counted(box: RectMark, count: number, most: number): [RectMark, Label] {
  const fill = readsColour(count, most);
  return [
    { ...box, fill, stroke: colour.paper, strokeWidth: 1.5 },
    numberIn(box, String(count), fill, count === 0 ? 0.75 : 1),
  ];
}

/** The picture and its padding, each pixel coloured by its reads. */
export function drawInput(
  group: Group,
  numbers: Group,
  model: Model,
  walk: Walk,
  { input }: Layout,
): void {
  const { size, before, after, most } = model;
  const counts = countsAfter(model, walk.counted);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  for (let y = -before; y < size + after; y++)
    for (let x = -before; x < size + after; x++) {
      const box = at(input, y, x);
      if (y < 0 || x < 0 || y >= size || x >= size) {
        cells.push({ ...box, stroke: colour.line, dash: '2 3', fill: 'none' });
        continue;
      }
      const [cell, text] = counted(box, counts[y * size + x], most);
      cells.push({ ...cell, cell: cellKey('x', y, x) });
      texts.push(text);
    }
  boxes(group, cells);
  labels(numbers, texts, true);
}

/** Reads along each axis, beside the picture. */
export function drawStrips(
  group: Group,
  numbers: Group,
  model: Model,
  walk: Walk,
  where: Layout,
): void {
  const { input, strip } = where;
  const m = model.placed.outputs;
  const rows = lineCounts(model, Math.ceil(walk.counted / m));
  const columns = lineCounts(model, Math.min(m, walk.counted));
  const most = Math.max(...model.reads);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  for (let p = 0; p < model.size; p++) {
    const above = { ...at(input, 0, p), y: strip.columnsY, height: strip.thickness };
    const beside = { ...at(input, p, 0), x: strip.rowsX, width: strip.thickness };
    for (const [box, count] of [
      [above, columns[p]],
      [beside, rows[p]],
    ] as const) {
      const [cell, text] = counted(box, count, most);
      cells.push(cell);
      texts.push(text);
    }
  }
  boxes(group, cells);
  labels(numbers, texts, true);
}

/** The greatest size of a count under a letter, px. */
const UNDER_LETTER = 15;

/** The pattern that repeats in the interior, as a product of its two axes; each product bears its phase's hue and letter. */
export function drawPattern(
  group: Group,
  numbers: Group,
  model: Model,
  walk: Walk,
  where: Layout,
  layout: LayoutName,
): void {
  const { pattern: factors, most } = model;
  const { pattern } = where;
  const { summary: opacity } = walk;
  const line = Math.max(...model.reads);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  /** A count; `head` of its box is left to the letter. */
  const add = (box: RectMark, count: number, scale: number, head = 0) => {
    const fill = readsColour(count, scale);
    const number = numberIn(box, String(count), fill, opacity);
    cells.push({ ...box, fill, stroke: colour.paper, strokeWidth: 1.5, opacity });
    // Under a letter it is no larger than leaves room between them in the smallest frame.
    const under = head > 0 ? { size: Math.min(UNDER_LETTER, number.size ?? UNDER_LETTER) } : {};
    texts.push({ ...number, ...under, y: number.y + head / 2 });
  };
  const head = headOf(factors.length, pattern.cell, LEAST[layout]);
  const name = (box: RectMark, y: number, x: number) => {
    const fill = phaseColour(factors.length, y, x);
    const letter = phaseLetter(factors.length, y, x);
    const tab = { ...box, height: head };
    cells.push({ ...tab, fill, stroke: colour.paper, strokeWidth: 1.5, opacity });
    texts.push({ ...numberIn(tab, letter, fill, opacity), size: 12, weight: 600 });
  };
  factors.forEach((row, y) => {
    add({ ...at(pattern, y, 0), x: pattern.x - 28, width: 22 }, row, line);
    add({ ...at(pattern, 0, y), y: pattern.y - 28, height: 22 }, row, line);
    factors.forEach((column, x) => {
      const box = at(pattern, y, x);
      add(box, row * column, most, head);
      if (head > 0) name(box, y, x);
    });
  });
  boxes(group, cells);
  labels(numbers, texts, true);
}

/** The height that the letter of a phase takes of its cell, px: a single phase has none, nor has a cell without room. */
function headOf(period: number, cell: number, least: number): number {
  return period > 1 && cell >= 1.9 * least ? Math.max(least, 0.4 * cell) : 0;
}

/** The scale of counts. */
export function drawLegend(group: Group, numbers: Group, model: Model, { legend }: Layout): void {
  const final = countsAfter(model, model.placed.outputs ** 2);
  const values = [...new Set(final)].sort((a, b) => a - b);
  const most = 9;
  const shown =
    values.length > most
      ? values.filter((_, i) => i % Math.ceil(values.length / most) === 0)
      : values;
  const box = (i: number) => ({
    x: legend.x + i * (legend.cell + 4),
    y: legend.y,
    width: legend.cell,
    height: 20,
  });
  boxes(
    group,
    shown.map((v, i) => ({ ...box(i), fill: readsColour(v, model.most), stroke: colour.line })),
  );
  labels(
    numbers,
    shown.map((v, i) =>
      numberIn({ ...box(i), height: 26, y: legend.y - 3 }, String(v), readsColour(v, model.most)),
    ),
    true,
  );
}
