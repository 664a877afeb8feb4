import { random, range, weighted } from '../random/index.ts';
import { clamp, cosine, geometric, sine, TURN } from './arithmetic.ts';
import { makeTone, takePicture } from './camera.ts';
import { Canvas, type Colour } from './canvas.ts';
import { distance, hull, shift } from './geometry.ts';
import { LAYOUTS } from './layouts/index.ts';
import type { Part } from './objects/index.ts';
import { completeParameters, type SceneParameters } from './parameters.ts';
import { boundsOf, type Placed, placeObject, populate } from './populate.ts';
import { paintRoof, shadeRoof } from './roofs.ts';
import { makeTextures } from './texture.ts';
import { paintTree, shadeTree } from './trees.ts';
import { makeGrounds, type World } from './world.ts';

/** An object in a picture. The box bounds its visible shape (body, wings, tail; no shadow, no wake). */
export interface SceneObject {
  /** index into CLASSES */
  classIndex: number;
  /** left edge of the box, px, fractional */
  x: number;
  /** top edge of the box, px */
  y: number;
  /** px */
  width: number;
  /** px */
  height: number;
  /** of the object itself, px */
  length: number;
  /** direction in which it points, radians from +x towards +y (down) */
  angle: number;
}

export interface Scene {
  /** px */
  width: number;
  /** px */
  height: number;
  /** RGB, HWC, width * height * 3 bytes */
  pixels: Uint8ClampedArray;
  objects: SceneObject[];
}

/** Samples a side: at least about 256, a multiple of the resolution. */
function samplesOf(resolution: number): number {
  return resolution * Math.max(1, Math.round(256 / resolution));
}

/** The shadow under an object at (x, y): 0 to 1. */
function shadowAt({ shadow, size, scale }: Canvas, x: number, y: number): number {
  const px = clamp(Math.floor(x * scale), 0, size - 1);
  const py = clamp(Math.floor(y * scale), 0, size - 1);
  return shadow[py * size + px];
}

function paintParts(canvas: Canvas, object: Placed, parts: readonly Part[], light: number): void {
  for (const { polygon, colour, alpha } of parts) {
    const lit: Colour = [colour[0] * light, colour[1] * light, colour[2] * light];
    canvas.fill(placeObject(object, polygon), lit, alpha ?? 1);
  }
}

/** Paints an object and mixes it with the ground that was there: contrast 0 leaves the ground, 1 the object. */
function paintObject(canvas: Canvas, object: Placed, contrast: number, light: number): void {
  const { x, y, length } = object;
  const reach = 0.75 * length + 1;
  const { x0, y0, x1, y1 } = canvas.region(x - reach, y - reach, x + reach, y + reach);
  const width = Math.max(0, 3 * (x1 - x0));
  const ground = new Float32Array(width * Math.max(0, y1 - y0));
  const row = (py: number): number => 3 * (py * canvas.size + x0);
  for (let py = y0, o = 0; py < y1; py++, o += width) {
    ground.set(canvas.rgb.subarray(row(py), row(py) + width), o);
  }
  paintParts(canvas, object, object.shape.parts, light);
  for (let py = y0, o = 0; py < y1; py++) {
    for (let i = row(py), end = i + width; i < end; i++, o++) {
      canvas.rgb[i] = ground[o] + (canvas.rgb[i] - ground[o]) * contrast;
    }
  }
}

/** Paints what stands on the ground, from low to high. */
function paintThings(
  world: World,
  objects: readonly Placed[],
  contrast: number,
  seed: number,
): void {
  const { canvas, metre, sun, trees, roofs } = world;
  const next = random(seed, 2);
  for (const tree of trees) shadeTree(world, tree, next);
  for (const roof of roofs) shadeRoof(world, roof);
  const lights = objects.map(({ x, y }) => 1 - 0.45 * shadowAt(canvas, x, y));
  for (const object of objects) {
    const { shape } = object;
    if (shape.wake) {
      paintParts(
        canvas,
        object,
        shape.wake.map((part) => ({ ...part, alpha: (part.alpha ?? 1) * contrast })),
        1,
      );
    }
    // The size range may draw a thing larger or smaller than life; its height follows.
    const height = Math.min(shape.height * metre, 0.4 * object.length) / metre;
    const [dx, dy] = [sun[0] * height, sun[1] * height];
    for (const part of shape.outline) {
      const polygon = placeObject(object, part);
      const flat = shape.width > 0.7;
      canvas.shade(
        flat ? shift(polygon, dx, dy) : hull([...polygon, ...shift(polygon, dx, dy)]),
        0.55 * contrast,
      );
    }
  }
  canvas.applyShadows();
  objects.forEach((object, i) => {
    paintObject(canvas, object, contrast, lights[i]);
  });
  for (const roof of roofs) paintRoof(world, roof, next);
  for (const tree of trees) paintTree(world, tree, next);
}

/**
 * A low-resolution aerial picture with known boxes. The same parameters give the same bytes in every engine.
 * A world 128 units wide is built from the seed and the size range; `resolution` says how many pixels look at it.
 *
 * @throws RangeError if a parameter is out of its limits
 */
export function generateScene(given: Partial<SceneParameters> = {}): Scene {
  const parameters = completeParameters(given);
  const { seed, resolution, sizeMin, sizeMax, count, contrast, blur, noise } = parameters;
  const next = random(seed);
  const layout = weighted(next, LAYOUTS);
  const length = geometric(sizeMin, sizeMax, layout.reach * next());
  const metre = clamp(length / layout.focus, 0.5, 6);
  const size = samplesOf(resolution);
  const direction = range(next, 0, TURN);
  const slant = range(next, 0.45, 1.15) * metre;
  const world: World = {
    canvas: new Canvas(size, makeTextures(size, metre, random(seed, 1))),
    next,
    metre,
    sun: [slant * cosine(direction), slant * sine(direction)],
    grounds: makeGrounds(next),
    candidates: [],
    trees: [],
    roofs: [],
  };
  const tone = makeTone(next);
  const fullness = range(next, 0.35, 1);
  layout.paint(world);
  const fitting = populate(world, parameters, next);
  const objects = fitting.slice(0, Math.round(fullness * count));
  world.trees = world.trees.filter(
    ({ x, y, radius }) =>
      fitting.every(({ footprint }) => distance(footprint, x, y) > 1.08 * radius + 0.4) &&
      world.roofs.every(({ slab }) => distance(slab, x, y) > 0.5 * radius),
  );
  paintThings(world, objects, contrast, seed);
  const scale = resolution / 128;
  return {
    width: resolution,
    height: resolution,
    pixels: takePicture(world.canvas.rgb, size, resolution, { blur, noise, tone, seed }),
    objects: objects.map(({ classIndex, visible, length, angle }) => {
      const { x, y, width, height } = boundsOf(visible);
      return {
        classIndex,
        x: x * scale,
        y: y * scale,
        width: width * scale,
        height: height * scale,
        length: length * scale,
        angle: angle - TURN * Math.floor(angle / TURN),
      };
    }),
  };
}
