// What a path from a pixel passes of trained weights.
import { describe, expect, it } from 'vitest';
import { interiorPlane } from '#lib/spd/index.ts';
import { footprintOf, placed, trainedWindows, WAYS } from '#lib/stack/index.ts';
import { layersOf } from '#lib/training/plan.ts';
import { drawn, inside, stackOf, WIDTH } from './networks.ts';

describe('trained windows', () => {
  it('have at each tap the mean size of its weights, as counted by hand', () => {
    // Two outputs, three colours, 2x2: rows (tap, colour) by outputs, then two biases.
    const numbers = Float32Array.from([
      ...[1, -2, 3, -4, 5, -6],
      ...[0, 0, 0, 0, 0, 6],
      ...[-1, -1, -1, -1, -1, -1],
      ...[2, 2, 2, -2, -2, -2],
      ...[99, 99],
    ]);
    const [{ layers }] = placed([{ way: 'strided-2', width: 2 }], { size: 2, channels: 3 });
    expect(trainedWindows(layers, numbers)).toEqual([
      { kernel: 2, stride: 2, padding: 0, weights: Float64Array.from([3.5, 1, 1, 2]) },
    ]);
  });

  it.each(WAYS)('of %s with equal weights give the footprint of the wiring', (way) => {
    for (const times of [1, 2, 3]) {
      const stages = placed(stackOf(way, times), { size: 8, channels: 3 });
      const layers = stages.flatMap((stage) => stage.layers);
      const numbers = new Float32Array(20_000).fill(0.5);
      const { side, paths } = interiorPlane(trainedWindows(layers, numbers));
      const wiring = footprintOf(stages);
      expect(side).toBe(wiring.side);
      const share = paths[0] / wiring.paths[0];
      paths.forEach((count, i) => {
        expect(count).toBeCloseTo(share * wiring.paths[i], 6);
      });
    }
  });

  it.each(['strided', 'strided-6', 'spd'] as const)(
    'of one layer of %s are the mean size of its gradient by place',
    (way) => {
      const [{ layers }] = placed([{ way, width: WIDTH }], { size: 12, channels: 3 });
      const { plan, numbers } = inside([{ way, width: WIDTH }], drawn());
      const side = 12;
      const run = linear(layersOf(plan), numbers, side);
      // Of every output, with respect to the pixels of one period far from the border; the layer is linear.
      const still = run(new Float64Array(side * side * 3));
      const period = new Float64Array(4);
      for (let c = 0; c < 3; c++)
        for (let place = 0; place < 4; place++) {
          const picture = new Float64Array(side * side * 3);
          picture[((4 + (place >> 1)) * side + 4 + (place % 2)) * 3 + c] = 1;
          const moved = run(picture);
          for (let i = 0; i < moved.length; i++)
            period[place] += Math.abs(moved[i] - still[i]) / (3 * WIDTH);
        }
      const { paths } = interiorPlane(trainedWindows(layers, numbers));
      paths.forEach((count, i) => {
        expect(count).toBeCloseTo(period[i], 5);
      });
    },
  );
});

/** The first convolution of a network on a picture (HWC), be it behind space-to-depth, without ReLU: all its outputs. */
function linear(layers: readonly { kind: string }[], numbers: Float32Array, side: number) {
  const behind = layers[0].kind === 'space-to-depth';
  const { kernel, stride, padding, inputs, outputs } = layers[behind ? 1 : 0] as never as Record<
    string,
    number
  >;
  const rows = behind ? side / 2 : side;
  return (picture: Float64Array) => {
    const read = (y: number, x: number, i: number) => {
      if (y < 0 || x < 0 || y >= rows || x >= rows) return 0;
      if (!behind) return picture[(y * side + x) * 3 + i];
      const [phase, c] = [Math.floor(i / 3), i % 3];
      return picture[((2 * y + (phase % 2)) * side + 2 * x + (phase >> 1)) * 3 + c];
    };
    const out: number[] = [];
    for (let y = 0; y < side / 2; y++)
      for (let x = 0; x < side / 2; x++)
        for (let o = 0; o < outputs; o++) {
          let sum = 0;
          for (let t = 0; t < kernel ** 2; t++)
            for (let i = 0; i < inputs; i++) {
              const at = [Math.floor(t / kernel), t % kernel].map(
                (tap, axis) => [y, x][axis] * stride - padding + tap,
              );
              sum += numbers[(t * inputs + i) * outputs + o] * read(at[0], at[1], i);
            }
          out.push(sum);
        }
    return out;
  };
}
