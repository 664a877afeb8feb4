import { downsample, downsamplings, type FeatureMap } from '../../spd/downsample.ts';
import type { Context } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { drawLinks } from '../kit/lit.ts';
import { boxes, type Group, type RectMark, stage } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { pixelsOf, subMap } from '../kit/picture.ts';
import { type Raster, rasters } from '../kit/raster.ts';
import { drawWords } from './captions.ts';
import { drawCurves } from './curves.ts';
import { layout, letterGround, phases, type Rect, tile } from './layout.ts';
import { modelOf, type Params, pictureAt, SIDE, shiftAt } from './model.ts';
import type { Scene } from './scene.ts';
import type { ShiftWords } from './words.ts';

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
  drawLinks(layer('highlight'), context.lit);
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
  const data: RectMark[] = [];
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
    if (method === 'spd' && block === 2 && where.stacked)
      for (const [dy, dx] of phases(block))
        data.push({ ...letterGround(tile(map, block, dy, dx)), fill: colour.paper });
  });
  boxes(group, data);
}
