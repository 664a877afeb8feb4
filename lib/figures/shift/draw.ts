import { type Downsampling, downsample, downsamplings, type FeatureMap } from '../../spd/index.ts';
import type { Context } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  type Line,
  labels,
  lines,
  round,
  stage,
} from '../kit/marks.ts';
import { colour, phaseLetter } from '../kit/palette.ts';
import { pixelsOf, subMap } from '../kit/picture.ts';
import { drawLinks } from '../kit/placed.ts';
import { type Raster, rasters } from '../kit/raster.ts';
import { type Layout, layout, phases, type Rect, tile } from './layout.ts';
import { linked, placed } from './links.ts';
import {
  type Curve,
  FARTHEST,
  type Model,
  modelOf,
  type Params,
  pictureAt,
  SIDE,
  shiftAt,
  valueAt,
} from './model.ts';
import type { ShiftWords } from './words.ts';

interface Scene {
  dictionary: ShiftWords;
  params: Params;
  model: Model;
  shift: number;
  picture: FeatureMap;
  where: Layout;
  /** Top of every curve's scale, grey levels. */
  most: number;
}

export function draw(
  words: ShiftWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const where = layout(context);
  const model = modelOf(params);
  const shift = shiftAt(t);
  const most = Math.max(...Object.values(model.methods).map((curve) => curve.most));
  const scene: Scene = {
    dictionary: words,
    params,
    model,
    shift,
    picture: pictureAt(params, shift),
    where,
    most,
  };
  const layer = stage(svg, 'shift', params, context, where);
  drawMaps(layer('maps'), scene);
  drawSamples(layer('samples'), scene);
  drawCurves(layer('axes'), layer('curves'), layer('dots'), scene);
  drawWords(layer('words'), scene);
  const { highlight } = context;
  const keys = highlight ? [highlight, ...linked(params, highlight)] : [];
  drawLinks(layer('highlight'), placed(words, params, context), keys);
}

function raster({ x, y, width, height }: Rect, map: FeatureMap): Raster {
  return { x, y, width, height, rows: map.height, columns: map.width, pixels: pixelsOf(map) };
}

function drawMaps(group: Group, { params, model, picture, where }: Scene): void {
  const { block } = model;
  const data = [raster(where.picture, picture)];
  downsamplings.forEach((method, i) => {
    const { map } = where.rows[i];
    if (method !== 'spd') data.push(raster(map, downsample(picture, method, params.halvings)));
    else
      for (const [dy, dx] of phases(block))
        data.push(raster(tile(map, block, dy, dx), subMap(picture, block, dy, dx)));
  });
  rasters(group, data);
}

/** What the strided sample keeps, marked in the picture; and frames around the maps. */
function drawSamples(group: Group, { model, where }: Scene): void {
  const { block } = model;
  const pixel = where.picture.width / SIDE;
  const data: Box[] = [];
  for (let y = 0; y < SIDE; y += block)
    for (let x = 0; x < SIDE; x += block)
      data.push({
        x: where.picture.x + x * pixel + 0.75,
        y: where.picture.y + y * pixel + 0.75,
        width: pixel - 1.5,
        height: pixel - 1.5,
        stroke: phaseColour(block, 0, 0),
        strokeWidth: 1.5,
      });
  downsamplings.forEach((method, i) => {
    const { map } = where.rows[i];
    const frame = (rect: Rect, stroke: string, dash = 'none') => ({
      x: rect.x - 1,
      y: rect.y - 1,
      width: rect.width + 2,
      height: rect.height + 2,
      stroke,
      strokeWidth: method === 'spd' ? 2 : 1.5,
      dash,
    });
    if (method !== 'spd') data.push(frame(map, colour.strided, '5 3'));
    else
      for (const [dy, dx] of phases(block))
        data.push(frame(tile(map, block, dy, dx), phaseColour(block, dy, dx)));
  });
  boxes(group, data);
}

function point({
  curve,
  most,
  shift,
  value,
}: {
  curve: Rect;
  most: number;
  shift: number;
  value: number;
}) {
  return {
    x: curve.x + (shift / FARTHEST) * curve.width,
    y: curve.y + curve.height * (1 - value / most),
  };
}

function path(rect: Rect, curve: Curve, most: number): string {
  return curve.values
    .map((value, i) => {
      const shift = (i / (curve.values.length - 1)) * FARTHEST;
      const { x, y } = point({ curve: rect, most, shift, value });
      return `${i === 0 ? 'M' : 'L'}${round(x)},${round(y)}`;
    })
    .join('');
}

