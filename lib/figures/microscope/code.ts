import type { Snippet } from '../kit/code.ts';
import { halvingPrograms } from '../kit/halving-code.ts';
import { vehiclePicture } from '../kit/vehicle.ts';
import { LEVELS, type Params, SIDE } from './model.ts';

/**
 * Each prints, for each way and after 1 to 5 halvings, how many numbers are left and, where there is a car, how strongly
 * it still shows.
 */
export async function code(params: Params): Promise<Snippet[]> {
  const { scene, length, offset } = params;
  const view = { side: SIDE, offset, paint: params.paint as 'red' | 'dark' };
  const pictures = scene
    ? [await sceneOf(scene)]
    : [length, 0].map((px) => vehiclePicture({ ...view, length: px }));
  const pixels = Uint8Array.from(pictures.flatMap((picture) => [...picture.pixels]));
  return halvingPrograms(pixels, pictures.length, {
    pictures: scene
      ? `Generated scene ${scene}, 64 x 64 pixels`
      : 'The road with the car and without it, 64 x 64 pixels',
    python: `
# After each halving: how many numbers${scene ? '' : ', and how strongly the car shows, of 255'}
for name, halve in ways.items():
    y, said = x, []
    for _ in range(${LEVELS}):
        y = halve(y)
        c, h, w = y[0].shape
        said += [c * h * w${scene ? '' : ', largest(y[0], y[1])'}]
    print(name, *said)
`,
    js: `
// After each halving: how many numbers${scene ? '' : ', and how strongly the car shows, of 255'}
for (const [name, halve] of Object.entries(ways)) {
  const said = [];
  let y = x;
  for (let n = 0; n < ${LEVELS}; n++) {
    y = halve(y);
    said.push(y.size / y.shape[0]);
    ${scene ? '' : 'said.push(largest(...tf.unstack(y)));'}
  }
  console.log(name, ...said);
}
`.replace(/^ +\n/gm, ''),
  });
}

async function sceneOf(seed: number) {
  const { generateScene } = await import('../../scenes/index.ts');
  return generateScene({ seed, resolution: SIDE });
}
