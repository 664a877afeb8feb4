import { decodePicture, middleSquare, resize } from '#components/kit/picture/decode.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { centreCrop, type Fit, letterbox, onCanvas } from '#lib/detector/index.ts';
import { DEFAULTS, generateScene } from '#lib/scenes/index.ts';
import type { Result } from './look.ts';

/** Pictures at a time. */
export const MOST_PICTURES = 100;

/** Which scene stands in as long as the reader has given no picture. */
const SAMPLE_SEED = 7;

/** A picture on the page, prepared for one input size. */
export interface OwnPicture {
  name: string;
  /** The reader's file; null for the sample scene. Kept to be decoded anew for another size. */
  file: File | null;
  /** Size of the file's picture, pixels. */
  width: number;
  height: number;
  fit: Fit;
  /** The middle is cut out, as for a classifier; else all of it lies in grey. */
  cropped: boolean;
  /** What the network reads. */
  square: Picture;
  /** What the network said of it; null while it has not looked. */
  result: Result | null;
}

/**
 * Decodes a file (null: the sample scene) and fits it into the square that the network reads.
 *
 * @throws SaidError that names the file
 */
export async function preparePicture(
  file: File | null,
  size: number,
  detects: boolean,
): Promise<OwnPicture> {
  const bitmap = file ? await decodePicture(file) : await sample();
  try {
    const { width, height } = bitmap;
    const fit = (detects ? letterbox : centreCrop)(width, height, size);
    const square = await squareOf(bitmap, fit);
    return {
      name: file?.name ?? words.sample,
      file,
      width,
      height,
      fit,
      cropped: !detects,
      square,
      result: null,
    };
  } finally {
    bitmap.close();
  }
}

/** A picture this much longer than wide, or wider than long, is cut before it is scaled: what goes is most of it. */
const LONG = 4;

async function squareOf(bitmap: ImageBitmap, fit: Fit): Promise<Picture> {
  const isCut = Math.max(fit.width, fit.height) > LONG * fit.canvas.width;
  if (!isCut) return onCanvas(resize(bitmap, fit.width, fit.height), fit);
  const middle = await middleSquare(bitmap);
  try {
    return resize(middle, fit.canvas.width, fit.canvas.height);
  } finally {
    middle.close();
  }
}

function sample(): Promise<ImageBitmap> {
  const { pixels, width, height } = generateScene({ ...DEFAULTS, seed: SAMPLE_SEED });
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    rgba.set(pixels.subarray(from, from + 3), to);
  }
  return createImageBitmap(new ImageData(rgba, width, height));
}
