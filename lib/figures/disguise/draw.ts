import { select } from 'd3';
import type { Context } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  round,
  stage,
} from '../kit/marks.ts';
import { colour, inkOn, phaseLetter } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import { type Layout, layout, type Spot } from './layout.ts';
import { keysOf, weightAt } from './links.ts';
import {
  acts,
  type Model,
  modelOf,
  nameOf,
  type Params,
  type Weight,
  windowName,
  zeroShare,
} from './model.ts';

interface Scene {
  model: Model;
  where: Layout;
  fill: number;
  first: number;
  rest: number;
  equal: number;
}

export function draw(svg: SVGSVGElement, params: Params, t: number, context: Context): void {
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
  drawGiven(layer('given'), layer('given-names'), scene);
  drawMoved(layer('moved'), scene);
  drawWords(layer('words'), scene, context);
  drawHighlight(layer('links'), layer('highlight'), scene, context);
}

/** How far a weight has flown: sub-map A alone, then the others one after the other. */
function flown({ model, first, rest }: Scene, { dy, dx, u, v }: Weight): number {
  const { block, small } = model;
  const o = block * dx + dy;
  const lead = (through: number) => stagger(through, u + v, 2 * small - 1, 0.6);
  if (o === 0) return lead(first);
  const others = block * block - 1;
  const share = 0.5;
  const start = others > 1 ? ((1 - share) * (o - 1)) / (others - 1) : 0;
  return lead(Math.min(1, Math.max(0, (rest - start) / share)));
}

/** Where a weight stands among the given kernel and among the one that is made. */
function spots({ model, where }: Scene, weight: Weight): { from: Spot; to: Spot } {
  const small = where.small(weight.dy, weight.dx, weight.u, weight.v);
  const big = where.big(weight.row, weight.column);
  return model.given === 'spd' ? { from: small, to: big } : { from: big, to: small };
}

function keys({ model }: Scene, weight: Weight): { from: string; to: string } {
  const { small, big } = keysOf(model, weight);
  return model.given === 'spd' ? { from: small, to: big } : { from: big, to: small };
}

/** Frames around the sub-maps' kernels in their hues, and around the strided one. */
function drawFrames(group: Group, letters: Group, { model, where, first, rest }: Scene): void {
  const { block, small, filled, strided } = model;
  const { cell } = where;
  const frames: Box[] = [];
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

interface Cell {
  spot: Spot;
  weight: Weight;
  opacity: number;
  name: { opacity: number; fill: string };
  key: string;
}

function boxOf({ model, where }: Scene, { spot, weight, opacity, key }: Cell): Box {
  const { cell } = where;
  const hue = phaseColour(model.block, weight.dy, weight.dx);
  return {
    x: spot.x + 0.75,
    y: spot.y + 0.75,
    width: cell - 1.5,
    height: cell - 1.5,
    fill: weight.filling ? colour.panel : hue,
    stroke: weight.filling ? hue : 'none',
    dash: weight.filling ? '2 2' : 'none',
    opacity,
    cell: key,
  };
}

function nameIn({ model, where }: Scene, { spot, weight, name }: Cell): Label {
  const { cell } = where;
  return {
    x: spot.x + cell / 2,
    y: spot.y + cell / 2,
    text: weight.filling ? '0' : nameOf(model, weight),
    size: cell >= 30 ? 13 : 12,
    anchor: 'middle',
    ...name,
  };
}

function inkFor({ block }: Model, { filling, dy, dx }: Weight): string {
  return filling ? colour.muted : inkOn(phaseColour(block, dy, dx));
}

/** The kernel that is given; what has left it stays as a pale cell, and gets its name back in the end. */
function drawGiven(group: Group, names: Group, scene: Scene): void {
  const { model, fill, equal } = scene;
  const cells = model.weights.map((weight): Cell => {
    const away = flown(scene, weight);
    const there = weight.filling ? fill : 1;
    const name =
      equal > 0
        ? { opacity: equal, fill: colour.ink }
        : { opacity: there * Math.max(0, 1 - 2 * away), fill: inkFor(model, weight) };
    return {
      spot: spots(scene, weight).from,
      weight,
      opacity: there * mix(1, 0.28, away),
      name,
      key: keys(scene, weight).from,
    };
  });
  boxes(
    group,
    cells.map((cell) => boxOf(scene, cell)),
  );
  labels(
    names,
    cells.map((cell) => nameIn(scene, cell)),
    true,
  );
}

/** The weights on their way and at their new places, each with its name on it: one may fly above another. */
function drawMoved(group: Group, scene: Scene): void {
  const { model } = scene;
  const cells = model.weights.map((weight): Cell => {
    const u = flown(scene, weight);
    const { from, to } = spots(scene, weight);
    const shown = u > 0 ? 1 : 0;
    return {
      spot: { x: mix(from.x, to.x, u), y: mix(from.y, to.y, u) },
      weight,
      opacity: shown,
      name: { opacity: shown, fill: inkFor(model, weight) },
      key: keys(scene, weight).to,
    };
  });
  const groups = group.selectChildren<SVGGElement, Cell>('g').data(cells).join('g');
  groups.each(function (cell) {
    const self = select(this) as unknown as Group;
    boxes(self, [boxOf(scene, cell)]);
    labels(self, [nameIn(scene, cell)], true);
  });
}

function drawWords(
  group: Group,
  { model, where, rest, equal, fill }: Scene,
  { narrow }: Context,
): void {
  const { given, block, small, filled, strided, spd, zeroFraction } = model;
  const spdName = windowName(small, 1, spd.padding);
  const stridedName = windowName(strided.kernel, block, strided.padding);
  const shown = {
    spd: given === 'spd' ? 1 : Math.min(1, 3 * rest),
    strided: given === 'strided' ? 1 : Math.min(1, 3 * rest),
  };
  const muted = { size: 13, fill: colour.muted };
  const filling =
    given === 'strided' && zeroFraction > 0 && filled !== strided.kernel
      ? `zeros fill it up to ${filled}×${filled}`
      : '';
  const verdict =
    zeroFraction > 0
      ? `the same numbers come out; ${zeroShare(model)} of the weights are zero`
      : `${filled * filled} weights, moved and not changed: the same numbers come out`;
  const short =
    zeroFraction > 0
      ? `the same numbers; ${zeroShare(model)} zeros`
      : `the same ${filled * filled} weights, the same numbers`;
  labels(group, [
    { ...where.titles.small, text: `after space-to-depth, s = ${block}`, weight: 600 },
    { ...where.notes.small, ...muted, text: spdName, opacity: shown.spd },
    { ...where.titles.big, text: 'on the pixels', weight: 600 },
    { ...where.notes.big, ...muted, text: stridedName, opacity: shown.strided },
    { ...where.filling, ...muted, text: filling, opacity: fill },
    {
      ...where.verdict,
      text: narrow ? short : verdict,
      anchor: 'middle',
      weight: 600,
      size: narrow ? 14 : 15,
      fill: colour.spd,
      opacity: equal,
    },
  ]);
}

function drawHighlight(links: Group, group: Group, scene: Scene, { highlight }: Context): void {
  const weight = highlight ? weightAt(scene.model, highlight) : undefined;
  const { cell } = scene.where;
  const both = weight ? spots(scene, weight) : undefined;
  const ends = both ? [both.from, both.to] : [];
  const middle = ({ x, y }: Spot) => `${round(x + cell / 2)},${round(y + cell / 2)}`;
  lines(
    links,
    both
      ? [
          {
            path: `M${middle(both.from)}L${middle(both.to)}`,
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
