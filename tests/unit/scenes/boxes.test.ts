import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '#lib/random/index.ts';
import { Canvas } from '#lib/scenes/canvas.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import { area, clip, hull, near, type Polygon, rectangle, slab } from '#lib/scenes/geometry.ts';
import { generateScene } from '#lib/scenes/index.ts';
import { makeShape } from '#lib/scenes/objects/index.ts';
import { boundsOf, placeObject } from '#lib/scenes/populate.ts';
import { makeTextures } from '#lib/scenes/texture.ts';

const SAMPLES = 1024;
const SCALE = SAMPLES / 128;
const textures = makeTextures(SAMPLES, 1, random(1));

/** The extent of what polygons cover, by painting them white on black, world units. */
function painted(polygons: readonly Polygon[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const canvas = new Canvas(SAMPLES, textures);
  for (const polygon of polygons) canvas.fill(polygon, [255, 255, 255]);
  let left = SAMPLES;
  let top = SAMPLES;
  let right = 0;
  let bottom = 0;
  for (let y = 0; y < SAMPLES; y++) {
    for (let x = 0; x < SAMPLES; x++) {
      if (canvas.rgb[3 * (y * SAMPLES + x)] < 1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return {
    x: left / SCALE,
    y: top / SCALE,
    width: (right - left) / SCALE,
    height: (bottom - top) / SCALE,
  };
}

/** Box edges agree within a sample: a sliver of coverage below 1/255 is not seen. */
function expectSame(a: ReturnType<typeof painted>, b: ReturnType<typeof painted>): void {
  const edges = (r: typeof a) => [r.x, r.y, r.x + r.width, r.y + r.height];
  edges(a).forEach((edge, i) => {
    expect(Math.abs(edge - edges(b)[i])).toBeLessThan(2 / SCALE);
  });
}

describe('boxes', () => {
  for (const name of CLASSES) {
    it(`bound what is painted of a ${name}, cut by the picture or not`, () => {
      fc.assert(
        fc.property(
          fc.integer(),
          fc.double({ min: 0, max: 6.28, noNaN: true }),
          fc.constantFrom(64, 4, 124),
          fc.constantFrom(4, 9, 22),
          (seed, angle, x, length) => {
            const shape = makeShape(name, random(seed), length, true);
            const object = { x, y: 64, length, footprint: slab(x, 64, length, length, angle) };
            const outline = shape.outline.map((polygon) => placeObject(object, polygon));
            const box = boundsOf(
              outline.map((polygon) => clip(polygon, 128)).filter((p) => p.length > 0),
            );
            expectSame(painted(outline), box);
            const parts = shape.parts.map(({ polygon }) => placeObject(object, polygon));
            expectSame(painted([...outline, ...parts]), box);
          },
        ),
        { numRuns: 10 },
      );
    });
  }

  it('are of things that do not overlap', () => {
    const widths = { car: 0.4, truck: 0.3, bus: 0.22, plane: 0.12, boat: 0.25 };
    for (let seed = 0; seed < 80; seed++) {
      const inner = generateScene({ seed, count: 60 }).objects.filter(
        ({ x, y, width, height }) => x > 0 && y > 0 && x + width < 128 && y + height < 128,
      );
      const slabs = inner.map(({ x, y, width, height, length, angle, classIndex }) =>
        slab(
          x + width / 2,
          y + height / 2,
          0.85 * length,
          widths[CLASSES[classIndex]] * length,
          angle,
        ),
      );
      slabs.forEach((a, i) => {
        for (const b of slabs.slice(0, i)) expect(near(a, b, 0), `seed ${seed}`).toBe(false);
      });
    }
  });
});

describe('coverage', () => {
  /** Edges that cross the left or right side are rounded within the outermost cells: by how far they run there in a row. */
  const rounded = (polygon: Polygon) => {
    let runs = 0;
    for (let i = 0; i < polygon.length; i += 2) {
      const j = (i + 2) % polygon.length;
      const [dx, dy] = [polygon[j] - polygon[i], polygon[j + 1] - polygon[i + 1]];
      const crossed = [0, 128].filter((side) => polygon[i] < side !== polygon[j] < side).length;
      if (crossed > 0 && dy !== 0) runs += crossed * Math.abs(dx / dy);
    }
    return runs;
  };

  it('adds up to the area of the polygon inside the picture', () => {
    const point = fc.double({ min: -40, max: 170, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { minLength: 3, maxLength: 8 }), (points) => {
        const polygon = hull(points.flat());
        fc.pre(polygon.length >= 6);
        const canvas = new Canvas(128, makeTextures(128, 1, random(1)));
        canvas.fill(polygon, [1, 0, 0]);
        let sum = 0;
        for (let i = 0; i < canvas.rgb.length; i += 3) sum += canvas.rgb[i];
        expect(Math.abs(sum - area(clip(polygon, 128)))).toBeLessThan(0.01 + rounded(polygon) / 4);
      }),
      { numRuns: 200 },
    );
  });

  it('is exact for a rectangle between samples, and nothing is left for the next polygon', () => {
    const canvas = new Canvas(128, makeTextures(128, 1, random(1)));
    canvas.fill(rectangle(10.25, 20, 12, 21.5), [100, 100, 100]);
    canvas.fill(rectangle(50, 50, 51, 51), [100, 100, 100]);
    const at = (x: number, y: number) => canvas.rgb[3 * (y * 128 + x)];
    expect([at(10, 20), at(11, 20), at(10, 21), at(11, 21), at(12, 20)]).toEqual([
      75, 100, 37.5, 50, 0,
    ]);
    expect([at(50, 50), at(51, 50), at(49, 50)]).toEqual([100, 0, 0]);
  });
});