function drawCurves(
  axes: Group,
  curves: Group,
  dots: Group,
  { model, shift, where, most }: Scene,
): void {
  const grid: Line[] = [];
  const drawn: Line[] = [];
  const marks: Box[] = [];
  const dot = (curve: Rect, value: number, fill: string, r: number) => {
    const { x, y } = point({ curve, most, shift, value });
    marks.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r, radius: r, fill });
  };
  downsamplings.forEach((method, i) => {
    const { curve } = where.rows[i];
    const [bottom, right] = [curve.y + curve.height, curve.x + curve.width];
    grid.push({ path: `M${curve.x},${bottom}H${right}`, stroke: colour.line });
    for (let px = 0; px <= FARTHEST; px++) {
      const { x } = point({ curve, most, shift: px, value: 0 });
      grid.push({ path: `M${round(x)},${curve.y}V${bottom}`, stroke: colour.line, dash: '2 3' });
    }
    const { x } = point({ curve, most, shift, value: 0 });
    grid.push({ path: `M${round(x)},${curve.y}V${bottom}`, stroke: colour.muted });
    if (method === 'spd')
      for (const [dy, dx] of phases(model.block)) {
        const alone = model.subMaps[dy * model.block + dx];
        const stroke = phaseColour(model.block, dy, dx);
        drawn.push({ path: path(curve, alone, most), stroke, strokeWidth: 1.75 });
        dot(curve, valueAt(alone, shift), stroke, 3);
      }
    const hue = method === 'spd' ? colour.spd : colour.strided;
    const whole = model.methods[method];
    drawn.push({
      path: path(curve, whole, most),
      stroke: hue,
      strokeWidth: method === 'spd' ? 3 : 2.25,
    });
    dot(curve, valueAt(whole, shift), hue, 4.5);
  });
  lines(axes, grid);
  lines(curves, drawn);
  boxes(dots, marks);
}

function valueText(curve: Curve, shift: number): string {
  return String(Math.round(valueAt(curve, shift)));
}

function drawWords(group: Group, scene: Scene): void {
  const { params, model, shift, where } = scene;
  const { drawing } = scene.dictionary;
  const { picture, words, rows, stacked } = where;
  const muted = { fill: colour.muted, size: stacked ? 12.5 : 13 };
  const moved = shift === 0 ? drawing.notMoved : drawing.moved(String(Number(shift.toFixed(2))));
  const texts: Label[] = [
    { x: picture.x, y: picture.y - 9, text: drawing.picture(SIDE), weight: 600 },
    { x: words.x, y: words.y, text: moved, weight: 600, size: 15 },
    { ...muted, x: words.x, y: words.y + 20, text: drawing.car(params.length) },
    {
      ...muted,
      x: words.x,
      y: words.y + (stacked ? 42 : 44),
      text: drawing.marked[0],
    },
    { ...muted, x: words.x, y: words.y + (stacked ? 58 : 61), text: drawing.marked[1] },
  ];
  if (!stacked) {
    const y = words.y + 92;
    for (const [i, text] of drawing.curves.entries())
      texts.push({ ...muted, x: words.x, y: y + 17 * i, text });
  } else texts.push({ ...muted, x: words.x, y: words.y + 82, text: drawing.curvesShort });
  downsamplings.forEach((method, i) => {
    texts.push(...rowWords(scene, method, i));
  });
  const { curve } = rows[rows.length - 1];
  for (let px = 0; px <= FARTHEST; px++) {
    const { x } = point({ curve, most: 1, shift: px, value: 0 });
    texts.push({
      ...muted,
      x,
      y: curve.y + curve.height + 16,
      text: String(px),
      anchor: px === 0 ? 'start' : px === FARTHEST ? 'end' : 'middle',
    });
  }
  texts.push({
    ...muted,
    x: curve.x + curve.width,
    y: curve.y + curve.height + 33,
    text: drawing.axis,
    anchor: 'end',
  });
  if (model.block === 2) texts.push(...letters(scene));
  labels(group, texts);
}

function rowWords(
  { dictionary, model, shift, where }: Scene,
  method: Downsampling,
  i: number,
): Label[] {
  const names = dictionary.methods;
  const { name, curve } = where.rows[i];
  const whole = model.methods[method];
  const hue = method === 'spd' ? colour.spd : colour.strided;
  const range = dictionary.drawing.range(Math.round(whole.least), Math.round(whole.most));
  const value = { text: valueText(whole, shift), fill: hue, weight: 600, size: 14 };
  if (where.stacked)
    return [
      { x: name.x, y: name.y, text: names[method], weight: 600, size: 13 },
      { ...value, x: curve.x + curve.width, y: name.y, anchor: 'end' },
      {
        x: curve.x + curve.width - 34,
        y: name.y,
        text: range,
        size: 12,
        fill: colour.muted,
        anchor: 'end',
      },
    ];
  return [
    { x: name.x, y: name.y, text: names[method], weight: 600, size: 14 },
    { ...value, x: name.x, y: name.y + 20 },
    { x: name.x + 34, y: name.y + 20, text: range, size: 12.5, fill: colour.muted },
  ];
}

/** Letters of the four sub-maps, beside their tiles' values. */
function letters({ model, shift, where }: Scene): Label[] {
  if (where.stacked) return [];
  const { name } = where.rows[5];
  return phases(2).map(([dy, dx]) => ({
    x: name.x + dx * 52,
    y: name.y + 44 + dy * 19,
    text: `${phaseLetter(2, dy, dx)} ${valueText(model.subMaps[dy * 2 + dx], shift)}`,
    size: 13,
    weight: 600,
    fill: colour.ink,
  }));
}
