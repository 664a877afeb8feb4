import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf } from '#components/flow/stage-assignment.ts';
import {
  channelAt,
  channelOf,
  liveliest,
  mapImage,
  mosaic,
  pieceAround,
  pieceImage,
  rangeOf,
  tilingOf,
} from '#components/kit/map-images.ts';
import { assign } from '#lib/detection/index.ts';
import { generateScene } from '#lib/scenes/index.ts';

const whole = (max: number) => fc.integer({ min: 1, max });

describe('mosaic', () => {
  it('shows every number of a map once, in the tone that its channel alone has', () => {
    fc.assert(
      fc.property(whole(6), whole(6), whole(9), (height, width, channels) => {
        const shape = { height, width, channels };
        const data = Float32Array.from({ length: height * width * channels }, (_, i) => i % 97);
        const range = rangeOf(data);
        const image = mosaic(data, shape, range);
        const { columns, pitchX, pitchY } = tilingOf(shape);
        let solid = 0;
        for (let i = 3; i < image.rgba.length; i += 4) if (image.rgba[i] > 0) solid++;
        expect(solid).toBe(data.length);
        for (let c = 0; c < channels; c++) {
          const alone = mapImage(channelOf(data, channels, c), width, height, range);
          const [left, top] = [(c % columns) * pitchX, Math.floor(c / columns) * pitchY];
          expect(channelAt(shape, left + 0.5, top + 0.5)).toBe(c);
          const at = 4 * ((top + height - 1) * image.width + left + width - 1);
          expect([...image.rgba.slice(at, at + 4)]).toEqual([...alone.rgba.slice(-4)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has no channel beyond its edges, nor where the last row has no more', () => {
    const shape = { height: 4, width: 4, channels: 7 };
    const { columns, width, height } = tilingOf(shape);
    expect([columns, channelAt(shape, 0, 0)]).toEqual([3, 0]);
    const outside = [
      [-0.01, 0],
      [0, -0.01],
      [width, 0],
      [0, height],
      [width - 1, height - 1],
      [Number.NaN, 0],
    ];
    for (const [x, y] of outside) expect(channelAt(shape, x, y)).toBeUndefined();
  });

  it('has tones for a map that is the same everywhere', () => {
    const { low, high } = rangeOf(new Float32Array(16));
    expect(high).toBeGreaterThan(low);
  });

  it('finds the channel that stands out', () => {
    const data = Float32Array.from({ length: 32 }, (_, i) => (i === 4 * 2 + 1 ? 5 : 0.1 * (i % 4)));
    expect(liveliest(data, { height: 2, width: 4, channels: 4 })).toBe(1);
  });
});

describe('a piece of a picture', () => {
  it('lies inside and has the pixels of its place', () => {
    const scene = generateScene({ seed: 3, resolution: 32 });
    for (const [x, y] of [
      [0, 0],
      [31, 5],
      [16, 40],
    ]) {
      const piece = pieceAround(scene, x, y, 9);
      expect(piece.x).toBeGreaterThanOrEqual(0);
      expect(piece.y + piece.side).toBeLessThanOrEqual(32);
      const image = pieceImage(scene, piece);
      const first = 3 * (piece.y * scene.width + piece.x);
      expect([...image.rgba.slice(0, 3)]).toEqual([...scene.pixels.slice(first, first + 3)]);
    }
  });
});

it('what training asks of a level is the sum over its objects', () => {
  const scene = generateScene({ seed: 7 });
  const level = {
    ...{ height: 16, width: 16, stride: 8, data: new Float32Array() },
    anchors: [
      [6, 4],
      [4, 6],
      [8, 8],
    ] as [number, number][],
  };
  const { counts, answers } = askedOf(level, scene);
  const all = scene.objects.map((object) => assign(object, level));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(
    all.reduce((sum, { cells }) => sum + cells.length, 0),
  );
  for (const [i, { fits, cells }] of all.entries())
    for (const { row, column } of cells)
      fits.forEach((anchor, a) => {
        if (anchor.fits) expect(answers[a][row * 16 + column], `object ${i}`).toBe(1);
      });
});
