import type { Snippet } from '../kit/code.ts';
import { halvingPrograms } from '../kit/halving-code.ts';
import { FARTHEST, FINE, type Params, pictureAt } from './model.ts';

/** Each prints, for each way, how strongly the car shows where it shows least and where it shows most. */
export function code(params: Params): Promise<Snippet[]> {
  const steps = Array.from({ length: FARTHEST * FINE + 1 }, (_, i) => i / FINE);
  const pictures = [pictureAt(params, 0, false), ...steps.map((px) => pictureAt(params, px))];
  const pixels = Uint8Array.from(pictures.flatMap(({ data }) => [...data]));
  const { halvings } = params;
  return halvingPrograms(pixels, pictures.length, {
    pictures: `The road, then with the car at 0, 1/8, ... ${FARTHEST} px to the right, 16 x 16 pixels`,
    python: `
# How strongly the car shows where it shows least, and where it shows most, of 255
for name, halve in ways.items():
    y = x
    for _ in range(${halvings}):
        y = halve(y)
    shows = [largest(y[i], y[0]) for i in range(1, ${pictures.length})]
    print(name, min(shows), max(shows))
`,
    js: `
// How strongly the car shows where it shows least, and where it shows most, of 255
for (const [name, halve] of Object.entries(ways)) {
  let y = x;
  for (let n = 0; n < ${halvings}; n++) y = halve(y);
  const [road, ...cars] = tf.unstack(y);
  const shows = cars.map((car) => largest(car, road));
  console.log(name, Math.min(...shows), Math.max(...shows));
}
`,
  });
}
