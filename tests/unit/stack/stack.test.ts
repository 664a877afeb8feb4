import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '#lib/random/index.ts';
import { leastSquares, toSpd, wiringCosts, wrappedCondition } from '#lib/spd/index.ts';
import {
  costOf,
  equalKernel,
  fieldOfStages,
  firmnessOf,
  footprintOf,
  halving,
  inProportion,
  keptShare,
  matrixOf,
  outputOf,
  phaseReads,
  placed,
  readStack,
  type Stage,
  totalCost,
  WAYS,
  type Way,
  windowsOf,
  writeStack,
} from '#lib/stack/index.ts';

const LINEAR = WAYS.filter((way) => way !== 'max');
const one = (way: Way, width = 4, input = { size: 16, channels: 2 }) =>
  placed([{ way, width }], input);

const anyStage = fc.record({
  way: fc.constantFrom(...WAYS),
  width: fc.integer({ min: 1, max: 256 }),
});
const anyStack = fc.array(anyStage, { minLength: 1, maxLength: 5 });

describe('a stack in an address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyStack, (stack) => {
        expect(readStack(writeStack(stack))).toEqual(stack);
      }),
    );
  });

  it.each([
    '',
    'spd',
    'spd.0',
    'spd.257',
    'spd.08',
    'nothing.8',
    'spd.8_',
    'spd.8,spd.8',
    'spd.1e2',
  ])('is not “%s”', (text) => {
    expect(readStack(text)).toBeUndefined();
  });

  it('has five stages at most, and a side that can be halved as often', () => {
    expect(readStack(Array(6).fill('spd.8').join('_'))).toBeUndefined();
    expect(() =>
      placed(Array<Stage>(5).fill({ way: 'spd', width: 8 }), { size: 48, channels: 3 }),
    ).toThrow('a side of 48 pixels can’t be halved 5 times'.replace('’', "'"));
  });
});

describe('the price', () => {
  it('is that of the wirings of one block', () => {
    const shape = { size: 16, block: 2, kernel: 3, inputs: 2, outputs: 4 };
    for (const [way, wiring] of [
      ['strided', 'strided'],
      ['spd', 'spd'],
      ['published', 'published'],
    ] as const) {
      const { weights, macs } = wiringCosts(shape).find((cost) => cost.wiring === wiring)!;
      expect(costOf(one(way)[0])).toEqual({ weights, macs });
    }
  });

  it('of a stack is the sum over its stages, each reading what the one before wrote', () => {
    fc.assert(
      fc.property(anyStack, (stack) => {
        const stages = placed(stack, { size: 64, channels: 3 });
        const written = stages.map(outputOf);
        expect(stages.slice(1).map((stage) => stage.input)).toEqual(written.slice(0, -1));
        const total = totalCost(stages);
        expect(total.macs).toBe(stages.reduce((sum, stage) => sum + costOf(stage).macs, 0));
        expect(total.weights).toBe(stages.reduce((sum, stage) => sum + costOf(stage).weights, 0));
      }),
    );
  });
});

/** The gradient of the sum of all outputs, every weight one (a blur's 1 2 1), walked window by window over a whole plane. */
function walked(stages: ReturnType<typeof placed>): { size: number; gradient: Float64Array } {
  const windows = stages.flatMap(({ layers }) => windowsOf(layers));
  const sides = [stages[0].input.size];
  for (const { block = 1, stride = 1 } of windows) sides.push(sides.at(-1)! / block / stride);
  let gradient = new Float64Array(sides.at(-1)! ** 2).fill(1);
  for (let i = windows.length - 1; i >= 0; i--) {
    const { block = 1, kernel, stride = 1, padding = 0, weights } = windows[i];
    const [side, out] = [sides[i], sides[i + 1]];
    const next = new Float64Array(side * side);
    for (let y = 0; y < out; y++)
      for (let x = 0; x < out; x++)
        for (let u = 0; u < kernel; u++)
          for (let v = 0; v < kernel; v++)
            for (let dy = 0; dy < block; dy++)
              for (let dx = 0; dx < block; dx++) {
                const row = block * (y * stride + u - Number(padding)) + dy;
                const column = block * (x * stride + v - Number(padding)) + dx;
                if (row < 0 || column < 0 || row >= side || column >= side) continue;
                const weight = (weights?.[u] ?? 1) * (weights?.[v] ?? 1);
                next[row * side + column] += weight * gradient[y * out + x];
              }
    gradient = next;
  }
  return { size: sides[0], gradient };
}

describe('the footprint', () => {
  it.each([
    ['strided.4_strided.4'],
    ['spd.4_spd.4'],
    ['strided-6.4_max.4'],
    ['blur.4_strided.4'],
    ['published.4_average.4'],
    ['strided.4_spd.4'],
    ['strided-2.4_blur.4'],
  ])('of %s is what walking every window gives in the middle of a large map', (text) => {
    const stages = placed(readStack(text)!, { size: 64, channels: 1 });
    const { side, paths, least, most, unevenness } = footprintOf(stages);
    const { size, gradient } = walked(stages);
    expect(side).toBe(4);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        expect(paths[y * side + x]).toBe(gradient[(size / 2 + y) * size + size / 2 + x]);
    expect([least, most]).toEqual([Math.min(...paths), Math.max(...paths)]);
    expect(unevenness).toBe(most / least);
  });

  it('says the known counts of a phase', () => {
    expect(phaseReads(one('strided')[0])).toEqual([1, 2, 2, 4]);
    expect(phaseReads(one('spd')[0])).toEqual([9, 9, 9, 9]);
    expect(phaseReads(one('strided-6')[0])).toEqual([9, 9, 9, 9]);
    expect(phaseReads(one('strided-2')[0])).toEqual([1, 1, 1, 1]);
  });
});

