import { chance, type Random, range, weighted } from '../../random/index.ts';
import type { Colour } from '../canvas.ts';
import { rectangle } from '../geometry.ts';
import { GLASS } from './car.ts';
import { type Part, rounded, type Shape, tint } from './shape.ts';

const PAINTS: readonly (readonly [Colour, number])[] = [
  [[224, 224, 220], 8],
  [[206, 166, 62], 4],
  [[164, 50, 46], 4],
  [[74, 104, 150], 4],
  [[96, 132, 112], 2],
  [[120, 122, 126], 2],
];

/** A bus or coach: one long body, windows all round, hatches and air conditioning on the roof. */
export function makeBus(next: Random): Shape {
  const paint = weighted(next, PAINTS);
  const w = range(next, 0.115, 0.135);
  const body = rounded(-0.5, 0.5, w, 0.04, 0.03);
  const roof = chance(next, 0.5) ? tint(paint, 0.2) : tint([226, 227, 225], 0);
  const parts: Part[] = [
    { polygon: body, colour: paint },
    // the windows show as a dark rim to the roof
    { polygon: rectangle(-0.47, -w * 0.93, 0.485, w * 0.93), colour: GLASS },
    { polygon: rectangle(-0.46, -w * 0.78, 0.445, w * 0.78), colour: roof },
  ];
  const unit = tint(roof, -0.3);
  parts.push({ polygon: rectangle(-0.36, -w * 0.5, -0.2, w * 0.5), colour: unit });
  const hatches = 1 + Math.floor(next() * 3);
  for (let i = 0; i < hatches; i++) {
    const x = -0.06 + (0.42 * i) / hatches;
    parts.push({ polygon: rectangle(x, -w * 0.3, x + 0.07, w * 0.3), colour: unit });
  }
  if (chance(next, 0.3)) {
    parts.push({ polygon: rectangle(-0.44, -w * 0.72, 0.43, -w * 0.4), colour: paint });
  }
  return { outline: [body], parts, width: 2 * w, height: 3 };
}
