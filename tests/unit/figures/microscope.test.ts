import { describe, expect, it } from 'vitest';
import { microscope as words } from '#content/words/en/figures/microscope.ts';
import { tiles } from '#lib/figures/kit/picture.ts';
import { vehiclePicture } from '#lib/figures/kit/vehicle.ts';
import { microscope as inWords } from '#lib/figures/microscope/index.ts';
import { levelAt, modelOf, type Params, SIDE } from '#lib/figures/microscope/model.ts';
import type { Downsampling } from '#lib/spd/index.ts';

const microscope = inWords(words);

const plain: Params = { length: 8, offset: 4, paint: 'red', scene: 0 };
const trace = (method: Downsampling, params = plain) =>
  modelOf(params).rows.find((row) => row.method === method)?.trace ?? [];

describe('the microscope', () => {
  it('counts: five ways keep a quarter at each halving, space-to-depth keeps all', () => {
    for (const { method, sides, channels } of modelOf(plain).rows) {
      const numbers = sides.map((side, n) => side * side * channels[n]);
      expect(sides).toEqual([64, 32, 16, 8, 4, 2]);
      expect(numbers).toEqual(
        method === 'spd' ? Array(6).fill(12288) : [12288, 3072, 768, 192, 48, 12],
      );
    }
  });

  it('a strided sample keeps the car in full or not at all', () => {
    expect(trace('strided')[3]).toBe(0);
    expect(trace('strided', { ...plain, offset: 0 })[3]).toBeGreaterThan(60);
  });

  it('space-to-depth shows the car as strongly as the picture, wherever it stands', () => {
    for (const offset of [0, 0.5, 3.25, 4]) {
      const [first, ...others] = trace('spd', { ...plain, offset });
      for (const other of others) expect(other).toBe(first);
    }
  });

  it('max-pooling keeps the red car, and loses the dark one', () => {
    expect(trace('max')[4]).toBeGreaterThan(60);
    expect(trace('max', { ...plain, paint: 'dark' })[3]).toBe(0);
  });

  it('the mean of the whole picture moves by what the car adds', () => {
    // Averaging is linear: five halvings of 64 pixels leave the means of four quarters, the car in the last of them.
    const [with_, without] = [8, 0].map((length) => {
      const { pixels } = vehiclePicture({ side: SIDE, length, offset: 4 });
      let sum = 0;
      for (let y = 32; y < 64; y++) for (let x = 32; x < 64; x++) sum += pixels[(y * 64 + x) * 3];
      return sum / 1024;
    });
    expect(trace('average')[5]).toBeGreaterThanOrEqual(Math.abs(with_ - without) - 1e-9);
    expect(trace('average')[5]).toBeLessThan(5);
  });

  it('tiles hold every pixel once, the first tile the strided sample', () => {
    const { picture } = modelOf(plain);
    const tiled = tiles(picture, 4);
    expect([...tiled.data].sort()).toEqual([...picture.data].sort());
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 16; x++)
        expect(tiled.data[(y * 64 + x) * 3]).toBe(picture.data[(4 * y * 64 + 4 * x) * 3]);
  });

  it('walks one halving at a time', () => {
    expect(microscope.stops(plain).map(({ t }) => levelAt(t))).toEqual([1, 2, 3, 4, 5]);
    expect(levelAt(0)).toBe(0);
  });

  it('says what the reader sees: the car, a scene, or a picture of their own', () => {
    expect(microscope.describe(plain, 1)).toMatch(/^A red car of 8 pixels .* strided sample 0,/);
    expect(microscope.describe({ ...plain, scene: 3 }, 1)).toMatch(/^Generated scene 3 /);
    expect(microscope.describe(plain, 1, true)).toMatch(/^Your picture .*12 numbers/);
    expect(microscope.describe(plain, 1, true)).not.toContain('car');
  });
});
