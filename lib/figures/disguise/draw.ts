import type { Context } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { colour, phaseLetter } from '../kit/palette.ts';
import { head, type Point, polyline } from '../kit/path.ts';
import { layout, type Spot } from './layout.ts';
import { acts, modelOf, type Params, zeroShare } from './model.ts';
import { weightAt } from './places.ts';
import { type Scene, spots } from './scene.ts';
import { drawGiven, drawMoved } from './weights.ts';
import type { DisguiseWords } from './words.ts';

export function draw(
  words: DisguiseWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const time = acts(model);
  const where = layout(model, context);
  const scene: Scene = {
    model,
    where,
    fill: time.eased('fill', t),
    first: time.progress('first', t),
    rest: time.progress('rest', t),
    equal: time.eased('equal', t),
  };
  const layer = stage(svg, 'disguise', params, context, where);
  drawFrames(layer('frames'), layer('letters'), scene);
  drawArrow(layer('arrow'), scene);
  drawGiven(layer('given'), layer('given-names'), scene);
  drawMoved(layer('moved'), scene);
  drawWords(layer('words'), words, scene, context);
  drawHighlight(layer('links'), layer('highlight'), scene, context);
}

/** Frames around the sub-maps' kernels in their hues, and around the strided one. */
function drawFrames(group: Group, letters: Group, { model, where, first, rest }: Scene): void {
  const { block, small, filled, strided } = model;
  const { cell } = where;
  const frames: RectMark[] = [];
  const texts: Label[] = [];
  const made = model.given === 'strided';
  for (let dx = 0; dx < block; dx++)
    for (let dy = 0; dy < block; dy++) {
      const corner = where.small(dy, dx, 0, 0);
      const hue = phaseColour(block, dy, dx);
      const opacity = made ? Math.min(1, 4 * (dx + dy === 0 ? first : rest) + 0.35) : 1;
      frames.push({
        x: corner.x - 2,
        y: corner.y - 2,
        width: small * cell + 4,
        height: small * cell + 4,
        stroke: hue,
        strokeWidth: 2,
        opacity,
      });
      if (made)
        texts.push({
          x: corner.x + (small * cell) / 2,
          y: corner.y + (small * cell) / 2,
          text: phaseLetter(block, dy, dx),
          size: Math.max(13, Math.min(30, small * cell * 0.4)),
          anchor: 'middle',
          weight: 600,
          fill: colour.muted,
          opacity: 1 - Math.min(1, 2 * (dx + dy === 0 ? first : rest)),
        });
    }
  const all = where.big(0, 0);
  const own = where.big(strided.shift, strided.shift);
  const side = strided.kernel * cell;
  frames.push(
    {
      x: all.x - 2,
      y: all.y - 2,
      width: filled * cell + 4,
      height: filled * cell + 4,
      stroke: colour.line,
      strokeWidth: 1,
    },
    {
      x: own.x - 2,
      y: own.y - 2,
      width: side + 4,
      height: side + 4,
      stroke: colour.strided,
      strokeWidth: 2,
      dash: '6 4',
    },
  );
  boxes(group, frames);
  labels(letters, texts, true);
}

/** From what is given to what is made of it. */
function drawArrow(group: Group, { model, where: { arrow } }: Scene): void {
  if (!arrow) return void lines(group, []);
  const { from, to } = arrow;
  const made = model.given === 'strided';
  const ends: Point[] = [
    [from.x, from.y],
    [to.x, to.y],
  ];
  const [start, end] = made ? ends.reverse() : ends;
  lines(group, [
    {
      path: polyline([start, end], head(end, false, made ? -5 : 5, 4)),
      stroke: colour.muted,
      strokeWidth: 1.5,
    },
  ]);
}

function drawWords(
  group: Group,
  { drawing: said, window }: DisguiseWords,
  { model, where, rest, equal, fill }: Scene,
  context: Context,
): void {
  const narrow = context.layout === 'narrow';
  const { given, block, small, filled, strided, spd, zeroFraction } = model;
  const shown = {
    spd: given === 'spd' ? 1 : Math.min(1, 3 * rest),
    strided: given === 'strided' ? 1 : Math.min(1, 3 * rest),
  };
  const muted = { size: 13, fill: colour.muted };
  const note = { ...muted, size: where.beside ? 12 : 13 };
  const end = where.beside ? ({ anchor: 'end' } as const) : {};
  const fills = given === 'strided' && zeroFraction > 0 && filled !== strided.kernel;
  const verdict =
    zeroFraction > 0
      ? (narrow ? said.zerosShort : said.zeros)(zeroShare(model))
      : (narrow ? said.movedShort : said.moved)(filled * filled);
  const windows = {
    spd: window(small, 1, spd.padding),
    strided: window(strided.kernel, block, strided.padding),
  };
  labels(group, [
    { ...where.titles.small, text: where.beside ? said.spdShort : said.spd(block), weight: 600 },
    { ...where.notes.small, ...note, text: windows.spd, opacity: shown.spd },
    { ...where.titles.big, text: said.strided, weight: 600 },
    { ...where.notes.big, ...note, ...end, text: windows.strided, opacity: shown.strided },
    { ...where.filling, ...muted, ...end, text: fills ? said.filling(filled) : '', opacity: fill },
    {
      ...where.verdict,
      text: verdict,
      weight: 600,
      size: narrow ? 14 : 15,
      fill: colour.spd,
      opacity: equal,
    },
  ]);
}

function drawHighlight(links: Group, group: Group, scene: Scene, { lit }: Context): void {
  const weight = lit ? weightAt(scene.model, lit.cells[0]) : undefined;
  const { cell } = scene.where;
  const both = weight ? spots(scene, weight) : undefined;
  const ends = both ? [both.from, both.to] : [];
  const middle = ({ x, y }: Spot): Point => [x + cell / 2, y + cell / 2];
  lines(
    links,
    both
      ? [
          {
            path: polyline([middle(both.from), middle(both.to)]),
            stroke: colour.ink,
            dash: '3 3',
            opacity: 0.8,
          },
        ]
      : [],
  );
  group.attr('pointer-events', 'none');
  boxes(
    group,
    ends.map((spot) => ({
      ...spot,
      width: cell,
      height: cell,
      stroke: colour.ink,
      strokeWidth: 2.5,
    })),
  );
}
