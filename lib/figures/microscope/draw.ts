import type { Context, LayoutName } from '../figure.ts';
import { drawLinks } from '../kit/lit.ts';
import { boxes, type Group, type Label, labels, type RectMark, stage } from '../kit/marks.ts';
import { colour, onAnyGround } from '../kit/palette.ts';
import { pixelsOf } from '../kit/picture.ts';
import { type Raster, rasters } from '../kit/raster.ts';
import { mix } from '../kit/timeline.ts';
import { type Layout, layout, type PlacedSquare } from './layout.ts';
import {
  countText,
  LEVELS,
  levelAt,
  type Model,
  modelOf,
  type Params,
  type Row,
  SIDE,
} from './model.ts';
import type { MicroscopeWords } from './words.ts';

interface Scene {
  dictionary: MicroscopeWords;
  params: Params;
  model: Model;
  /** Halvings, fractional between two. */
  level: number;
  where: Layout;
  layout: LayoutName;
}

export function draw(
  words: MicroscopeWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const where = layout(context);
  const model = modelOf(params, context.picture);
  const scene: Scene = {
    dictionary: words,
    params,
    model,
    level: levelAt(t),
    where,
    layout: context.layout,
  };
  const layer = stage(svg, 'microscope', params, context, where);
  drawMaps(layer('maps'), scene);
  drawFrames(layer('frames'), scene);
  drawBars(layer('bars'), scene);
  drawWords(layer('words'), scene);
  drawLinks(layer('highlight'), context.lit);
}

function raster(place: PlacedSquare, map: Row['shown'][number], opacity = 1): Raster {
  const { x, y, side } = place;
  const { width: columns, height: rows } = map;
  return { x, y, width: side, height: side, rows, columns, pixels: pixelsOf(map), opacity };
}

/** The picture, and every map at the level now, the next one fading in over it. */
function drawMaps(group: Group, { model, level, where }: Scene): void {
  const now = Math.floor(level);
  const fade = level - now;
  const data = [raster(where.picture, model.picture)];
  model.rows.forEach(({ shown }, i) => {
    data.push(raster(where.panels[i], shown[now]));
    if (fade > 0) data.push(raster(where.panels[i], shown[now + 1], fade));
  });
  rasters(group, data);
}

/** The block of pixels that one position stands for, around the middle of the car. */
function blockFrame({ params, level, where }: Scene): RectMark {
  const middle = SIDE / 2 + params.offset;
  const at = (n: number) => ({ start: Math.floor(middle / 2 ** n) * 2 ** n, side: 2 ** n });
  const [a, b] = [at(Math.floor(level)), at(Math.min(LEVELS, Math.ceil(level)))];
  const share = level - Math.floor(level);
  const pixel = where.picture.side / SIDE;
  const start = mix(a.start, b.start, share) * pixel;
  const side = mix(a.side, b.side, share) * pixel;
  return { x: where.picture.x + start, y: where.picture.y + start, width: side, height: side };
}

function drawFrames(group: Group, scene: Scene): void {
  const { where, model } = scene;
  const block = blockFrame(scene);
  boxes(group, [
    ...where.panels.map(({ x, y, side }, i) => ({
      x: x - 1,
      y: y - 1,
      width: side + 2,
      height: side + 2,
      stroke: hue(model.rows[i]),
      strokeWidth: 1.5,
      dash: model.rows[i].method === 'spd' ? 'none' : '5 3',
    })),
    { ...block, stroke: onAnyGround.below, strokeWidth: 4, opacity: 0.85 },
    { ...block, stroke: onAnyGround.above, strokeWidth: 1.75 },
  ]);
}

function hue({ method }: Row): string {
  return method === 'spd' ? colour.spd : colour.strided;
}

/** How strongly the car shows after 0 to 5 halvings, the level now in full. */
function drawBars(group: Group, { model, level, where }: Scene): void {
  const now = Math.round(level);
  const most = Math.max(1, ...model.rows.flatMap(({ trace }) => trace));
  const data = model.rows.flatMap((row, i) => {
    const { x, y, side } = where.panels[i];
    const base = y + side + where.bars.below + where.bars.height;
    const step = side / (LEVELS + 1);
    return row.trace.map((trace, n): RectMark => {
      const height = Math.max(1.5, (trace / most) * where.bars.height);
      return {
        x: x + n * step,
        y: base - height,
        width: step - 3,
        height,
        fill: hue(row),
        fillOpacity: n === now ? 1 : 0.32,
      };
    });
  });
  boxes(group, data);
}

function drawWords(group: Group, scene: Scene): void {
  const { model, level, where, layout } = scene;
  const [narrow, large] = [layout === 'narrow', layout === 'projector'];
  const { drawing, methods: names } = scene.dictionary;
  const now = Math.round(level);
  const { picture, words, legend } = where;
  const small = { size: narrow ? 12 : 13, fill: colour.muted };
  const line = (at: { x: number; y: number }, i: number, text: string): Label => ({
    x: at.x,
    y: at.y + i * (narrow ? 17 : large ? 20 : 18),
    text,
    ...small,
  });
  const block = 2 ** now;
  const traced = model.rows[0].trace.length > 0;
  const texts: Label[] = [
    {
      x: picture.x,
      y: picture.y - 9,
      text: narrow ? drawing.pictureShort : drawing.picture,
      size: narrow ? 13 : 14,
      weight: 600,
    },
    {
      ...line(words, 0, now === 0 ? drawing.notHalved : drawing.halved(now)),
      weight: 600,
      fill: colour.ink,
      size: 15,
    },
    line(words, 1.1, drawing.onePosition),
    ...(narrow ? [] : [line(words, 3.4, drawing.numbers)]),
    line(words, 2.1, drawing.frame(block)),
  ];
  if (traced) {
    texts.push(...drawing.legend.map((text, i) => line(legend, i, text)));
  }
  model.rows.forEach((row, i) => {
    const { x, y, side } = where.panels[i];
    const text = countText(row, now);
    texts.push({ x, y: y - 8, text: names[row.method], size: narrow ? 12 : 14, weight: 600 });
    texts.push({
      x,
      y: y + side + 17,
      text: narrow || large ? text.split(' = ')[large ? 1 : 0] : text,
      size: 12,
      fill: colour.muted,
    });
    if (traced)
      texts.push({
        x: x + side,
        y: y + side + 17,
        text: String(Math.round(row.trace[now])),
        anchor: 'end',
        size: 12.5,
        weight: 600,
        fill: hue(row),
      });
  });
  labels(group, texts);
}
