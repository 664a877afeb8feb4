import type { FeatureMap } from '../../spd/index.ts';
import type { Context, Size } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { drawLinks } from '../kit/lit.ts';
import { boxes, type Group, type Label, labels, type RectMark, stage } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { pixelsOf, subMap } from '../kit/picture.ts';
import { type Raster, rasters } from '../kit/raster.ts';
import { barAt, barsOf, drawBars } from './bars.ts';
import { condition, levels } from './condition.ts';
import { hasCondition, layout, type Square, tile } from './layout.ts';
import { acts, modelOf, outputsOf, ownOf, pictureOf, rebuiltFrom } from './model.ts';
import type { Params } from './parameters.ts';
import type { Scene } from './scene.ts';
import type { RebuildWords } from './words.ts';

export function sizeOf(params: Params, context: Context): Size {
  const { width, height } = layout(params, context);
  return { width, height };
}

export function draw(
  words: RebuildWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const time = acts(params);
  const scene: Scene = {
    said: words.drawing,
    large: words.large,
    params,
    model: modelOf(params),
    picture: pictureOf(context.picture),
    at: {
      spd: time.eased('spd', t),
      conv: time.eased('conv', t),
      rebuild: time.eased('rebuild', t),
      error: time.eased('error', t),
    },
    where: layout(params, context),
    narrow: context.layout === 'narrow',
  };
  const layer = stage(svg, 'rebuild', params, context, scene.where);
  drawMaps(layer('maps'), layer('frames'), scene);
  drawBars(layer('bars'), scene);
  drawWords(layer('words'), scene);
  drawLinks(layer('highlight'), context.lit);
}

function raster({ x, y, side }: Square, map: FeatureMap, opacity = 1): Raster {
  const { width: columns, height: rows } = map;
  return { x, y, width: side, height: side, rows, columns, pixels: pixelsOf(map), opacity };
}

function framed({ x, y, side }: Square, stroke: string, opacity = 1, dash = 'none'): RectMark {
  return {
    x: x - 1,
    y: y - 1,
    width: side + 2,
    height: side + 2,
    stroke,
    strokeWidth: 2,
    opacity,
    dash,
  };
}

function drawMaps(group: Group, frames: Group, scene: Scene): void {
  const { params, model, picture, at, where } = scene;
  const { channels, via } = params;
  const data = [raster(where.picture, picture)];
  const lines: RectMark[] = [];
  if (via === 'spd')
    for (const [dy, dx] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]) {
      const place = tile(where.maps, 2 * dy + dx, 4);
      const seen = at.spd * (1 - at.conv);
      data.push(raster(place, subMap(picture, 2, dy, dx), seen));
      lines.push(framed(place, phaseColour(2, dy, dx), seen));
    }
  const hue = via === 'spd' ? colour.spd : colour.strided;
  const dash = via === 'spd' ? 'none' : '5 3';
  outputsOf(model, picture, params).forEach((map, o) => {
    const place = tile(where.maps, o, channels);
    data.push(raster(place, map, at.conv));
    lines.push(framed(place, hue, at.conv, dash));
  });
  const { picture: again, missing } = rebuiltFrom(model, picture, params);
  data.push(raster(where.again, again, at.rebuild), raster(where.missing, missing, at.error));
  lines.push(
    framed(where.again, colour.line, at.rebuild),
    framed(where.missing, colour.line, at.error),
  );
  rasters(group, data);
  boxes(frames, lines);
}

function drawWords(group: Group, scene: Scene): void {
  const { said, large, params, model, picture, at, where, narrow } = scene;
  const { precision } = params;
  const { scale } = where.bars;
  const title = (square: Square, text: string, opacity = 1): Label => ({
    x: square.x,
    y: square.y - 9,
    text,
    size: narrow ? 13 : 14,
    weight: 600,
    opacity,
  });
  const { error } = rebuiltFrom(model, picture, params);
  const texts: Label[] = [
    title(where.picture, precision === 'camera' ? said.camera : said.picture),
    title(
      where.maps,
      at.conv > 0.5 || params.via !== 'spd' ? said.written[precision] : said.spd,
      params.via === 'spd' ? Math.max(at.spd, at.conv) : at.conv,
    ),
    title(where.again, said.again, at.rebuild),
    title(where.missing, said.missing, at.error),
    {
      x: where.missing.x,
      y: where.missing.y + where.missing.side + 18,
      text: said.error(levels(error, large)),
      size: 12.5,
      fill: colour.muted,
      opacity: at.error,
    },
  ];
  if (levels(error, large) === levels(0, large))
    texts.push({
      x: where.missing.x + where.missing.side / 2,
      y: where.missing.y + where.missing.side / 2 + 5,
      text: said.nothing,
      anchor: 'middle',
      // On what is black in the light and in the dark.
      fill: '#fff',
      opacity: at.error,
    });
  if (ownOf(params))
    texts.push({
      x: where.maps.x,
      y: where.maps.y + where.maps.side + 18,
      text: said.own(params.channels),
      size: 12.5,
      fill: colour.muted,
      opacity: at.conv,
    });
  barsOf(scene).forEach(({ name, numbers, text, seen }, i) => {
    const { x, y } = barAt(scene, i);
    const opacity = seen;
    if (narrow) texts.push({ x, y: y - 4, text: name, size: 12.5, opacity });
    else texts.push({ x: x - 12, y: y + 14, text: name, size: 13.5, anchor: 'end', opacity });
    texts.push({
      x: x + numbers * scale + 8,
      y: y + (narrow ? 11 : 14),
      text,
      size: 13,
      weight: 600,
      opacity,
    });
  });
  if (hasCondition(params)) texts.push(...conditionOf(scene));
  labels(group, texts);
}

function conditionOf(scene: Scene): Label[] {
  const { said, large, model, at, narrow } = scene;
  const { x, y } = barAt(scene, barsOf(scene).length);
  const number = condition(model.answer.condition, large);
  const line = { size: 13, opacity: at.rebuild };
  if (narrow) return [{ ...line, x, y, text: `${said.condition}: ${number}` }];
  return [
    { ...line, x: x - 12, y: y + 14, text: said.condition, size: 13.5, anchor: 'end' },
    { ...line, x, y: y + 14, text: said.grows(number), weight: 600 },
  ];
}
