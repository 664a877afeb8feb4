import { notPicture, pictures as words } from '#content/words/en/files.ts';
import { isPicture, pictureSize, sniff } from '#lib/files/index.ts';
import { SaidError } from '../faults.ts';
import type { Frame, Picture } from './picture.ts';

/** A file that is as it is: to try again would not help. */
const refusal = (sentence: string) => new SaidError(sentence, { again: false });

/** Files above this are refused before they are read, bytes. */
export const LARGEST_FILE = 40 * 2 ** 20;
/** Pictures above this many pixels are refused before they are decoded: a phone's memory is small. */
export const LARGEST_PIXELS = 64 * 2 ** 20;

/**
 * Decodes a PNG, JPEG, WebP, AVIF, GIF (its first frame) or BMP file, whatever its name and type say. The numbers of the
 * file are kept: a colour profile in it is passed over, as PyTorch's and OpenCV's readers do, so that a picture from a
 * phone (Display P3) gives a network the numbers that it would get there.
 *
 * @throws SaidError when it is another kind of file, too large, or can't be decoded
 */
export async function decodePicture(file: File): Promise<ImageBitmap> {
  const kind = await sniff(file).catch(() => {
    throw refusal(words.gone(file.name));
  });
  if (!isPicture(kind)) throw refusal(notPicture(file.name, kind));
  if (file.size > LARGEST_FILE) throw refusal(words.tooLarge(file.name));
  const size = await pictureSize(file, kind);
  if (size) refuseLarge(file, size);
  let bitmap: ImageBitmap;
  try {
    // The browser's decoder goes by the type: a name without an ending leaves it empty.
    const typed = new Blob([file], { type: `image/${kind}` });
    bitmap = await createImageBitmap(typed, { colorSpaceConversion: 'none' });
  } catch {
    throw refusal((kind === 'avif' ? words.noAvif : words.broken)(file.name));
  }
  try {
    refuseLarge(file, bitmap);
  } catch (error) {
    bitmap.close();
    throw error;
  }
  return bitmap;
}

function refuseLarge({ name }: File, { width, height }: { width: number; height: number }): void {
  if (width * height > LARGEST_PIXELS) throw refusal(words.tooMany(name, width, height));
}

/** The picture scaled so that its longer side has `side` pixels. */
export function scalePicture(bitmap: ImageBitmap, side: number): Picture {
  const scale = side / Math.max(bitmap.width, bitmap.height);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  return resize(bitmap, width, height);
}

/** The square in the middle of a picture, as large as its shorter side. */
export function middleSquare(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const side = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [bitmap.width, bitmap.height].map((whole) => Math.floor((whole - side) / 2));
  return part(bitmap, left, top, side, side);
}

/** A part of a picture, of at least one pixel. */
export function framed(bitmap: ImageBitmap, { x, y, width, height }: Frame): Promise<ImageBitmap> {
  const [left, right] = edges(x, width, bitmap.width);
  const [top, bottom] = edges(y, height, bitmap.height);
  return part(bitmap, left, top, right - left, bottom - top);
}

/** Whole pixels, from the first to behind the last. */
function edges(start: number, length: number, pixels: number): [number, number] {
  const first = Math.min(pixels - 1, Math.max(0, Math.round(start * pixels)));
  return [first, Math.min(pixels, Math.max(first + 1, Math.round((start + length) * pixels)))];
}

function part(bitmap: ImageBitmap, x: number, y: number, width: number, height: number) {
  return createImageBitmap(bitmap, x, y, width, height, { colorSpaceConversion: 'none' });
}

/**
 * The picture at another size, averaged over area as a camera would. The browser's own scaling samples too few pixels
 * when it shrinks far, so it shrinks by halves first.
 */
export function resize(bitmap: ImageBitmap, width: number, height: number): Picture {
  let source: ImageBitmap | OffscreenCanvas = bitmap;
  while (source.width >= 2 * width && source.height >= 2 * height) {
    source = drawn(source, source.width >> 1, source.height >> 1);
  }
  const canvas = drawn(source, width, height);
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels[to] = data[from];
    pixels[to + 1] = data[from + 1];
    pixels[to + 2] = data[from + 2];
  }
  return { width, height, pixels };
}

function drawn(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  // White behind: a transparent logo is read as on paper, not as on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}