describe('the matrix of a stage', () => {
  it.each(LINEAR)(
    'of %s has a row’s numbers inside the equal kernel, and on all of its edges',
    (way) => {
      const [stage] = one(way, 3, { size: 16, channels: 1 });
      const rows = matrixOf(
        stage.layers,
        { height: 16, width: 16, channels: 1 },
        random(3),
        'zeros',
      )!;
      expect(rows).toHaveLength(8 * 8 * 3);
      const { kernel, stride, before, shift, zeros, behind } = equalKernel([stage]);
      expect(stride).toBe(2);
      const row = rows[(4 * 8 + 4) * 3];
      const first = 4 * 2 - before;
      const inside = (i: number) => i >= first && i < first + kernel;
      const edge = { top: false, bottom: false, left: false, right: false };
      row.forEach((weight, i) => {
        if (Math.abs(weight) < 1e-12) return;
        const [y, x] = [Math.floor(i / 16), i % 16];
        expect(inside(y) && inside(x)).toBe(true);
        edge.top ||= y === first;
        edge.bottom ||= y === first + kernel - 1;
        edge.left ||= x === first;
        edge.right ||= x === first + kernel - 1;
      });
      expect(edge).toEqual({ top: true, bottom: true, left: true, right: true });
      // The same kernel at the next position, two pixels on.
      const next = rows[(4 * 8 + 5) * 3];
      for (let i = 0; i < 16 * 14; i++) expect(next[i + 2] ?? 0).toBeCloseTo(row[i], 12);
      // And behind space-to-depth with the zeros that fill up its blocks.
      const data = new Float64Array(kernel * kernel).fill(1);
      const made = toSpd({ data, outputs: 1, channels: 1, kernel }, 2, before);
      expect(made.kernel).toBe(behind);
      expect(made.zeroFraction).toBeCloseTo(zeros, 12);
      expect(Math.ceil(before / 2) * 2 - before).toBe(shift);
    },
  );

  it('is none where the largest of four is taken', () => {
    const [stage] = one('max');
    expect(
      matrixOf(stage.layers, { height: 8, width: 8, channels: 2 }, random(1), 'wrap'),
    ).toBeUndefined();
    expect(firmnessOf(stage)).toBeUndefined();
    expect(equalKernel([stage]).holds).toBe('none');
  });

  it('says for whom the equal kernel holds: one convolution, and no more', () => {
    const holds = (text: string) =>
      equalKernel(placed(readStack(text)!, { size: 64, channels: 3 })).holds;
    expect(['strided.4', 'strided-6.4', 'spd.4'].map(holds)).toEqual(['same', 'same', 'same']);
    expect(['published.4', 'average.4', 'blur.4', 'spd.4_spd.4'].map(holds)).toEqual(
      Array(4).fill('linear'),
    );
  });

  it('of three stages sees what their windows add up to', () => {
    const stages = placed(readStack('spd.4_spd.4_spd.4')!, { size: 64, channels: 3 });
    // 6, then 5 blocks more of 2, then of 4 pixels.
    expect(fieldOfStages(stages)).toEqual({ size: 6 + 5 * 2 + 5 * 4, stride: 8, start: -14 });
  });
});

describe('what can be told again', () => {
  it('is one number in four of a stage that keeps the channels, and of a stack what the narrowest leaves', () => {
    const kept = (text: string) => keptShare(placed(readStack(text)!, { size: 32, channels: 3 }));
    expect(kept('spd.3')).toBe(0.25);
    expect(kept('spd.12_spd.48')).toBe(1);
    expect(kept('spd.24_spd.12_spd.192')).toBe(0.25);
  });

  it('is told as firmly by the frequencies as by the whole matrix, over more than one channel', () => {
    for (const way of ['strided', 'spd', 'published'] as const)
      for (const [read, written] of [
        [2, 5],
        [2, 8],
        [3, 4],
      ]) {
        const shape = { height: 8, width: 8, channels: read };
        const rows = matrixOf(halving(way, '', read, written), shape, random(4), 'wrap')!;
        const own = wrappedCondition(rows.slice(0, written), { side: 8, channels: read });
        expect(leastSquares(rows).condition / own).toBeCloseTo(1, 3);
      }
  });

  it('is counted on few channels in proportion', () => {
    expect(inProportion(16, 64)).toEqual({ read: 1, written: 4 });
    expect(inProportion(16, 24)).toEqual({ read: 2, written: 3 });
    expect(inProportion(3, 16)).toEqual({ read: 3, written: 16 });
    expect(inProportion(64, 1)).toEqual({ read: 3, written: 1 });
  });

  it('loses a frequency to a mean, and none to space-to-depth', () => {
    const condition = (way: Way) => firmnessOf(one(way, 8)[0])!.condition;
    expect(condition('average')).toBe(Number.POSITIVE_INFINITY);
    expect(condition('blur')).toBe(Number.POSITIVE_INFINITY);
    expect(condition('spd')).toBeLessThan(1000);
  });
});
