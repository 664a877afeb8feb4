import { ACCEPTED, type Picture, PictureError } from './picture.ts';

/** Files above this are refused before they are read, bytes. */
export const LARGEST_FILE = 40 * 2 ** 20;
/** Pictures above this many pixels are refused: a phone's memory is small. */
export const LARGEST_PIXELS = 64 * 2 ** 20;

/**
 * Decodes a PNG, JPEG or WebP file.
 *
 * @throws PictureError when it is another kind of file, too large, or can't be decoded
 */
export async function decodePicture(file: File): Promise<ImageBitmap> {
  if (!ACCEPTED.includes(file.type)) throw new PictureError('not-a-picture', file.name);
  if (file.size > LARGEST_FILE) throw new PictureError('too-large', file.name);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new PictureError('broken', file.name);
  }
  if (bitmap.width * bitmap.height > LARGEST_PIXELS) {
    bitmap.close();
    throw new PictureError('too-large', file.name);
  }
  return bitmap;
}

/** The picture scaled so that its longer side has `side` pixels. */
export function scalePicture(bitmap: ImageBitmap, side: number): Picture {
  const scale = side / Math.max(bitmap.width, bitmap.height);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  return resize(bitmap, width, height);
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
