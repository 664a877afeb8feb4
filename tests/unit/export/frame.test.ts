import { describe, expect, it } from 'vitest';
import { planesOf } from '#lib/export/frame.ts';

const evenly = (width: number, height: number, colour: readonly number[]) => ({
  pixels: new Uint8ClampedArray(
    Array.from({ length: width * height }, () => [...colour, 255]).flat(),
  ),
  width,
  height,
});

describe('the planes of a frame', () => {
  // From ITU-R BT.709, section 3: numbers of 8 bits for full colours.
  it.each([
    ['white', [255, 255, 255], [235, 128, 128]],
    ['black', [0, 0, 0], [16, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
    ['green', [0, 255, 0], [173, 42, 26]],
    ['blue', [0, 0, 255], [32, 240, 118]],
  ])('%s has the numbers of the recommendation', (_, colour, said) => {
    const { data } = planesOf(evenly(4, 2, colour));
    expect([...data]).toEqual([...Array(8).fill(said[0]), said[1], said[1], said[2], said[2]]);
  });

  it('have a colour for four pixels together, and even sizes: the last column and row are there twice', () => {
    const pixels = evenly(3, 1, [0, 0, 0]);
    pixels.pixels.set([255, 0, 0], 8);
    const { data, width, height } = planesOf(pixels);
    expect([width, height]).toEqual([4, 2]);
    expect([...data]).toEqual([16, 16, 63, 63, 16, 16, 63, 63, 128, 102, 128, 240]);
    const mixed = evenly(2, 2, [0, 0, 0]);
    mixed.pixels.set([255, 0, 0], 0);
    expect([...planesOf(mixed).data.subarray(4)]).toEqual([122, 156]);
  });
});
