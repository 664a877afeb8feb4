import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '#lib/engine/node.ts';
import { outerCounts, readCounts2d, readCountsAfterSpd } from '#lib/spd/index.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

describe('read counts as a gradient', () => {
  it('are those of a 3x3 convolution with stride 2', async () => {
    const counts = await engine.readCounts({ size: [4, 4], kernel: 3, stride: 2, padding: 1 });
    expect([...counts]).toEqual([1, 2, 1, 1, 2, 4, 2, 2, 1, 2, 1, 1, 1, 2, 1, 1]);
  });

  it('are those of the closed form', async () => {
    const cases = fc.record({
      height: fc.integer({ min: 6, max: 12 }),
      width: fc.integer({ min: 6, max: 12 }),
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 4 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      before: fc.integer({ min: 0, max: 3 }),
      after: fc.integer({ min: 0, max: 3 }),
    });
    const check = async ({
      height,
      width,
      kernel,
      stride,
      dilation,
      before,
      after,
    }: {
      height: number;
      width: number;
      kernel: number;
      stride: number;
      dilation: number;
      before: number;
      after: number;
    }) => {
      fc.pre((kernel - 1) * dilation + 1 <= Math.min(height, width) + before + after);
      const window = { kernel, stride, dilation, padding: [before, after] as const };
      const counts = await engine.readCounts({ size: [height, width], ...window });
      expect([...counts]).toEqual([...readCounts2d(height, width, window)]);
    };
    await fc.assert(fc.asyncProperty(cases, check), { numRuns: 60, seed: 1 });
  });

  it.each([2, 3])('are those of the closed form after space-to-depth %i', async (block) => {
    const size = 4 * block;
    const counts = await engine.readCounts({
      size: [size, size],
      kernel: 3,
      padding: 1,
      spaceToDepth: block,
    });
    const rows = readCountsAfterSpd(size, block, { kernel: 3, padding: 1 });
    expect([...counts]).toEqual([...outerCounts(rows, rows)]);
  });

  it('run through a chain, and leave nothing behind', async () => {
    const before = engine.memory();
    const wired = await engine.inputGradient(
      [8, 8],
      [
        { kernel: 3, padding: 1 },
        { kernel: 1, spaceToDepth: 2 },
      ],
    );
    const once = await engine.inputGradient([8, 8], [{ kernel: 3, padding: 1 }]);
    expect([...wired]).toEqual([...once]);
    expect(engine.memory()).toEqual(before);
  });
});
