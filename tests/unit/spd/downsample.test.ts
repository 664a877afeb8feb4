import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitKernel } from '#commands/fit-kernel.ts';
import {
  type Downsampling,
  downsample,
  downsamplings,
  type FeatureMap,
  FITTED,
  largestDifference,
  spaceToDepth,
} from '#lib/spd/index.ts';

const ramp = (size: number, channels = 1): FeatureMap => ({
  height: size,
  width: size,
  channels,
  data: Float64Array.from({ length: size * size * channels }, (_, i) => i),
});
const values = (method: Downsampling, map = ramp(4), times = 1) => [
  ...downsample(map, method, times).data,
];

describe('halving a 4 x 4 map of 0 to 15', () => {
  it.each([
    ['strided', [0, 2, 8, 10]],
    ['max', [5, 7, 13, 15]],
    ['average', [2.5, 4.5, 10.5, 12.5]],
    // By hand: the border is repeated, so the first is (9*0 + 3*1 + 3*4 + 5) / 16.
    ['blur', [1.25, 3, 8.25, 10]],
  ] as const)('%s', (method, expected) => expect(values(method)).toEqual(expected));

  it('twice leaves one number, which the four methods disagree on', () => {
    expect(values('strided', ramp(4), 2)).toEqual([0]);
    expect(values('max', ramp(4), 2)).toEqual([15]);
    expect(values('average', ramp(4), 2)).toEqual([7.5]);
    // By hand, from the four numbers above: (9*1.25 + 3*3 + 3*8.25 + 10) / 16.
    expect(values('blur', ramp(4), 2)).toEqual([3.4375]);
  });

  it('space-to-depth keeps every number', () => {
    const map = ramp(8, 3);
    const twice = downsample(map, 'spd', 2);
    expect(twice).toMatchObject({ height: 2, width: 2, channels: 48 });
    expect([...twice.data].sort((a, b) => a - b)).toEqual([...map.data]);
    expect(downsample(map, 'spd').data).toEqual(spaceToDepth(map.data, map, { block: 2 }));
  });
});

it('every method halves each channel as if it were alone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...downsamplings.filter((method) => method !== 'spd')),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 72, maxLength: 72 }),
      (method, numbers) => {
        const map = { height: 6, width: 4, channels: 3, data: Float64Array.from(numbers) };
        const whole = downsample(map, method);
        expect(whole).toMatchObject({ height: 3, width: 2, channels: 3 });
        for (const c of [0, 1, 2]) {
          const own = { ...map, channels: 1, data: map.data.filter((_, i) => i % 3 === c) };
          expect(whole.data.filter((_, i) => i % 3 === c)).toEqual(downsample(own, method).data);
        }
      },
    ),
  );
});

it('the largest difference is told whichever map is the greater, and wherever it lies', () => {
  const of = (...numbers: number[]) => {
    return { height: 1, width: 3, channels: 1, data: Float64Array.from(numbers) };
  };
  expect(largestDifference(of(5, 3, 1), of(4, 3, -3))).toBe(4);
  expect(largestDifference(of(-1, 3, 0), of(7, 3, 1))).toBe(8);
  expect(largestDifference(of(5, 3, 1), of(5, 3, 1))).toBe(0);
});

it('an even map stays even, whatever the method', () => {
  fc.assert(
    fc.property(fc.constantFrom(...downsamplings), fc.integer({ min: -9, max: 9 }), (method, v) => {
      const map = { ...ramp(8, 2), data: new Float64Array(128).fill(v) };
      for (const number of downsample(map, method, 3).data) expect(number).toBeCloseTo(v, 9);
    }),
  );
});

it('all but strided read every pixel', () => {
  const empty = { ...ramp(4), data: new Float64Array(16) };
  for (const method of downsamplings) {
    const seen = Array.from({ length: 16 }, (_, i) => {
      const one = { ...empty, data: Float64Array.from({ length: 16 }, (_, j) => Number(i === j)) };
      return largestDifference(downsample(one, method), downsample(empty, method)) > 0;
    });
    expect(seen.filter(Boolean)).toHaveLength(method === 'strided' ? 4 : 16);
  }
});

it('the fitted weights are those that the command fits', () => {
  const fitted = fitKernel();
  for (const [i, weight] of FITTED.entries())
    expect(Math.abs(weight - fitted[i]), `weight ${i}`).toBeLessThan(0.002);
  expect(FITTED.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
});

it('refuses a side that can not be halved, and maps of different size', () => {
  expect(() => downsample(ramp(4), 'max', 3)).toThrow('block size 2 does not divide the height 1');
  expect(() => largestDifference(ramp(4), ramp(2))).toThrow('16 and 4');
});
