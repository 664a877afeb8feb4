import type { Picture } from '#components/kit/picture/picture.ts';
import type { Box } from '#lib/detection/index.ts';

/** YOLOv5's grey for what lies outside the picture. */
const OUTSIDE = 114;

/** Where a picture of a file lies in the square that the network reads: pixels, and the scale between them. */
export interface Fit {
  /** Side of the square. */
  size: number;
  /** Pixels of the square for one of the file. */
  scale: number;
  /** The scaled picture's size, and its top-left corner in the square; negative where it is cropped. */
  width: number;
  height: number;
  left: number;
  top: number;
}

/**
 * YOLOv5's letterbox: scaled until the longer side fits, in the middle, the odd pixel of the border to the right and
 * below.
 */
export function letterbox(width: number, height: number, size: number): Fit {
  return placed(width, height, size, size / Math.max(width, height), Math.floor);
}

/** Scaled until the shorter side fits; the middle square is kept. */
export function centreCrop(width: number, height: number, size: number): Fit {
  return placed(width, height, size, size / Math.min(width, height), Math.ceil);
}

function placed(
  width: number,
  height: number,
  size: number,
  scale: number,
  round: (value: number) => number,
): Fit {
  const scaled = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  const [left, top] = scaled.map((side) => round((size - side) / 2));
  return { size, scale, width: scaled[0], height: scaled[1], left, top };
}

/** The scaled picture in its square, grey around it: what the network is shown. */
export function inSquare(scaled: Picture, { size, left, top }: Fit): Picture {
  const pixels = new Uint8Array(size * size * 3).fill(OUTSIDE);
  const from = Math.max(0, -left);
  const to = Math.min(scaled.width, size - left);
  for (let y = Math.max(0, -top); y < Math.min(scaled.height, size - top); y++) {
    const row = scaled.pixels.subarray((y * scaled.width + from) * 3, (y * scaled.width + to) * 3);
    pixels.set(row, ((y + top) * size + from + left) * 3);
  }
  return { width: size, height: size, pixels };
}

/** A box of the square in pixels of the file, cut off at the file's edges. */
export function inFile(box: Box, { scale, left, top }: Fit, width: number, height: number): Box {
  const [x, right] = [box.x, box.x + box.width].map((at) => clamp((at - left) / scale, width));
  const [y, bottom] = [box.y, box.y + box.height].map((at) => clamp((at - top) / scale, height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The part of a box that lies in the square. */
export function withinSquare({ x, y, width, height }: Box, { size }: Fit): Box {
  const [left, right] = [x, x + width].map((at) => clamp(at, size));
  const [top, bottom] = [y, y + height].map((at) => clamp(at, size));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** Mean and standard deviation of red, green and blue in a training set, of values in [0, 1]. */
const STATISTICS = {
  plain: { mean: [0, 0, 0], deviation: [1, 1, 1] },
  imagenet: { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] },
  cifar10: { mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616] },
  cifar100: { mean: [0.5071, 0.4865, 0.4409], deviation: [0.2673, 0.2564, 0.2762] },
} as const;

export type Colours = keyof typeof STATISTICS;

/** A picture as the engine reads it: NHWC float32 [1, height, width, 3], RGB in [0, 1], or normalised. */
export function networkInput({ pixels }: Picture, colours: Colours = 'plain'): Float32Array {
  const { mean, deviation } = STATISTICS[colours];
  const input = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    input[i] = (pixels[i] / 255 - mean[i % 3]) / deviation[i % 3];
  }
  return input;
}
