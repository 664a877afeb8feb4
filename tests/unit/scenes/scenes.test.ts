import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '#lib/random/index.ts';
import {
  CLASSES,
  DEFAULTS,
  generateScene,
  LIMITS,
  type SceneParameters,
  sceneHash,
  variedParameters,
} from '#lib/scenes/index.ts';
import golden from '../../fixtures/scene-hashes.json' with { type: 'json' };

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const few = { numRuns: 12 };

describe('a scene', () => {
  it.each(golden)('has the hash that every engine finds: $parameters', ({ parameters, hash }) => {
    expect(sceneHash(generateScene(parameters))).toBe(hash);
  });

  it('has its boxes in the picture and its lengths in the size range', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const p = variedParameters(seed, random(seed, 16));
        const { objects, pixels, width } = generateScene(p);
        expect(pixels.length).toBe(width * width * 3);
        expect(objects.length).toBeLessThanOrEqual(p.count);
        for (const { x, y, width: w, height: h, length, classIndex, angle } of objects) {
          expect(x >= 0 && y >= 0 && x + w <= width + 1e-9 && y + h <= width + 1e-9).toBe(true);
          expect(length).toBeGreaterThanOrEqual(p.sizeMin - 1e-9);
          expect(length).toBeLessThanOrEqual(p.sizeMax + 1e-9);
          expect(CLASSES[classIndex]).toBeDefined();
          expect(angle >= 0 && angle < 6.2832).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows the same world at another resolution', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(32, 64, 256), (seed, resolution) => {
        const scale = resolution / 128;
        const usual = generateScene({ seed }).objects;
        const other = generateScene({ seed, resolution }).objects;
        expect(other.length).toBe(usual.length);
        other.forEach((object, i) => {
          expect(object.x).toBeCloseTo(usual[i].x * scale, 6);
          expect(object.width).toBeCloseTo(usual[i].width * scale, 6);
          expect(object.classIndex).toBe(usual[i].classIndex);
        });
      }),
      few,
    );
  });

  it('shows some of the same objects where fewer are asked for', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const all = generateScene({ seed }).objects;
        const some = generateScene({ seed, count: 8 }).objects;
        expect(some).toEqual(all.slice(0, some.length));
        expect(generateScene({ seed, count: 0 }).objects).toEqual([]);
      }),
      few,
    );
  });

  it('hides its objects altogether at contrast 0', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const hidden = generateScene({ seed, contrast: 0 });
        expect(hidden.pixels).toEqual(generateScene({ seed, count: 0 }).pixels);
      }),
      few,
    );
  });

  it('keeps the world when only the camera changes', () => {
    const camera = { blur: 1.4, noise: 11, contrast: 0.5 };
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(generateScene({ seed, ...camera }).objects).toEqual(generateScene({ seed }).objects);
      }),
      few,
    );
  });

  it('changes the picture inside the box of each object', () => {
    const still = { noise: 0, blur: 0 };
    const { objects, pixels } = generateScene({ seed: 12, ...still, contrast: 1 });
    const ground = generateScene({ seed: 12, ...still, count: 0 }).pixels;
    expect(objects.length).toBeGreaterThan(3);
    for (const { x, y, width, height } of objects) {
      let change = 0;
      for (let py = Math.floor(y); py < y + height; py++) {
        for (let px = Math.floor(x); px < x + width; px++) {
          const o = 3 * (py * 128 + px);
          change = Math.max(change, Math.abs(pixels[o] - ground[o]));
        }
      }
      expect(change).toBeGreaterThan(10);
    }
  });

  it('is drawn in a small part of a second', () => {
    generateScene({ seed: 1 });
    const began = process.cpuUsage();
    for (let seed = 0; seed < 40; seed++) generateScene({ seed });
    const { user } = process.cpuUsage(began);
    // 7 ms each on a free core; other tests run beside this one.
    expect(user / 1e6).toBeLessThan(40 * 0.03);
  });
});

describe('objects over many scenes', () => {
  const scenes = Array.from({ length: 120 }, (_, seed) => generateScene({ seed }));

  it('are of every class, small and large', () => {
    CLASSES.forEach((name, classIndex) => {
      const lengths = scenes
        .flatMap(({ objects }) => objects.filter((object) => object.classIndex === classIndex))
        .map(({ length }) => length);
      expect(lengths.length, name).toBeGreaterThan(30);
      expect(Math.min(...lengths), name).toBeLessThan(8);
      expect(Math.max(...lengths), name).toBeGreaterThan(10);
    });
  });
});

describe('scene parameters', () => {
  it('have defaults within their limits', () => {
    for (const [name, [least, greatest]] of Object.entries(LIMITS)) {
      const value = DEFAULTS[name as keyof SceneParameters];
      expect(value >= least && value <= greatest, name).toBe(true);
    }
  });

  it.each([
    [{ resolution: 8 }, 'scene: resolution 8 is not in 16 to 1024'],
    [{ resolution: 100.5 }, 'scene: resolution 100.5 is no whole number'],
    [{ seed: -1 }, /seed -1 is not in 0 to/],
    [{ seed: 0.5 }, 'scene: seed 0.5 is no whole number'],
    [{ contrast: 1.2 }, 'scene: contrast 1.2 is not in 0 to 1'],
    [{ noise: Number.NaN }, 'scene: noise NaN is not in 0 to 64'],
    [{ sizeMin: 12, sizeMax: 8 }, 'scene: sizeMin 12 is greater than sizeMax 8'],
  ])('are refused by name: %o', (parameters, message) => {
    expect(() => generateScene(parameters)).toThrow(message);
  });
});
