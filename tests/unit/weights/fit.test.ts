import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centreCrop,
  inFile,
  inSquare,
  letterbox,
  networkInput,
  withinSquare,
} from '#components/weights/fit.ts';

const sides = fc.integer({ min: 1, max: 4000 });

describe('a picture in the square that a network reads', () => {
  it('lies as YOLOv5’s letterbox puts it', () => {
    // round(dh - 0.1) above, round(dh + 0.1) below, with dh half of what is left over
    expect(letterbox(1280, 720, 640)).toEqual({
      size: 640,
      scale: 0.5,
      width: 640,
      height: 360,
      left: 0,
      top: 140,
    });
    expect(letterbox(100, 75, 64)).toMatchObject({ width: 64, height: 48, top: 8 });
    expect(letterbox(64, 33, 64)).toMatchObject({ height: 33, top: 15 });
    expect(letterbox(33, 64, 64)).toMatchObject({ width: 33, left: 15, top: 0 });
  });

  it('is wholly in a letterbox, and wholly covers a crop', () => {
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        const boxed = letterbox(width, height, 224);
        expect(Math.max(boxed.width, boxed.height)).toBe(224);
        expect(Math.min(boxed.left, boxed.top)).toBeGreaterThanOrEqual(0);
        const cropped = centreCrop(width, height, 224);
        expect(Math.min(cropped.width, cropped.height)).toBe(224);
        expect(Math.max(cropped.left, cropped.top)).toBeLessThanOrEqual(0);
        expect(cropped.left + cropped.width).toBeGreaterThanOrEqual(224);
      }),
    );
  });

  it('has grey around it, and its middle in a crop', () => {
    const pixels = Uint8Array.from({ length: 4 * 2 * 3 }, (_, i) => i);
    const picture = { width: 4, height: 2, pixels };
    const boxed = inSquare(picture, letterbox(4, 2, 4));
    expect([...boxed.pixels.slice(0, 12)]).toEqual(Array(12).fill(114));
    expect([...boxed.pixels.slice(12, 36)]).toEqual([...pixels]);
    expect([...boxed.pixels.slice(36)]).toEqual(Array(12).fill(114));
    const cropped = inSquare(picture, centreCrop(4, 2, 2));
    expect([...cropped.pixels]).toEqual([...pixels.slice(3, 9), ...pixels.slice(15, 21)]);
  });

  it('gives boxes back in pixels of the file, cut at its edges', () => {
    const fit = letterbox(200, 100, 64);
    expect(inFile({ x: 16, y: 16, width: 32, height: 16 }, fit, 200, 100)).toEqual({
      x: 50,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(inFile({ x: -9, y: 0, width: 99, height: 64 }, fit, 200, 100)).toEqual({
      x: 0,
      y: 0,
      width: 200,
      height: 100,
    });
    expect(withinSquare({ x: -3, y: 60, width: 10, height: 10 }, fit)).toEqual({
      x: 0,
      y: 60,
      width: 7,
      height: 4,
    });
  });

  it('is read as RGB from 0 to 1, or normalised', () => {
    const picture = { width: 1, height: 1, pixels: Uint8Array.of(0, 51, 255) };
    expect([...networkInput(picture)]).toEqual([0, Math.fround(0.2), 1]);
    const [red, green, blue] = networkInput(picture, 'imagenet');
    expect(red).toBeCloseTo(-0.485 / 0.229, 5);
    expect(green).toBeCloseTo((0.2 - 0.456) / 0.224, 5);
    expect(blue).toBeCloseTo((1 - 0.406) / 0.225, 5);
  });
});
