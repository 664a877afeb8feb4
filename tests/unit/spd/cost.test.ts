import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph } from '#lib/model/index.ts';
import { sentenceRows, sliceRows, toStrided, wiringCosts } from '#lib/spd/index.ts';

const shapes = fc
  .record({
    places: fc.integer({ min: 1, max: 20 }),
    block: fc.integer({ min: 1, max: 4 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    inputs: fc.integer({ min: 1, max: 40 }),
    outputs: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ places, ...shape }) => ({ ...shape, size: places * shape.block }));

const of = (shape: Parameters<typeof wiringCosts>[0]) =>
  Object.fromEntries(wiringCosts(shape).map(({ wiring, ...cost }) => [wiring, cost]));

describe('the cost of the wirings', () => {
  it('is block squared times the strided one for SPD with the same kernel', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { strided, spd } = of(shape);
        expect(spd.weights).toBe(shape.block ** 2 * strided.weights);
        expect(spd.macs).toBe(shape.block ** 2 * strided.macs);
      }),
    );
  });

  it('counts as many weights as the equal strided kernel has', () => {
    const shape = { size: 12, block: 2, kernel: 3, inputs: 3, outputs: 8 };
    const data = new Float32Array(8 * 12 * 9);
    const strided = toStrided({ data, outputs: 8, channels: 12, kernel: 3 }, 2);
    expect(of(shape).spd.weights).toBe(strided.data.length);
  });

  // The same layers, counted by lib/model from an architecture.
  it.each([
    ['strided', ['[-1, 1, Conv, [8, 3, 2]]']],
    ['spd', ['[-1, 1, space_to_depth, [1]]', '[-1, 1, Conv, [8, 3, 1]]']],
    ['spd-1x1', ['[-1, 1, space_to_depth, [1]]', '[-1, 1, Conv, [8, 1, 1]]']],
    [
      'published',
      ['[-1, 1, Conv, [8, 3, 1]]', '[-1, 1, space_to_depth, [1]]', '[-1, 1, Conv, [8, 1, 1]]'],
    ],
  ])('%s agrees with the counts of lib/model', (wiring, rows) => {
    const text = [
      'nc: 1',
      'depth_multiple: 1',
      'width_multiple: 1',
      'backbone:',
      ...rows.map((row) => `  - ${row}`),
      'head: []',
    ].join('\n');
    const graph = buildGraph(parseArchitecture(text, { name: 'layers' }), { size: 16 });
    // Each Conv has a batch norm: two trained numbers a channel.
    const norms = rows.filter((row) => row.includes('Conv')).length * 2 * 8;
    const cost = of({ size: 16, block: 2, kernel: 3, inputs: 3, outputs: 8 })[wiring];
    expect({ weights: graph.parameters - norms, macs: graph.macs }).toEqual(cost);
  });

  it('names a block that does not divide', () => {
    expect(() => of({ size: 9, block: 2, kernel: 3, inputs: 1, outputs: 1 })).toThrow(
      'block size 2 does not divide the size 9',
    );
    expect(() => of({ size: 9, block: 1.5, kernel: 3, inputs: 1, outputs: 1 })).toThrow(
      'the block size must be a whole number >= 1, not 1.5',
    );
  });
});

describe('the sentence about sub-maps', () => {
  it('agrees with the slices for a block of 2', () => {
    for (const x of [0, 1]) expect(sentenceRows(9, 2, x)).toEqual(sliceRows(9, 2, x));
  });

  it('swaps sub-maps for larger blocks', () => {
    expect([sliceRows(9, 3, 1), sentenceRows(9, 3, 1)]).toEqual([
      [1, 4, 7],
      [2, 5, 8],
    ]);
    for (const block of [3, 4, 5])
      for (let x = 1; x < block; x++)
        expect(sentenceRows(4 * block, block, x)).toEqual(sliceRows(4 * block, block, block - x));
  });
});
