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
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 4; c++)
      rgba[4 * i + c] = c === 3 ? 255 : pixels[3 * i + (colour === undefined ? c : colour)];
  return { width, height, rgba };
}

/** Puts the pixels into a canvas of their size. */
export function paint(canvas: HTMLCanvasElement | null, { rgba, width, height }: PixelImage): void {
  canvas?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
