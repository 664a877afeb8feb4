import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centreCrop,
  fill,
  filled,
  inPicture,
  letterbox,
  networkInput,
  onCanvas,
  roundHalfEven,
  withinPicture,
} from '#lib/detector/index.ts';

const sides = fc.integer({ min: 1, max: 4000 });

describe('a picture in the square that a network reads', () => {
  it('lies as YOLOv5’s letterbox puts it', () => {
    // round(dh - 0.1) above, round(dh + 0.1) below, with dh half of what is left over
    expect(letterbox(1280, 720, 640)).toEqual({
      canvas: { width: 640, height: 640 },
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
    const boxed = onCanvas(picture, letterbox(4, 2, 4));
    expect([...boxed.pixels.slice(0, 12)]).toEqual(Array(12).fill(114));
    expect([...boxed.pixels.slice(12, 36)]).toEqual([...pixels]);
    expect([...boxed.pixels.slice(36)]).toEqual(Array(12).fill(114));
    const cropped = onCanvas(picture, centreCrop(4, 2, 2));
    expect([...cropped.pixels]).toEqual([...pixels.slice(3, 9), ...pixels.slice(15, 21)]);
  });

  it('gives boxes back in pixels of the file, cut at its edges', () => {
    const fit = letterbox(200, 100, 64);
    expect(inPicture({ x: 16, y: 16, width: 32, height: 16 }, fit, 200, 100)).toEqual({
      x: 50,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(inPicture({ x: -9, y: 0, width: 99, height: 64 }, fit, 200, 100)).toEqual({
      x: 0,
      y: 0,
      width: 200,
      height: 100,
    });
  });

  it('keeps of a box what lies in the picture, not in the grey around it', () => {
    const fit = letterbox(200, 100, 64);
    expect(withinPicture({ x: -3, y: 0, width: 10, height: 64 }, fit)).toEqual({
      x: 0,
      y: 16,
      width: 7,
      height: 32,
    });
    fc.assert(
      fc.property(sides, sides, sides, sides, (width, height, x, y) => {
        const box = { x: x - 2000, y: y - 2000, width: x, height: y };
        for (const boxed of [letterbox(width, height, 224), centreCrop(width, height, 224)]) {
          const { left, top, canvas } = boxed;
          const kept = withinPicture(box, boxed);
          const right = Math.min(canvas.width, left + boxed.width);
          const bottom = Math.min(canvas.height, top + boxed.height);
          expect(kept.x).toBeGreaterThanOrEqual(Math.max(0, left));
          expect(kept.y).toBeGreaterThanOrEqual(Math.max(0, top));
          expect(kept.x + kept.width).toBeLessThanOrEqual(right);
          expect(kept.y + kept.height).toBeLessThanOrEqual(bottom);
        }
      }),
    );
  });

  it('has sides rounded as Python rounds them', () => {
    // round(0.5), round(1.5), ... of CPython: a half goes to the even neighbour.
    expect([0.5, 1.5, 2.5, 320.5, 321.5, 2.49, 2.51].map(roundHalfEven)).toEqual([
      0, 2, 2, 320, 322, 2, 3,
    ]);
    // 641 rows at a scale of 1/2.
    expect(letterbox(1280, 641, 640)).toMatchObject({ width: 640, height: 320, top: 160 });
    expect(letterbox(1280, 643, 640)).toMatchObject({ height: 322, top: 159 });
  });

  it('is read as RGB from 0 to 1, or normalised', () => {
    const picture = { width: 1, height: 1, pixels: Uint8Array.of(0, 51, 255) };
    const plain = networkInput(picture);
    expect([...plain.data, plain.height, plain.width]).toEqual([0, Math.fround(0.2), 1, 1, 1]);
    const [red, green, blue] = networkInput(picture, 'imagenet').data;
    expect(red).toBeCloseTo(-0.485 / 0.229, 5);
    expect(green).toBeCloseTo((0.2 - 0.456) / 0.224, 5);
    expect(blue).toBeCloseTo((1 - 0.406) / 0.225, 5);
  });

  it('at its own resolution is filled up to the right and below, until 32 divides both sides', () => {
    expect(fill(33, 64)).toMatchObject({ canvas: { width: 64, height: 64 }, left: 0, top: 0 });
    const pixels = new Uint8Array(6).fill(255);
    const { data, height, width } = filled({ width: 1, height: 2, pixels });
    expect([height, width, data.length]).toEqual([32, 32, 32 * 32 * 3]);
    expect([...data.slice(0, 3), ...data.slice(96, 99)]).toEqual(Array(6).fill(1));
    expect(data[3]).toBe(Math.fround(114 / 255));
    expect(data[2 * 96]).toBe(Math.fround(114 / 255));
  });
});
