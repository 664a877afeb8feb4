import { type Context, cellKey } from '../figure.ts';
import { phaseColour, readsColour } from '../kit/hues.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  round,
  stage,
  textWidth,
} from '../kit/marks.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { type Layout, layout, type Square, sheetOffset, sheets } from './layout.ts';
import { linked } from './links.ts';
import { type Model, modelOf, type Params } from './model.ts';
import { countsAfter, lineCounts, type Walk, walkAt, why } from './walk.ts';
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
  drawWindow(layer('window'), layer('rays'), model, walk, where, context);
  drawPattern(layer('pattern'), layer('products'), model, walk, where);
  drawLegend(layer('legend'), layer('legend-numbers'), model, where);
  drawWords(layer('words'), { model, walk, where, dictionary: words }, context);
  drawHighlight(layer('highlight'), params, where, context);
}

/** How a window is drawn: strided dashed and warm, after space-to-depth solid and blue. */
function style({ block, stride }: Model): { stroke: string; dash: string } {
  if (block > 1) return { stroke: colour.spd, dash: 'none' };
  return stride > 1
    ? { stroke: colour.strided, dash: '6 4' }
    : { stroke: colour.ink, dash: 'none' };
}

function at({ x, y, cell }: Square, row: number, column: number, side = 1): Box {
  return { x: x + column * cell, y: y + row * cell, width: side * cell, height: side * cell };
}

function numberIn(box: Box, text: string, fill: string, opacity = 1): Label {
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    text,
    size: Math.max(12, Math.min(17, Math.round(Math.min(box.width, box.height) * 0.48))),
    anchor: 'middle',
    fill: inkOn(fill),
    opacity,
  };
}

function drawInput(
  group: Group,
  numbers: Group,
  model: Model,
  walk: Walk,
  { input }: Layout,
): void {
  const { size, before, after, most } = model;
  const counts = countsAfter(model, walk.counted);
  const cells: Box[] = [];
  const texts: Label[] = [];
  for (let y = -before; y < size + after; y++)
    for (let x = -before; x < size + after; x++) {
      const box = at(input, y, x);
      if (y < 0 || x < 0 || y >= size || x >= size) {
        cells.push({ ...box, stroke: colour.line, dash: '2 3', fill: 'none' });
        continue;
      }
      const count = counts[y * size + x];
      const fill = readsColour(count, most);
      cells.push({
        ...box,
        fill,
        stroke: colour.paper,
        strokeWidth: 1.5,
        cell: cellKey('x', y, x),
      });
      texts.push(numberIn(box, String(count), fill, count === 0 ? 0.45 : 1));
    }
  boxes(group, cells);
  labels(numbers, texts, true);
}

function drawStrips(group: Group, numbers: Group, model: Model, walk: Walk, where: Layout): void {
  const { input, strip } = where;
  const m = model.placed.outputs;
  const rows = lineCounts(model, Math.ceil(walk.counted / m));
  const columns = lineCounts(model, Math.min(m, walk.counted));
  const most = Math.max(...model.reads);
  const cells: Box[] = [];
  const texts: Label[] = [];
  for (let p = 0; p < model.size; p++) {
    const above = { ...at(input, 0, p), y: strip.columnsY, height: strip.thickness };
    const beside = { ...at(input, p, 0), x: strip.rowsX, width: strip.thickness };
    for (const [box, count] of [
      [above, columns[p]],
      [beside, rows[p]],
    ] as const) {
      const fill = readsColour(count, most);
      cells.push({ ...box, fill, stroke: colour.paper, strokeWidth: 1.5 });
      texts.push(numberIn(box, String(count), fill, count === 0 ? 0.45 : 1));
    }
  }
  boxes(group, cells);
  labels(numbers, texts, true);
}

