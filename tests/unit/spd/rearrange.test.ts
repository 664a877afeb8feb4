import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChannelOrder,
  channelIndex,
  channelOrders,
  channelOrigin,
  depthToSpace,
  type Layout,
  orderPermutation,
  packedShape,
  spaceToDepth,
} from '#lib/spd/index.ts';

const order = fc.constantFrom<ChannelOrder>(...channelOrders);
const layout = fc.constantFrom<Layout>('HWC', 'CHW');
const sizes = fc.record({
  block: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
  channels: fc.integer({ min: 1, max: 5 }),
});

describe('channel orders', () => {
  it('the block of one channel reads TL, BL, TR, BR in the published code', () => {
    const corners = Array.from({ length: 4 }, (_, o) => channelOrigin('spd', 2, 1, o));
    expect(corners.map(({ dy, dx }) => [dy, dx])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('TensorFlow reads TL, TR, BL, BR; PixelUnshuffle keeps a channel together', () => {
    expect(channelIndex('tensorflow', 2, 3, { dy: 0, dx: 1, c: 2 })).toBe(5);
    expect(channelIndex('tensorflow', 2, 3, { dy: 1, dx: 0, c: 2 })).toBe(8);
    expect(channelIndex('pixel-unshuffle', 2, 3, { dy: 1, dx: 0, c: 2 })).toBe(10);
  });

  it('channelOrigin is the inverse of channelIndex', () => {
    fc.assert(
      fc.property(order, sizes, (how, { block, channels }) => {
        for (let o = 0; o < block * block * channels; o++)
          expect(channelIndex(how, block, channels, channelOrigin(how, block, channels, o))).toBe(
            o,
          );
      }),
    );
  });

  it('permutations between orders compose and invert', () => {
    fc.assert(
      fc.property(order, order, order, sizes, (a, b, c, { block, channels }) => {
        const there = orderPermutation(a, b, block, channels);
        const on = orderPermutation(b, c, block, channels);
        const back = orderPermutation(b, a, block, channels);
        expect(on.map((i) => there[i])).toEqual(orderPermutation(a, c, block, channels));
        expect(back.map((i) => there[i])).toEqual(there.map((_, i) => i));
      }),
    );
  });

  it('an unknown order is named', () => {
    expect(() => channelIndex('rows' as ChannelOrder, 2, 1, { dy: 0, dx: 0, c: 0 })).toThrow(
      '"rows"',
    );
  });
});

describe('spaceToDepth', () => {
  it('equals the slices of the published code, concatenated', () => {
    const x = Float32Array.from({ length: 4 * 6 * 2 }, (_, i) => i); // CHW [2, 4, 6]
    const slice = (dy: number, dx: number) => {
      const out: number[] = [];
      for (let c = 0; c < 2; c++)
        for (let y = dy; y < 4; y += 2)
          for (let i = dx; i < 6; i += 2) out.push(x[(c * 4 + y) * 6 + i]);
      return out;
    };
    const expected = [...slice(0, 0), ...slice(1, 0), ...slice(0, 1), ...slice(1, 1)];
    const shape = { height: 4, width: 6, channels: 2 };
    expect([...spaceToDepth(x, shape, { block: 2, layout: 'CHW' })]).toEqual(expected);
  });

  it('PixelUnshuffle of 0..15 as PyTorch prints it', () => {
    const x = Int32Array.from({ length: 16 }, (_, i) => i);
    const shape = { height: 4, width: 4, channels: 1 };
    expect([
      ...spaceToDepth(x, shape, { block: 2, order: 'pixel-unshuffle', layout: 'CHW' }),
    ]).toEqual([0, 2, 8, 10, 1, 3, 9, 11, 4, 6, 12, 14, 5, 7, 13, 15]);
  });

  it('depthToSpace undoes it, for every order, layout, block size and shape', () => {
    fc.assert(
      fc.property(order, layout, sizes, (how, where, { block, rows, columns, channels }) => {
        const shape = { height: rows * block, width: columns * block, channels };
        const x = Float64Array.from({ length: shape.height * shape.width * channels }, (_, i) => i);
        const options = { block, order: how, layout: where };
        const packed = spaceToDepth(x, shape, options);
        expect([...packed].sort((a, b) => a - b)).toEqual([...x]);
        expect(depthToSpace(packed, packedShape(shape, block), options)).toEqual(x);
      }),
    );
  });

  it('changing the order is permuting the channels', () => {
    fc.assert(
      fc.property(order, order, sizes, (a, b, { block, rows, columns, channels }) => {
        const shape = { height: rows * block, width: columns * block, channels };
        const x = Uint16Array.from({ length: shape.height * shape.width * channels }, (_, i) => i);
        const inA = spaceToDepth(x, shape, { block, order: a });
        const inB = spaceToDepth(x, shape, { block, order: b });
        const permutation = orderPermutation(a, b, block, channels);
        const packed = permutation.length;
        expect(inB).toEqual(inA.map((_, i) => inA[i - (i % packed) + permutation[i % packed]]));
      }),
    );
  });

  it('a size that s does not divide is an error that names both numbers', () => {
    const shape = { height: 7, width: 8, channels: 1 };
    expect(() => spaceToDepth(new Uint8Array(56), shape, { block: 2 })).toThrow(
      'block size 2 does not divide the height 7',
    );
    expect(() => packedShape({ height: 8, width: 7, channels: 1 }, 2)).toThrow(
      'block size 2 does not divide the width 7',
    );
    expect(() =>
      depthToSpace(new Uint8Array(6), { height: 1, width: 2, channels: 3 }, { block: 2 }),
    ).toThrow('block size 2 needs a multiple of 4 channels, not 3');
    expect(() =>
      spaceToDepth(new Uint8Array(3), { height: 2, width: 2, channels: 1 }, { block: 2 }),
    ).toThrow('needs 4 numbers, but 3 were given');
    expect(() => packedShape(shape, 0)).toThrow('not 0');
  });
});
