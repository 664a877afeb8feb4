import { type Context, cellKey } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { letter } from '../kit/letters.ts';
import {
  boxes,
  type Group,
  type Label,
  labels,
  type RectMark,
  stage,
  textWidth,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { at, style } from './cells.ts';
import { drawInput, drawLegend, drawPattern, drawStrips } from './counts.ts';
import { type Layout, layout, sheetOffset, sheets } from './layout.ts';
import { type Model, modelOf, type Params } from './model.ts';
import { type Walk, walkAt, why } from './walk.ts';
import { drawWindow } from './window.ts';
import type { ReadsWords } from './words.ts';

export function draw(
  words: ReadsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const walk = walkAt(model, t);
  const where = layout(model, context);
  const layer = stage(svg, 'reads', params, context, where);
  drawInput(layer('input'), layer('numbers'), model, walk, where);
  drawStrips(layer('strips'), layer('strip-numbers'), model, walk, where);
  drawMaps(layer('sheets'), model, where);
  drawOutput(layer('output'), model, walk, where);
  drawWindow(layer('window'), layer('rays'), model, walk, where);
  drawPattern(layer('pattern'), layer('products'), model, walk, where, context.layout);
  drawLegend(layer('legend'), layer('legend-numbers'), model, where);
  drawWords(layer('words'), { model, walk, where, dictionary: words }, context);
  drawHighlight(layer('highlight'), where, context);
}

function drawMaps(group: Group, model: Model, { maps }: Layout): void {
  const { block, placed } = model;
  const data: RectMark[] = [];
  if (block > 1) {
    const depth = sheets(block);
    for (let i = depth; i >= 0; i--) {
      const box = at(maps, 0, 0, placed.size);
      const hue = phaseColour(block, i % block, Math.floor(i / block));
      data.push({
        ...box,
        x: box.x + sheetOffset(i),
        y: box.y - sheetOffset(i),
        fill: colour.paper,
        stroke: hue,
        strokeWidth: 2,
      });
    }
    for (let y = -placed.before; y < placed.size + placed.after; y++)
      for (let x = -placed.before; x < placed.size + placed.after; x++) {
        const inside = y >= 0 && x >= 0 && y < placed.size && x < placed.size;
        data.push({ ...at(maps, y, x), stroke: colour.line, dash: inside ? 'none' : '2 3' });
      }
  }
  boxes(group, data);
}

function drawOutput(group: Group, model: Model, walk: Walk, { output }: Layout): void {
  const m = model.placed.outputs;
  const { stroke } = style(model);
  boxes(
    group,
    Array.from({ length: m * m }, (_, i) => {
      const done = i < walk.counted;
      const current = i === walk.counted - 1 && walk.summary === 0;
      return {
        ...at(output, Math.floor(i / m), i % m),
        fill: done ? stroke : colour.panel,
        fillOpacity: done ? (current ? 0.95 : 0.42) : 1,
        stroke: colour.paper,
        strokeWidth: 1.5,
        cell: cellKey('y', Math.floor(i / m), i % m),
      };
    }),
  );
}

interface Told {
  model: Model;
  walk: Walk;
  where: Layout;
  dictionary: ReadsWords;
}

function drawWords(group: Group, { model, walk, where, dictionary }: Told, context: Context): void {
  const { drawing } = dictionary;
  const { size, block, kernel, placed } = model;
  const m = placed.outputs;
  const { output, pattern, maps, legend } = where;
  const pads = drawing.padding(placed.before, placed.after);
  const window = context.layout === 'narrow' ? drawing.windowShort : drawing.window;
  const muted = { fill: colour.muted, size: 13 };
  const beside = (label: Label): Label => ({
    ...label,
    x: Math.min(output.x, where.width - textWidth(label.text, letter(context.layout, 14))),
  });
  const heading = where.tight ? drawing.patternLines : [drawing.pattern];
  const half = context.layout === 'narrow' && block === 1;
  const words: Label[] = [
    { x: where.strip.rowsX, y: 18, text: drawing.input(size), weight: 600 },
    {
      x: where.strip.rowsX + 112 + (size > 9 ? 16 : 0),
      y: 18,
      text: window(kernel, placed.stride, pads),
      ...muted,
    },
    beside({ x: output.x, y: output.y - 10, text: drawing.output(m), weight: 600 }),
    beside({
      x: output.x,
      y: output.y + m * output.cell + 20,
      text: walk.counted > 0 ? drawing.counted(walk.counted, m * m, where.tight) : drawing.none,
      ...muted,
    }),
    ...where.legendWords.map((below, i) => ({
      x: legend.x,
      y: legend.y + below,
      text: [drawing.legend, drawing.strips][i],
      ...muted,
    })),
    ...heading.map((text, i) => ({
      x: half ? pattern.x - 28 : pattern.x - 34,
      y: pattern.y - 36 - 17 * (heading.length - 1 - i),
      text,
      opacity: walk.summary,
      weight: 600,
    })),
    {
      x: where.verdictX,
      y: where.verdictY,
      text: why(dictionary, model),
      weight: 600,
      fill: model.uniform ? colour.spd : colour.strided,
      opacity: walk.summary,
    },
  ];
  model.pattern.forEach((_, i) => {
    const text = drawing.rows(i, model.pattern.length, context.layout === 'narrow');
    const x = pattern.x + model.pattern.length * pattern.cell + 10;
    const y = pattern.y + (i + 0.5) * pattern.cell + 5;
    if (x + textWidth(text, letter(context.layout, 13)) <= where.width)
      words.push({ ...muted, x, y, text, opacity: walk.summary });
  });
  if (block > 1)
    words.push({
      x: maps.x - placed.before * maps.cell,
      y: maps.y - placed.before * maps.cell - sheetOffset(sheets(block)) - 10,
      text: drawing.subMaps(placed.size, block * block),
      weight: 600,
    });
  labels(group, words);
}

function drawHighlight(group: Group, where: Layout, { lit }: Context): void {
  boxes(
    group,
    (lit?.cells ?? []).map((key) => {
      const [grid, row, column] = key.split(':');
      const square = grid === 'x' ? where.input : where.output;
      return { ...at(square, Number(row), Number(column)), stroke: colour.ink, strokeWidth: 3 };
    }),
  );
  group.attr('pointer-events', 'none');
}
