// CIFAR-10's binary batches: records of a class and a picture of 32 x 32, colour by colour.
import { Fault, say } from '../faults/index.ts';

/** Side of the pictures, pixels. */
export const SIDE = 32;
const PIXELS = SIDE * SIDE;
const RECORD = 1 + 3 * PIXELS;

/** CIFAR-10's classes, in its order. */
export const CLASSES = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** Pictures with their classes. */
export interface Labelled {
  /** RGB uint8 [n, 32, 32, 3], row by row. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** A file that is no batch of CIFAR-10; its words say why, and what is. */
export class CifarError extends Fault {
  override name = 'CifarError';
}

/**
 * @param name of the file, for the reader
 * @throws CifarError where the size is none of whole records, or a class is beyond 9
 */
export function readBatch(bytes: Uint8Array, name: string): Labelled {
  const count = bytes.length / RECORD;
  if (count === 0 || !Number.isInteger(count))
    throw new CifarError(say('classify', 'notWhole', name, bytes.length));
  const labels = Uint8Array.from({ length: count }, (_, i) => bytes[i * RECORD]);
  const wrong = labels.findIndex((label) => label >= CLASSES.length);
  if (wrong >= 0) throw new CifarError(say('classify', 'noClass', name, labels[wrong], wrong + 1));
  const pixels = new Uint8Array(count * 3 * PIXELS);
  for (let i = 0; i < count; i++) {
    const from = i * RECORD + 1;
    for (let p = 0; p < PIXELS; p++)
      for (let c = 0; c < 3; c++) pixels[3 * (i * PIXELS + p) + c] = bytes[from + c * PIXELS + p];
  }
  return { pixels, labels };
}
