import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaceToDepth as words } from '#content/words/en/figures/space-to-depth.ts';
import { shrink } from '#lib/figures/kit/picture.ts';
import { spaceToDepth as inWords } from '#lib/figures/space-to-depth/index.ts';
import { constrain } from '#lib/figures/space-to-depth/model.ts';
import { samplePicture } from '#lib/figures/space-to-depth/picture.ts';
import { defaults } from '#lib/parameters/index.ts';
import { channelOrders, sourceIndices } from '#lib/spd/index.ts';
import { emptySvg } from './harness.ts';

const spaceToDepth = inWords(words);

const plain = defaults(spaceToDepth.parameters);
const params = fc
  .record({
    block: fc.integer({ min: 2, max: 4 }),
    size: fc.integer({ min: 4, max: 16 }),
    channels: fc.integer({ min: 1, max: 4 }),
    order: fc.constantFrom(...channelOrders),
    scene: fc.constant(0),
  })
  .map((p) => constrain(words, p).values);

describe('space-to-depth', () => {
  it('links pixels to places of X′ as the index map of lib/spd does', () => {
    fc.assert(
      fc.property(params, (p) => {
        const shape = { height: p.size, width: p.size, channels: p.channels };
        const map = sourceIndices(shape, { block: p.block, order: p.order });
        const small = p.size / p.block;
        const depth = p.block * p.block * p.channels;
        for (let i = 0; i < map.length; i += 7) {
          const position = Math.floor(i / depth);
          const place = `p${i % depth}:${Math.floor(position / small)}:${position % small}`;
          const pixel = Math.floor(map[i] / p.channels);
          const source = `x:${Math.floor(pixel / p.size)}:${pixel % p.size}`;
          expect(spaceToDepth.linked?.(p, place)).toEqual([source]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is back where it began at the end', () => {
    const [start, end] = [0, 1].map((t) => {
      const svg = emptySvg();
      spaceToDepth.draw(svg, plain, t, { narrow: false });
      return [...svg.querySelectorAll('[data-layer=image] rect')].map((r) => [
        r.getAttribute('fill'),
        r.getAttribute('opacity'),
      ]);
    });
    expect(end).toEqual(start);
    expect(new Set(start.map(([fill]) => fill)).size).toBeGreaterThan(30);
  });

  it('shows the reader’s picture when there is one', () => {
    const red = {
      width: 2,
      height: 3,
      pixels: Uint8Array.from({ length: 18 }, (_, i) => (i % 3 === 0 ? 255 : 0)),
    };
    const svg = emptySvg();
    spaceToDepth.draw(svg, plain, 0, { narrow: true, picture: red });
    const fills = [...svg.querySelectorAll('[data-layer=image] rect')].map((r) =>
      r.getAttribute('fill'),
    );
    expect(new Set(fills)).toEqual(new Set(['#ff0000']));
  });

  it('repairs a size that the block does not divide', () => {
    expect(constrain(words, { ...plain, block: 3, size: 16 })).toEqual({
      values: { ...plain, block: 3, size: 15 },
      errors: ['Block size 3 does not divide the size 16: size 15 is shown.'],
    });
  });

  it('writes the shapes of its formula', () => {
    expect(spaceToDepth.describe(plain, 0)).toContain('X (12, 12, 3) → X′ (6, 6, 12)');
  });
});

describe('shrink', () => {
  it('keeps the mean of a square picture', () => {
    const picture = samplePicture();
    const mean = (p: ArrayLike<number>) => Array.from(p).reduce((a, b) => a + b, 0) / p.length;
    for (const size of [4, 7, 12, 16, 48])
      expect(Math.abs(mean(shrink(picture, size)) - mean(picture.pixels))).toBeLessThan(0.6);
    expect(shrink(picture, 48)).toEqual(picture.pixels);
  });
});
