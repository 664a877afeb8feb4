// From a picture to the numbers that a network reads, and from its boxes back to the picture.
import type { Box } from '../detection/index.ts';
import type { Picture } from '../files/index.ts';

/** A picture as a network reads it: NHWC float32 [1, height, width, 3], RGB in [0, 1] or normalised. */
export interface NetworkInput {
  data: Float32Array;
  height: number;
  width: number;
}

/** Five halvings: a side that 32 does not divide has no whole map at the end. */
const MULTIPLE = 32;
/** YOLOv5's own grey for what lies outside the picture. */
const OUTSIDE = 114;

/** Where a scaled picture lies in what the network reads: pixels, and the scale between them. */
export interface Fit {
  /** What the network reads. */
  canvas: { width: number; height: number };
  /** Pixels of the canvas for one of the picture. */
  scale: number;
  /** The scaled picture's size, and its top-left corner in the canvas; negative where it is cropped. */
  width: number;
  height: number;
  left: number;
  top: number;
}

/** Rounds as Python does: a half goes to the even neighbour. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * YOLOv5's letterbox into a square: scaled until the longer side fits, in the middle, the odd pixel of the border to the
 * right and below. Sides are rounded as Python rounds them.
 */
export function letterbox(width: number, height: number, size: number): Fit {
  const scale = size / Math.max(width, height);
  return placed([width, height], size, scale, roundHalfEven, Math.floor);
}

/** Scaled until the shorter side fits the square; the middle is kept. */
export function centreCrop(width: number, height: number, size: number): Fit {
  const scale = size / Math.min(width, height);
  return placed([width, height], size, scale, Math.round, Math.ceil);
}

/** As it is, filled up to the right and below until 32 divides both sides. */
export function fill(width: number, height: number): Fit {
  const [wide, high] = [width, height].map((side) => Math.ceil(side / MULTIPLE) * MULTIPLE);
  return { canvas: { width: wide, height: high }, scale: 1, width, height, left: 0, top: 0 };
}

function placed(
  sides: [width: number, height: number],
  size: number,
  scale: number,
  round: (side: number) => number,
  place: (left: number) => number,
): Fit {
  const [width, height] = sides.map((side) => Math.max(1, round(side * scale)));
  const [left, top] = [width, height].map((side) => place((size - side) / 2));
  return { canvas: { width: size, height: size }, scale, width, height, left, top };
}

/** The scaled picture (`fit.width` x `fit.height`) in its place, grey around it: what the network is shown. */
export function onCanvas(scaled: Picture, { canvas, left, top }: Fit): Picture {
  const { width, height } = canvas;
  const pixels = new Uint8Array(width * height * 3).fill(OUTSIDE);
  const from = Math.max(0, -left);
  const to = Math.min(scaled.width, width - left);
  for (let y = Math.max(0, -top); y < Math.min(scaled.height, height - top); y++) {
    const row = scaled.pixels.subarray((y * scaled.width + from) * 3, (y * scaled.width + to) * 3);
    pixels.set(row, ((y + top) * width + from + left) * 3);
  }
  return { width, height, pixels };
}

/** A box of the canvas in pixels of the picture (before it was scaled), cut off at its edges. */
export function inPicture(box: Box, { scale, left, top }: Fit, width: number, height: number): Box {
  const [x, right] = [box.x, box.x + box.width].map((at) => clamp((at - left) / scale, 0, width));
  const [y, bottom] = [box.y, box.y + box.height].map((at) => clamp((at - top) / scale, 0, height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The part of a box of the canvas that lies in the picture, not in the grey around it. */
export function withinPicture({ x, y, width, height }: Box, fit: Fit): Box {
  const [from, to] = span(fit.left, fit.width, fit.canvas.width);
  const [above, below] = span(fit.top, fit.height, fit.canvas.height);
  const [left, right] = [x, x + width].map((at) => clamp(at, from, to));
  const [top, bottom] = [y, y + height].map((at) => clamp(at, above, below));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function span(start: number, length: number, canvas: number): [from: number, to: number] {
  return [Math.max(0, start), Math.min(canvas, start + length)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Mean and standard deviation of red, green and blue in a training set, of values in [0, 1]. */
const STATISTICS = {
  plain: { mean: [0, 0, 0], deviation: [1, 1, 1] },
  imagenet: { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] },
  cifar10: { mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616] },
  cifar100: { mean: [0.5071, 0.4865, 0.4409], deviation: [0.2673, 0.2564, 0.2762] },
} as const;

/** How colours are given to a network: as they are, or normalised by the statistics of a data set. */
export type Normalisation = keyof typeof STATISTICS;

/** A picture of the canvas' size as numbers. */
export function networkInput(
  { pixels, width, height }: Picture,
  normalisation: Normalisation = 'plain',
): NetworkInput {
  const { mean, deviation } = STATISTICS[normalisation];
  const data = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    data[i] = (pixels[i] / 255 - mean[i % 3]) / deviation[i % 3];
  }
  return { data, height, width };
}

/** A picture at its own resolution, filled up so that a detector can read it: the places of its boxes stay. */
export function filled(picture: Picture): NetworkInput {
  return networkInput(onCanvas(picture, fill(picture.width, picture.height)));
}
