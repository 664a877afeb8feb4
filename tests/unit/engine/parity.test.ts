import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureGraph, fixtureNames, largestDifference, readFixture } from '#commands/fixtures.ts';
import { parityRow } from '#commands/parity.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { catalogue } from '../model/architectures.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

describe('the engine on wasm computes what PyTorch computes', () => {
  const names = fixtureNames();

  it('has a fixture for every module and every architecture', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'conv-3x3',
        'focus',
        'space-to-depth',
        'c3',
        'sppf',
        'detect',
        ...catalogue.names,
      ]),
    );
  });

  // `npm run parity` runs them all; the large ones repeat what the small ones have, at minutes apiece.
  const SLOW = 12e6;
  const block = ['resnet18-spd', 'resnet50-spd'];
  const quick = names.filter(
    (name) => block.includes(name) || fixtureGraph(name).parameters < SLOW,
  );

  it.each(quick)('%s, in both forms', { timeout: 120_000 }, async (name) => {
    const fixture = readFixture(name);
    for (const form of ['reference', 'compiled'] as const) {
      const { maxDifference } = await parityRow(engine, fixture, form);
      expect(maxDifference).toBeLessThanOrEqual(fixture.limit);
    }
  });

  it('would notice a wrong number, a NaN, another shape', () => {
    const expected = {
      dtype: 'F32',
      shape: [1, 2, 1, 2],
      data: Float32Array.of(1, 2, 3, 4),
    } as const;
    const shape = [1, 1, 2, 2];
    expect(largestDifference({ data: Float32Array.of(1, 3, 2, 4), shape }, expected)).toBe(0);
    expect(largestDifference({ data: Float32Array.of(1, 3, 2.5, 4), shape }, expected)).toBe(0.5);
    expect(largestDifference({ data: Float32Array.of(1, Number.NaN, 2, 4), shape }, expected)).toBe(
      Infinity,
    );
    expect(
      largestDifference({ data: Float32Array.of(1, 3, 2, 4), shape: [1, 2, 1, 2] }, expected),
    ).toBe(Infinity);
  });
});
