// The weights as cells: those of the kernel that is given, and their copies on the way to the one that is made.
import { phaseColour } from '../kit/hues.ts';
import { boxes, type Group, groups, type Label, labels, type RectMark } from '../kit/marks.ts';
import { colour, inkOn } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import type { Spot } from './layout.ts';
import { type Model, textOf, type Weight } from './model.ts';
import { keysOf } from './places.ts';
import { type Scene, spots } from './scene.ts';

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

function keys({ model }: Scene, weight: Weight): { from: string; to: string } {
  const { small, big } = keysOf(model, weight);
  return model.given === 'spd' ? { from: small, to: big } : { from: big, to: small };
}

interface Cell {
  spot: Spot;
  weight: Weight;
  opacity: number;
  name: { opacity: number; fill: string };
  key: string;
}

function boxOf({ model, where }: Scene, { spot, weight, opacity, key }: Cell): RectMark {
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
    text: textOf(model, weight),
    size: cell >= 30 ? 13 : 12,
    anchor: 'middle',
    ...name,
  };
}

function inkFor({ block }: Model, { filling, dy, dx }: Weight): string {
  return filling ? colour.muted : inkOn(phaseColour(block, dy, dx));
}

/** The kernel that is given; what has left it stays as a pale cell, and gets its name back in the end. */
export function drawGiven(group: Group, names: Group, scene: Scene): void {
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
export function drawMoved(group: Group, scene: Scene): void {
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
  groups(group, cells, (self, cell) => {
    boxes(self, [boxOf(scene, cell)]);
    labels(self, [nameIn(scene, cell)], true);
  });
}
