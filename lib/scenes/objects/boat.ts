import { chance, type Random, range, weighted } from '../../random/index.ts';
import type { Colour } from '../canvas.ts';
import { rectangle } from '../geometry.ts';
import { GLASS } from './car.ts';
import { mirrored, type Part, type Shape, tint } from './shape.ts';

const HULLS: readonly (readonly [Colour, number])[] = [
  [[230, 230, 226], 10],
  [[196, 198, 196], 2],
  [[70, 84, 108], 2],
  [[130, 84, 62], 2],
  [[96, 100, 102], 1],
  [[150, 58, 52], 1],
];

const DECKS: readonly (readonly [Colour, number])[] = [
  [[206, 204, 196], 5],
  [[168, 142, 108], 4],
  [[140, 152, 164], 2],
];

/** A motor boat, a sailing yacht with its mast, or an open boat. */
export function makeBoat(next: Random, moving: boolean): Shape {
  const hullColour = weighted(next, HULLS);
  const deck = weighted(next, DECKS);
  const w = range(next, 0.145, 0.18);
  const hull = mirrored([
    ...[0.5, 0.004, 0.4, w * 0.45, 0.25, w * 0.82, 0.05, w],
    ...[-0.25, w * 0.97, -0.5, w * range(next, 0.72, 0.86)],
  ]);
  const inner = mirrored([0.38, w * 0.18, 0.2, w * 0.58, 0, w * 0.72, -0.44, w * 0.62]);
  const parts: Part[] = [
    { polygon: hull, colour: hullColour },
    { polygon: inner, colour: deck },
  ];
  const kind = moving ? 0.2 : next();
  if (kind < 0.5) {
    const front = range(next, 0.1, 0.22);
    parts.push(
      {
        polygon: mirrored([front, w * 0.4, front - 0.07, w * 0.62, front - 0.1, w * 0.55]),
        colour: GLASS,
      },
      {
        polygon: rectangle(-0.14, -w * 0.56, front - 0.08, w * 0.56),
        colour: tint(hullColour, 0.15),
      },
      { polygon: rectangle(-0.42, -w * 0.5, -0.2, w * 0.5), colour: tint(deck, -0.4) },
    );
  } else if (kind < 0.8) {
    const cover: Colour = chance(next, 0.5) ? [56, 76, 116] : [212, 210, 202];
    parts.push(
      { polygon: rectangle(-0.12, -w * 0.42, 0.2, w * 0.42), colour: tint(hullColour, 0.1) },
      { polygon: rectangle(-0.4, -w * 0.4, -0.18, w * 0.4), colour: tint(deck, -0.45) },
      { polygon: rectangle(-0.34, -0.022, 0.1, 0.022), colour: cover },
    );
  } else {
    parts.push(
      {
        polygon: mirrored([0.34, w * 0.14, 0.15, w * 0.5, -0.42, w * 0.5]),
        colour: tint(deck, -0.35),
      },
      { polygon: rectangle(-0.02, -w * 0.55, 0.05, w * 0.55), colour: deck },
      { polygon: rectangle(-0.26, -w * 0.55, -0.19, w * 0.55), colour: deck },
    );
  }
  const shape: Shape = { outline: [hull], parts, width: 2 * w, height: 1.1 };
  if (moving) {
    const reach = range(next, 1.2, 2.4);
    const foam: Colour = [222, 228, 228];
    shape.wake = [
      {
        polygon: mirrored([-0.42, 0.02, -0.5 - reach, w * 1.9, -0.5 - reach, w * 1.2]),
        colour: foam,
        alpha: 0.13,
      },
      {
        polygon: mirrored([-0.46, w * 0.5, -0.5 - reach * 0.75, w * 0.5]),
        colour: foam,
        alpha: 0.3,
      },
      {
        polygon: mirrored([-0.46, w * 0.7, -0.5 - reach * 0.3, w * 0.6]),
        colour: foam,
        alpha: 0.5,
      },
      {
        polygon: mirrored([
          0.42,
          w * 0.5,
          0.1,
          w * 1.12,
          -0.6,
          w * 1.4,
          -0.6,
          w * 0.95,
          0,
          w * 0.9,
        ]),
        colour: foam,
        alpha: 0.35,
      },
    ];
  }
  return shape;
}
