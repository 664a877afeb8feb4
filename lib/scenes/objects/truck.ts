import { chance, type Random, range, weighted } from '../../random/index.ts';
import type { Colour } from '../canvas.ts';
import { type Polygon, rectangle } from '../geometry.ts';
import { GLASS } from './car.ts';
import { type Part, rounded, type Shape, tint } from './shape.ts';

const CABS: readonly (readonly [Colour, number])[] = [
  [[222, 222, 220], 9],
  [[150, 48, 42], 4],
  [[52, 74, 122], 4],
  [[206, 168, 66], 2],
  [[60, 96, 78], 2],
  [[62, 64, 68], 3],
];

const LOADS: readonly (readonly [Colour, number])[] = [
  [[228, 229, 227], 9],
  [[188, 190, 188], 4],
  [[96, 112, 134], 2],
  [[146, 72, 60], 2],
  [[92, 112, 92], 1.5],
  [[190, 170, 120], 1.5],
];

/** A lorry: cab, a gap, and a box, a tarpaulin, a flat bed with a load, or two containers behind it. */
export function makeTruck(next: Random): Shape {
  const w = range(next, 0.155, 0.185);
  const cab = weighted(next, CABS);
  const load = weighted(next, LOADS);
  const cabBack = range(next, 0.25, 0.31);
  const boxFront = cabBack - range(next, 0.025, 0.05);
  const cabShape = rounded(cabBack, 0.5, w * 0.96, 0.05, 0.01);
  const boxShape = rectangle(-0.5, -w, boxFront, w);
  const frame = rectangle(boxFront - 0.02, -w * 0.5, cabBack + 0.02, w * 0.5);
  const outline: Polygon[] = [cabShape, boxShape, frame];
  const parts: Part[] = [
    { polygon: frame, colour: [46, 46, 46] },
    { polygon: cabShape, colour: cab },
    { polygon: rectangle(0.43, -w * 0.85, 0.485, w * 0.85), colour: GLASS },
    { polygon: rectangle(cabBack + 0.03, -w * 0.7, 0.4, w * 0.7), colour: tint(cab, 0.12) },
    { polygon: boxShape, colour: load },
  ];
  const kind = next();
  if (kind < 0.45) {
    // a box with a lighter middle and a roller door
    parts.push({
      polygon: rectangle(-0.47, -w * 0.8, boxFront - 0.03, w * 0.8),
      colour: tint(load, 0.18),
    });
  } else if (kind < 0.72) {
    // the hoops of a tarpaulin
    for (let i = 1; i < 5; i++) {
      const x = boxFront + ((-0.5 - boxFront) * i) / 5;
      parts.push({ polygon: rectangle(x - 0.012, -w, x + 0.012, w), colour: tint(load, -0.22) });
    }
  } else {
    // a flat bed: side boards and what lies between them
    const cargo: Colour = chance(next, 0.5) ? [132, 114, 88] : [84, 82, 80];
    parts.push({
      polygon: rectangle(-0.47, -w * 0.78, boxFront - 0.03, w * 0.78),
      colour: tint(cargo, -0.2),
    });
    const to = range(next, -0.35, 0.1);
    parts.push({ polygon: rectangle(-0.45, -w * 0.7, to, w * 0.7), colour: cargo });
  }
  return { outline, parts, width: 2 * w, height: 3 };
}
