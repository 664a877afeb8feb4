import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block as words } from '#content/words/en/figures/block.ts';
import { block as inWords } from '#lib/figures/block/index.ts';
import { constrain, describe as say, short, times } from '#lib/figures/block/model.ts';
import { defaults } from '#lib/parameters/index.ts';
import { wiringCosts } from '#lib/spd/index.ts';
import { emptySvg } from './harness.ts';

const block = inWords(words);

const plain = defaults(block.parameters);

function texts(params: typeof plain, t: number, layer: string): string[] {
  const svg = emptySvg();
  block.draw(svg, params, t, { layout: 'wide' });
  return [...svg.querySelectorAll(`[data-layer=${layer}] text`)].map((e) => e.textContent ?? '');
}

describe('the block', () => {
  it('writes the shapes of the formula, and how many numbers each map holds', () => {
    expect(texts(plain, 1, 'names')).toEqual([
      'X (8, 8, 16)',
      '1,024 numbers',
      'X′ (4, 4, 64)',
      '1,024 numbers',
      'X″ (4, 4, 32)',
      '512 numbers',
    ]);
  });

  it('prints the costs of lib/spd', () => {
    const written = texts(plain, 1, 'costs');
    for (const { weights, macs } of wiringCosts(plain))
      for (const n of [weights, macs])
        expect(written.some((text) => text.startsWith(`${short(n)} (×`))).toBe(true);
    const [strided, spd] = wiringCosts(plain);
    expect(times(spd.weights, strided.weights)).toBe('×4');
    expect(say(words, plain, 1)).toContain(
      'SPD, 3×3: 18,432 weights, 294,912 multiply-accumulates (×4)',
    );
  });

  it('draws bars as long as what they stand for', () => {
    const svg = emptySvg();
    block.draw(svg, plain, 1, { layout: 'wide' });
    const bars = [...svg.querySelectorAll('[data-layer=bars] rect')].map((r) =>
      Number(r.getAttribute('width')),
    );
    const costs = wiringCosts(plain);
    for (const [j, measure] of (['weights', 'macs'] as const).entries())
      for (let i = 1; i < 4; i++)
        expect(bars[2 * i + j] / bars[j]).toBeCloseTo(costs[i][measure] / costs[0][measure], 2);
  });

  it('moves as many pixels as X has', () => {
    const params = fc
      .record({
        block: fc.integer({ min: 2, max: 4 }),
        kernel: fc.integer({ min: 1, max: 5 }),
        inputs: fc.integer({ min: 1, max: 128 }),
        outputs: fc.integer({ min: 1, max: 256 }),
        size: fc.integer({ min: 6, max: 16 }),
      })
      .map((p) => constrain(words, p).values);
    fc.assert(
      fc.property(params, (p) => {
        const svg = emptySvg();
        block.draw(svg, p, 0.2, { layout: 'narrow' });
        expect(svg.querySelectorAll('[data-layer=packed] rect')).toHaveLength(p.size ** 2);
      }),
      { numRuns: 10 },
    );
  });

  it('links an output to the pixels that its window reads', async () => {
    const cells = await block.cells?.();
    const of = (cell: string, grid: string) =>
      (cells?.linked(plain, cell) ?? []).filter((key) => key.startsWith(`${grid}:`));
    // 3x3 places are 6x6 pixels; in the corner a row and a column of places lie in the padding.
    expect([of('y:1:1', 'p').length, of('y:1:1', 'x').length]).toEqual([9, 36]);
    expect([of('y:0:0', 'p').length, of('y:0:0', 'x').length]).toEqual([4, 16]);
    expect(of('x:3:4', 'p')).toEqual(['p:1:2']);
    expect(of('x:3:4', 'y')).toHaveLength(9);
  });

  it('repairs a size that the block does not divide', () => {
    expect(constrain(words, { ...plain, block: 4, size: 6 })).toEqual({
      values: { ...plain, block: 4, size: 8 },
      errors: ['Block size 4 does not divide the size 6: size 8 is shown.'],
    });
  });
});
