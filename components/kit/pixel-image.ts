// Numbers and pictures as pixels to paint.
import type { Picture } from './picture/picture.ts';

/** Pixels to paint: RGBA, row by row. */
export interface PixelImage {
  width: number;
  height: number;
  rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** A picture as it is, or one of its colours alone in grey. */
export function pictureImage({ width, height, pixels }: Picture, colour?: number): PixelImage {
  const rgba = new Uint8ClampedArray(4 * width * height);
  const [red, green, blue] = colour === undefined ? [0, 1, 2] : [colour, colour, colour];
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = pixels[from + red];
    rgba[to + 1] = pixels[from + green];
    rgba[to + 2] = pixels[from + blue];
    rgba[to + 3] = 255;
  }
  return { width, height, rgba };
}

/** Puts the pixels into a canvas of their size. */
export function paint(canvas: HTMLCanvasElement | null, { rgba, width, height }: PixelImage): void {
  canvas?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
