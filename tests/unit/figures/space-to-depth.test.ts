import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaceToDepth as words } from '#content/words/en/figures/space-to-depth.ts';
import { shrink } from '#lib/figures/kit/picture.ts';
import { carPicture } from '#lib/figures/kit/vehicle.ts';
import { spaceToDepth as inWords } from '#lib/figures/space-to-depth/index.ts';
import { constrain, planeOf } from '#lib/figures/space-to-depth/model.ts';
import { pixelColours } from '#lib/figures/space-to-depth/picture.ts';
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
  it('links pixels to places of X′ as the index map of lib/spd does', async () => {
    const cells = await spaceToDepth.cells?.();
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
          expect(cells?.linked(p, place)).toEqual([source]);
        }
      }),
      { numRuns: 30 },
    );
  });

  describe.each([
    { block: 2, order: 'spd' },
    { block: 3, order: 'tensorflow' },
  ] as const)('by $block, order $order', ({ block, order }) => {
    const p = { ...plain, block, order };
    const { size, channels } = p;
    const small = size / block;
    const depth = block * block * channels;
    // No two pixels and no two channels of it have one colour.
    const pixels = Uint8Array.from({ length: 3 * size * size }, (_, i) => (7 * i) % 251);
    const picture = { width: size, height: size, pixels };
    const source = sourceIndices({ height: size, width: size, channels }, { block, order });
    const stop = Object.fromEntries(
      spaceToDepth.stops(p).map(({ t }, i) => [['phases', 'fly', 'split', 'stack', 'back'][i], t]),
    );
    const cellsAt = (t: number) => {
      const svg = emptySvg();
      spaceToDepth.draw(svg, p, t, { layout: 'wide', picture });
      return (cell: string) => {
        const rect = svg.querySelector(`rect[data-cell="${cell}"]`);
        const [x, y] = ['x', 'y'].map((name) => Number(rect?.getAttribute(name)));
        return { x, y, fill: rect?.getAttribute('fill') };
      };
    };
    const places = Array.from({ length: small * small * depth }, (_, i) => {
      const [position, o] = [Math.floor(i / depth), i % depth];
      const [pixel, c] = [Math.floor(source[i] / channels), source[i] % channels];
      const place = `p${o}:${Math.floor(position / small)}:${position % small}`;
      return { place, o, pixel, c, home: `x:${Math.floor(pixel / size)}:${pixel % size}` };
    });

    it('flies every pixel in its own colour from its own place', () => {
      const [begun, flown] = [cellsAt(stop.phases), cellsAt(stop.fly)];
      for (const { place, home, pixel } of places) {
        const { x, y, fill } = begun(home);
        expect(begun(place)).toEqual({ x, y, fill });
        expect(flown(place).fill).toBe(
          pixelColours(Uint8ClampedArray.from(pixels), pixel, channels).whole,
        );
        expect(flown(place).x).toBeGreaterThan(x);
      }
    });

    it('parts it into its channels, each plane at a place of its own', () => {
      const parted = cellsAt(stop.split);
      for (const { place, pixel, c } of places)
        expect(parted(place).fill).toBe(
          pixelColours(Uint8ClampedArray.from(pixels), pixel, channels).parts[c],
        );
      const corners = new Set(
        places.slice(0, depth).map(({ place }) => `${parted(place).x} ${parted(place).y}`),
      );
      expect(corners.size).toBe(depth);
    });

    it('stacks the planes in the order of the channels, the last at the back', () => {
      const stacked = cellsAt(stop.stack);
      const corners = Array.from({ length: depth }, (_, o) => stacked(`p${o}:0:0`));
      for (const [o, { x, y }] of corners.slice(1).entries()) {
        expect(x).toBeGreaterThan(corners[o].x);
        expect(y).toBeLessThan(corners[o].y);
      }
    });

    it('flies one phase after the other', () => {
      const half = cellsAt((stop.phases + stop.fly) / 2);
      const whole = cellsAt(stop.fly);
      const start = cellsAt(stop.phases);
      const share = (dy: number, dx: number) => {
        const cell = `p${planeOf(p, { dy, dx, c: 0 })}:0:0`;
        return (half(cell).x - start(cell).x) / (whole(cell).x - start(cell).x);
      };
      const phases = Array.from({ length: block * block }, (_, o) =>
        share(o % block, Math.floor(o / block)),
      );
      expect(phases).toEqual(phases.toSorted((a, b) => b - a));
      expect(phases[0]).toBeCloseTo(1, 2);
      expect(phases.at(-1)).toBeCloseTo(0, 2);
    });
  });

  it('is back where it began at the end', () => {
    const [start, end] = [0, 1].map((t) => {
      const svg = emptySvg();
      spaceToDepth.draw(svg, plain, t, { layout: 'wide' });
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
    spaceToDepth.draw(svg, plain, 0, { layout: 'narrow', picture: red });
    const fills = [...svg.querySelectorAll('[data-layer=image] rect')].map((r) =>
      r.getAttribute('fill'),
    );
    expect(new Set(fills)).toEqual(new Set(['#ff0000']));
  });

  it('shows the places of the sub-maps while they are empty', () => {
    const [phases, maps] = spaceToDepth.stops(plain);
    const shown = (t: number) => {
      const svg = emptySvg();
      spaceToDepth.draw(svg, plain, t, { layout: 'narrow' });
      return [...svg.querySelectorAll('[data-layer=left] rect')].filter(
        (place) => Number(place.getAttribute('opacity') ?? 1) > 0.5,
      ).length;
    };
    expect(shown(0)).toBe(0);
    expect(shown(phases.t)).toBe(4);
    expect(shown(maps.t)).toBe(0);
    expect(shown(1)).toBe(4);
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
    const picture = carPicture(48);
    const mean = (p: ArrayLike<number>) => Array.from(p).reduce((a, b) => a + b, 0) / p.length;
    for (const size of [4, 7, 12, 16, 48])
      expect(Math.abs(mean(shrink(picture, size)) - mean(picture.pixels))).toBeLessThan(0.6);
    expect(shrink(picture, 48)).toEqual(picture.pixels);
  });
});