function drawMaps(group: Group, model: Model, { maps }: Layout): void {
  const { block, placed } = model;
  const data: Box[] = [];
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

function drawWindow(
  group: Group,
  rays: Group,
  model: Model,
  walk: Walk,
  where: Layout,
  { narrow }: Context,
): void {
  const { placed, block } = model;
  const { stroke, dash } = style(model);
  const opacity = walk.appeared * (1 - walk.summary);
  const top = walk.row * placed.stride - placed.before;
  const left = walk.column * placed.stride - placed.before;
  const big = { ...where.input, cell: where.input.cell * block };
  const frame = { stroke, dash, strokeWidth: 3, opacity };
  const inImage = at(big, top, left, placed.extent);
  const inMaps = at(where.maps, top, left, placed.extent);
  const data: Box[] = [
    { ...inImage, ...frame, fill: stroke, fillOpacity: placed.dilation > 1 ? 0 : 0.1 },
  ];
  if (placed.dilation > 1)
    for (let u = 0; u < placed.kernel; u++)
      for (let v = 0; v < placed.kernel; v++) {
        const tap = at(big, top + u * placed.dilation, left + v * placed.dilation);
        data.push({ ...tap, stroke, strokeWidth: 2.5, fill: stroke, fillOpacity: 0.16, opacity });
      }
  if (block > 1)
    data.push({ ...inMaps, ...frame, strokeWidth: 2.5, fill: stroke, fillOpacity: 0.12 });
  boxes(group, data);
  const cell = at(where.output, walk.row, walk.column);
  const from = block > 1 ? inMaps : inImage;
  // In the narrow layout a ray from the image would run through the legend.
  const paths = [
    ...(block > 1 && !narrow ? [ray(inImage, inMaps)] : []),
    ...(block > 1 || !narrow ? [ray(from, cell)] : []),
  ];
  lines(
    rays,
    paths.map((path) => ({ path, stroke, strokeWidth: 1.2, dash: '2 3', opacity: 0.45 * opacity })),
  );
}

/** Two lines from one box to another: side by side, or from above to below. */
function ray(a: Box, b: Box): string {
  const p = (x: number, y: number) => `${round(x)},${round(y)}`;
  const [right, bottom] = [a.x + a.width, a.y + a.height];
  return b.y > bottom && b.x < right
    ? `M${p(a.x, bottom)}L${p(b.x, b.y)}M${p(right, bottom)}L${p(b.x + b.width, b.y)}`
    : `M${p(right, a.y)}L${p(b.x, b.y)}M${p(right, bottom)}L${p(b.x, b.y + b.height)}`;
}

function drawPattern(group: Group, numbers: Group, model: Model, walk: Walk, where: Layout): void {
  const { pattern: factors, most } = model;
  const { pattern } = where;
  const line = Math.max(...model.reads);
  const cells: Box[] = [];
  const texts: Label[] = [];
  const add = (box: Box, count: number, scale: number) => {
    const fill = readsColour(count, scale);
    cells.push({ ...box, fill, stroke: colour.paper, strokeWidth: 1.5, opacity: walk.summary });
    texts.push(numberIn(box, String(count), fill, walk.summary));
  };
  factors.forEach((row, y) => {
    add({ ...at(pattern, y, 0), x: pattern.x - 28, width: 22 }, row, line);
    add({ ...at(pattern, 0, y), y: pattern.y - 28, height: 22 }, row, line);
    factors.forEach((column, x) => {
      add(at(pattern, y, x), row * column, most);
    });
  });
  boxes(group, cells);
  labels(numbers, texts, true);
}

function drawLegend(group: Group, numbers: Group, model: Model, { legend }: Layout): void {
  const final = countsAfter(model, model.placed.outputs ** 2);
  const values = [...new Set([0, ...final])].sort((a, b) => a - b);
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
  const window = context.narrow ? drawing.windowShort : drawing.window;
  const muted = { fill: colour.muted, size: 13 };
  const outputX = output.x;
  const half = context.narrow && block === 1;
  const words: Label[] = [
    { x: where.strip.rowsX, y: 18, text: drawing.input(size), weight: 600 },
    {
      x: where.strip.rowsX + 112 + (size > 9 ? 16 : 0),
      y: 18,
      text: window(kernel, placed.stride, pads),
      ...muted,
    },
    { x: outputX, y: output.y - 10, text: drawing.output(m), weight: 600 },
    {
      x: outputX,
      y: output.y + m * output.cell + 20,
      text: walk.counted > 0 ? drawing.counted(walk.counted, m * m) : drawing.none,
      ...muted,
    },
    { x: legend.x, y: legend.y + 38, text: drawing.legend, ...muted },
    { x: legend.x, y: legend.y + 56, text: drawing.strips, ...muted },
    {
      x: half ? pattern.x - 28 : pattern.x - 34,
      y: pattern.y - 36,
      text: drawing.pattern,
      opacity: walk.summary,
      weight: 600,
    },
    {
      x: context.narrow ? 8 : outputX,
      y: where.verdictY,
      text: why(dictionary, model),
      weight: 600,
      fill: model.uniform ? colour.spd : colour.strided,
      opacity: walk.summary,
    },
  ];
  model.pattern.forEach((_, i) => {
    const text = drawing.rows(i, model.pattern.length, context.narrow);
    const x = pattern.x + model.pattern.length * pattern.cell + 10;
    const y = pattern.y + (i + 0.5) * pattern.cell + 5;
    if (x + textWidth(text, 13) <= where.width)
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

function drawHighlight(group: Group, params: Params, where: Layout, context: Context): void {
  const keys = context.highlight ? [context.highlight, ...linked(params, context.highlight)] : [];
  boxes(
    group,
    keys.map((key) => {
      const [grid, row, column] = key.split(':');
      const square = grid === 'x' ? where.input : where.output;
      return { ...at(square, Number(row), Number(column)), stroke: colour.ink, strokeWidth: 3 };
    }),
  );
  group.attr('pointer-events', 'none');
}
