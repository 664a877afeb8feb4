import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChannelOrder,
  channelOrders,
  equivalentWindow,
  place,
  spaceToDepth,
  toSpd,
  toStrided,
} from '#lib/spd/index.ts';
import { convolve, largestDifference, type Picture } from './brute-force.ts';

const order = fc.constantFrom<ChannelOrder>(...channelOrders);
const values = (length: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length });
const picture = (size: number, channels: number) =>
  values(size * size * channels).map(
    (data): Picture => ({ data: Float64Array.from(data), channels, size }),
  );

function packed(x: Picture, block: number, how: ChannelOrder): Picture {
  const shape = { height: x.size, width: x.size, channels: x.channels };
  const data = spaceToDepth(x.data, shape, { block, order: how, layout: 'CHW' });
  return { data, channels: x.channels * block * block, size: x.size / block };
}

describe('SPD(s) + k x k', () => {
  it.each([
    [2, 3, 1],
    [2, 1, 0],
    [3, 3, 1],
    [2, 2, 0],
    [2, 5, 2],
    [4, 3, 1],
  ])(
    'with s=%i, k=%i, p=%i is an sk x sk convolution of stride s and padding sp',
    (block, k, pad) => {
      const size = block * 5;
      const weights = values(2 * 2 * block * block * k * k).map((w) => Float64Array.from(w));
      fc.assert(
        fc.property(picture(size, 2), weights, order, (x, data, how) => {
          const spd = { data, outputs: 2, channels: 2 * block * block, kernel: k };
          const strided = toStrided(spd, block, how);
          const small = convolve(packed(x, block, how), data, 2, { kernel: k, padding: pad });
          const window = { kernel: strided.kernel, stride: block, padding: block * pad };
          const big = convolve(x, strided.data, 2, window);
          expect(largestDifference(small.data, big.data)).toBeLessThan(1e-10);
        }),
        { numRuns: 5 },
      );
    },
  );

  it('toSpd undoes toStrided', () => {
    const block = 3;
    fc.assert(
      fc.property(order, values(2 * 9 * 4), (how, w) => {
        const spd = { data: Float64Array.from(w), outputs: 2, channels: 9, kernel: 2 };
        const { data, zeroFraction } = toSpd(toStrided(spd, block, how), block, block, how);
        expect([data, zeroFraction]).toEqual([spd.data, 0]);
      }),
    );
  });
});

describe('a strided convolution', () => {
  it.each([
    [3, 2, 1],
    [3, 2, 0],
    [5, 2, 2],
    [7, 2, 3],
    [1, 2, 0],
    [4, 3, 1],
    [3, 4, 1],
    [6, 2, 2],
  ])(
    'of kernel %i, stride %i, padding %i is SPD + a smaller kernel with some zeros',
    (kernel, stride, pad) => {
      const size = stride * 6;
      const weights = values(2 * 2 * kernel * kernel).map((w) => Float64Array.from(w));
      fc.assert(
        fc.property(picture(size, 2), weights, order, (x, data, how) => {
          const window = { kernel, stride, padding: pad };
          const spd = toSpd({ data, outputs: 2, channels: 2, kernel }, stride, pad, how);
          const same = equivalentWindow(size, window);
          expect(same.kernel).toBe(spd.kernel);
          // A negative padding after drops rows that no window reads: the brute-force convolution crops them by itself.
          const small = convolve(packed(x, stride, how), spd.data, 2, same);
          expect(small.size).toBe(place(size, window).outputs);
          expect(largestDifference(small.data, convolve(x, data, 2, window).data)).toBeLessThan(
            1e-10,
          );
        }),
        { numRuns: 5 },
      );
    },
  );

  it('3x3/2 with padding 1 is SPD + 2x2, padded at the top and left, 7/16 of the weights zero', () => {
    const strided = { data: new Float32Array(9).fill(1), outputs: 1, channels: 1, kernel: 3 };
    const spd = toSpd(strided, 2, 1);
    expect([spd.kernel, spd.zeroFraction]).toEqual([2, 7 / 16]);
    expect(spd.data.filter((w) => w === 0)).toHaveLength(7);
    expect(equivalentWindow(8, { kernel: 3, stride: 2, padding: 1 }).padding).toEqual([1, 0]);
  });

  it('says what has no equal', () => {
    expect(() => equivalentWindow(8, { kernel: 3, stride: 2, dilation: 2 })).toThrow('dilation 2');
    expect(() => equivalentWindow(7, { kernel: 3, stride: 2 })).toThrow(
      '2 does not divide the size 7',
    );
    const odd = { data: new Float32Array(27), outputs: 1, channels: 3, kernel: 3 };
    expect(() => toStrided(odd, 2)).toThrow('a multiple of 4 channels, not 3');
    expect(() => toStrided({ ...odd, kernel: 2 }, 1)).toThrow('12 weights, not 27');
  });
});
