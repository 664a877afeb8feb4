import { clamp } from './arithmetic.ts';
import type { Canvas, Colour } from './canvas.ts';
import { hull, shift } from './geometry.ts';
import type { Part } from './objects/index.ts';
import { type Placed, placeObject } from './populate.ts';
import type { World } from './world.ts';

/** The shadow under an object at (x, y): 0 to 1. */
export function shadowAt({ shadow, size, scale }: Canvas, x: number, y: number): number {
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
export function paintObject(canvas: Canvas, object: Placed, contrast: number, light: number): void {
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

/** What an object does to the ground around it: its wake, and the shadow that it throws. */
export function shadeObject(
  { canvas, metre, sun }: Pick<World, 'canvas' | 'metre' | 'sun'>,
  object: Placed,
  contrast: number,
): void {
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
