import { type Random, range, weighted } from '../../random/index.ts';
import type { Colour } from '../canvas.ts';
import type { Polygon } from '../geometry.ts';
import { GLASS } from './car.ts';
import { mirrored, type Part, type Shape, tint } from './shape.ts';

const TAILS: readonly (readonly [Colour, number])[] = [
  [[222, 224, 226], 4],
  [[52, 74, 126], 4],
  [[170, 52, 48], 3],
  [[70, 104, 92], 1],
  [[205, 160, 60], 1],
];

const SKINS: readonly (readonly [Colour, number])[] = [
  [[232, 233, 234], 7],
  [[204, 207, 210], 3],
  [[176, 180, 184], 1],
];

/** An airliner or jet with swept wings, or a light aircraft with straight ones. */
export function makePlane(next: Random, metres: number): Shape {
  const skin = weighted(next, SKINS);
  const tail = weighted(next, TAILS);
  const light = metres < 11 ? next() < 0.85 : next() < 0.1;
  const half = (light ? range(next, 0.56, 0.66) : range(next, 0.43, 0.52)) as number;
  const body = light ? 0.068 : range(next, 0.055, 0.066);
  const fuselage = light
    ? mirrored([0.5, 0.02, 0.46, 0.05, 0.32, body, 0.02, body, -0.3, 0.032, -0.5, 0.016])
    : mirrored([0.5, 0.012, 0.47, 0.034, 0.4, body, -0.22, body, -0.4, 0.036, -0.5, 0.014]);
  const root = light ? 0.24 : 0.14;
  const chord = light ? 0.2 : 0.25;
  const sweep = light ? 0.02 : range(next, 0.22, 0.3);
  const tip = light ? 0.15 : 0.075;
  const wings = mirrored([
    ...[root, 0, root - sweep, half, root - sweep - tip, half],
    ...[root - chord + (light ? 0 : -0.04), body, root - chord, 0],
  ]);
  const tailSpan = half * range(next, 0.34, 0.42);
  const back = light ? -0.36 : -0.37;
  const tailWings = mirrored([
    ...[back, 0, back - (light ? 0.03 : 0.08), tailSpan],
    ...[back - 0.125, tailSpan, back - 0.12, 0],
  ]);
  const outline: Polygon[] = [fuselage, wings, tailWings];
  const parts: Part[] = [
    { polygon: wings, colour: tint(skin, -0.13) },
    { polygon: tailWings, colour: tint(skin, -0.13) },
    { polygon: fuselage, colour: skin },
    // the fin from above
    { polygon: mirrored([back + 0.08, 0.009, back - 0.1, 0.014]), colour: tail },
  ];
  if (light) {
    parts.push({
      polygon: mirrored([0.3, body * 0.6, 0.24, body * 0.9, 0.17, body * 0.8]),
      colour: GLASS,
    });
    if (next() < 0.5) {
      const y = half * 0.8;
      for (const s of [-1, 1]) {
        parts.push({
          polygon: [
            root - sweep,
            s * y,
            root - sweep,
            s * half,
            root - sweep - tip,
            s * half,
            root - chord,
            s * y,
          ],
          colour: tail,
        });
      }
    }
  } else {
    parts.push({ polygon: mirrored([0.475, 0.02, 0.45, 0.036, 0.43, 0.03]), colour: GLASS });
    for (const s of [-1, 1]) {
      const y = s * half * 0.36;
      const x = root - sweep * 0.36 + 0.005;
      const nacelle: Polygon = [
        x + 0.05,
        y - 0.022,
        x + 0.05,
        y + 0.022,
        x - 0.06,
        y + 0.02,
        x - 0.06,
        y - 0.02,
      ];
      outline.push(nacelle);
      parts.push({ polygon: nacelle, colour: tint(skin, -0.35) });
    }
  }
  return { outline, parts, width: 2 * half, height: light ? 1.6 : 2.6 };
}
