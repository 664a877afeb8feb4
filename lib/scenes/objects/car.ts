import { chance, type Random, range, weighted } from '../../random/index.ts';
import type { Colour } from '../canvas.ts';
import { rectangle } from '../geometry.ts';
import { type Part, rounded, type Shape, tint } from './shape.ts';

const PAINTS: readonly (readonly [Colour, number])[] = [
  [[226, 227, 226], 24],
  [[186, 189, 191], 17],
  [[128, 131, 134], 14],
  [[66, 68, 72], 12],
  [[38, 40, 44], 16],
  [[48, 64, 96], 9],
  [[160, 42, 40], 7],
  [[108, 38, 42], 3],
  [[150, 140, 118], 3],
  [[62, 82, 70], 2],
  [[205, 178, 74], 1.5],
];

export const GLASS: Colour = [42, 48, 55];

export function makeCar(next: Random): Shape {
  const paint = weighted(next, PAINTS);
  const w = range(next, 0.205, 0.235);
  const body = rounded(-0.5, 0.5, w, 0.13, 0.09);
  const estate = chance(next, 0.35);
  const front = range(next, 0.13, 0.2);
  const back = estate ? -0.43 : range(next, -0.33, -0.27);
  const roof = tint(paint, range(next, 0.02, 0.16));
  const parts: Part[] = [
    { polygon: body, colour: paint },
    // bonnet and boot catch the light at another angle than the flanks
    { polygon: rectangle(0.2, -w * 0.72, 0.45, w * 0.72), colour: tint(paint, 0.07) },
    // the glasshouse, then the roof on it
    {
      polygon: [front, -w * 0.86, back, -w * 0.84, back, w * 0.84, front, w * 0.86],
      colour: GLASS,
    },
    {
      polygon: [
        ...[front - 0.13, -w * 0.7, back + 0.09, -w * 0.68],
        ...[back + 0.09, w * 0.68, front - 0.13, w * 0.7],
      ],
      colour: roof,
    },
  ];
  return { outline: [body], parts, width: 2 * w, height: 1.45 };
}
