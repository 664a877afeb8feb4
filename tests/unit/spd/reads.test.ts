import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  interiorReads,
  isUniform,
  type Padding,
  place,
  readCounts,
  readCounts2d,
  readCountsAfterSpd,
  receptiveField,
  taps,
  type Window,
} from '#lib/spd/index.ts';
import { countByWalking } from './brute-force.ts';

const padding = fc.oneof(
  fc.constantFrom<Padding>('same-tensorflow', 'same-pytorch'),
  fc.integer({ min: 0, max: 5 }),
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
);
const windows: fc.Arbitrary<Required<Window>> = fc.record({
  kernel: fc.integer({ min: 1, max: 9 }),
  stride: fc.integer({ min: 1, max: 6 }),
  padding,
  dilation: fc.integer({ min: 1, max: 5 }),
});
const fitting = fc
  .tuple(fc.integer({ min: 1, max: 40 }), windows)
  .filter(([size, { kernel, dilation, padding: p }]) => {
    const extent = (kernel - 1) * dilation + 1;
    const pads = typeof p === 'number' ? 2 * p : typeof p === 'string' ? 0 : p[0] + p[1];
    return size + pads >= extent;
  });

describe('readCounts', () => {
  it('equals walking every window, for any kernel, stride, padding and dilation', () => {
    fc.assert(
      fc.property(fitting, ([size, window]) => {
        expect(readCounts(size, window)).toEqual(countByWalking(size, window));
      }),
      { numRuns: 2000 },
    );
  });

  it('the table of the paper: 3x3 stride 2 pad 1 reads even rows once and odd rows twice', () => {
    expect([...readCounts(8, { kernel: 3, stride: 2, padding: 1 })]).toEqual([
      1, 2, 1, 2, 1, 2, 1, 1,
    ]);
    expect([...readCounts2d(4, 4, { kernel: 3, stride: 2, padding: 1 }).slice(0, 8)]).toEqual([
      1, 2, 1, 1, 2, 4, 2, 2,
    ]);
  });

  it('without padding, and with SAME as TensorFlow pads, the roles swap', () => {
    expect([...readCounts(9, { kernel: 3, stride: 2 })]).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1]);
    const same = { kernel: 3, stride: 2, padding: 'same-tensorflow' } as const;
    expect([...readCounts(8, same)]).toEqual([1, 1, 2, 1, 2, 1, 2, 1]);
    expect(place(8, same)).toMatchObject({ before: 0, after: 1, outputs: 4 });
    expect(place(8, { ...same, padding: 'same-pytorch' })).toMatchObject({
      before: 1,
      after: 1,
      outputs: 4,
    });
  });

  it('reads no more than every tap of every window, and all of them without padding', () => {
    fc.assert(
      fc.property(fitting, ([size, window]) => {
        const { outputs, before, extent, stride } = place(size, window);
        const sum = readCounts(size, window).reduce((a, b) => a + b, 0);
        expect(sum).toBeLessThanOrEqual(outputs * window.kernel);
        const inside = before === 0 && (outputs - 1) * stride + extent <= size;
        if (inside) expect(sum).toBe(outputs * window.kernel);
      }),
    );
  });

  it('the interior repeats interiorReads, and is uniform exactly when isUniform says so', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { kernel, stride, dilation } = window;
        const margin = (kernel - 1) * dilation + 1 + stride;
        const size = 2 * margin + 4 * stride;
        const explicit = { kernel, stride, dilation, padding: 1 };
        const counts = readCounts(size, explicit);
        const phases = interiorReads(explicit);
        const interior = [...counts].slice(margin, size - margin);
        expect(interior).toEqual(interior.map((_, i) => phases[(margin + i + 1) % stride]));
        expect(isUniform(explicit)).toBe(new Set(interior).size === 1);
      }),
      { numRuns: 500 },
    );
  });

  it('uniform: 3x3/3, 2x2/2, 4x4/2, 6x6/2, anything with stride 1; not 3x3/2, 5x5/2, 7x7/2, 1x1/2', () => {
    const answer = ([kernel, stride]: number[]) => isUniform({ kernel, stride });
    expect(
      [
        [3, 3],
        [2, 2],
        [4, 2],
        [6, 2],
        [1, 1],
        [2, 1],
        [3, 1],
        [7, 1],
      ].map(answer),
    ).toEqual(Array(8).fill(true));
    expect(
      [
        [3, 2],
        [5, 2],
        [7, 2],
        [1, 2],
      ].map(answer),
    ).toEqual(Array(4).fill(false));
    expect(isUniform({ kernel: 2, stride: 2, dilation: 2 })).toBe(false);
    expect([...interiorReads({ kernel: 2, stride: 2, dilation: 2 })]).toEqual([2, 0]);
  });

  it('SPD + 3x3 reads as a 6x6 stride 2 with twice the padding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 5, max: 9 }),
        (block, kernel, pad, cells) => {
          const strided = { kernel: block * kernel, stride: block, padding: block * pad };
          expect(readCountsAfterSpd(cells * block, block, { kernel, padding: pad })).toEqual(
            readCounts(cells * block, strided),
          );
        },
      ),
    );
  });

  it('an odd padding of SAME goes after in TensorFlow; PyTorch users pad half the window twice', () => {
    const padded = (kernel: number, padding: Padding, dilation = 1) => {
      const { before, after } = place(16, { kernel, padding, dilation });
      return [before, after];
    };
    expect(padded(4, 'same-tensorflow')).toEqual([1, 2]);
    expect(padded(6, 'same-tensorflow')).toEqual([2, 3]);
    expect(padded(3, 'same-tensorflow', 4)).toEqual([4, 4]);
    expect(padded(5, 'same-pytorch')).toEqual([2, 2]);
    expect(padded(3, 'same-pytorch', 3)).toEqual([3, 3]);
    expect(padded(5, 2)).toEqual([2, 2]);
    expect(padded(5, [1, 4])).toEqual([1, 4]);
    // Where the stride leaves pixels over, nothing is padded.
    expect(place(8, { kernel: 1, stride: 2, padding: 'same-tensorflow' })).toMatchObject({
      before: 0,
      after: 0,
      outputs: 4,
    });
  });

  it('takes a window that just fits', () => {
    expect(place(5, { kernel: 3, dilation: 2 })).toMatchObject({ extent: 5, outputs: 1 });
    expect(() => place(4, { kernel: 3, dilation: 2 })).toThrow('5 pixels does not fit into 4');
    expect(place(1, { kernel: 1 }).outputs).toBe(1);
  });

  it.each(['size', 'kernel', 'stride', 'dilation'])('refuses a %s of zero', (name) => {
    const { size, ...window } = { size: 8, kernel: 3, stride: 2, dilation: 1, [name]: 0 };
    expect(() => place(size, window)).toThrow(`the ${name} must be a whole number >= 1, not 0`);
  });

  it.each([
    [-1, '-1, -1'],
    [0.5, '0.5, 0.5'],
    [[0, 1.5], '0, 1.5'],
    [[-1, 2], '-1, 2'],
  ] as const)('refuses a padding of %s', (padding, said) => {
    expect(() => place(8, { kernel: 3, padding })).toThrow(
      `padding ${said} is not a pair of whole numbers >= 0`,
    );
  });

  it('says what does not fit', () => {
    expect(() => readCounts(4, { kernel: 7 })).toThrow('7 pixels does not fit into 4 pixels');
    expect(() => readCounts(4, { kernel: 1.5 })).toThrow(
      'the kernel must be a whole number >= 1, not 1.5',
    );
    expect(() => readCountsAfterSpd(7, 2, { kernel: 3 })).toThrow(
      'block size 2 does not divide the size 7',
    );
  });
});

describe('receptiveField', () => {
  it('of five 3x3/2 layers is 63 pixels, 32 apart; of five SPD + 3x3 it is 156', () => {
    const strided = Array.from({ length: 5 }, () => ({ kernel: 3, stride: 2, padding: 1 }));
    expect(receptiveField(strided, 256)).toEqual({ size: 63, stride: 32, start: -31 });
    const spd = Array.from({ length: 5 }, () => [
      { kernel: 2, stride: 2 },
      { kernel: 3, padding: 1 },
    ]).flat();
    expect(receptiveField(spd, 256)).toEqual({ size: 156, stride: 32, start: -62 });
  });

  it('of one layer is its taps', () => {
    fc.assert(
      fc.property(fitting, ([size, window]) => {
        const placed = place(size, window);
        const [first, last] = [taps(placed, 0)[0], taps(placed, 0).at(-1) ?? 0];
        expect(receptiveField([window], size)).toEqual({
          size: last - first + 1,
          stride: window.stride,
          start: first,
        });
      }),
    );
  });
});
