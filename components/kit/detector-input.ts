import type { Picture } from './picture/picture.ts';

/** Five halvings: a side that 32 does not divide has no whole map at the end. */
const MULTIPLE = 32;
/** YOLOv5's own grey for what lies outside the picture. */
const OUTSIDE = 114 / 255;

/** A picture as a detector reads it: NHWC float32 [1, height, width, 3], RGB in [0, 1]. */
export interface DetectorInput {
  data: Float32Array;
  height: number;
  width: number;
}

/** The picture, filled up with grey to the right and below until 32 divides both sides. */
export function detectorInput(picture: Picture): DetectorInput {
  const width = Math.ceil(picture.width / MULTIPLE) * MULTIPLE;
  const height = Math.ceil(picture.height / MULTIPLE) * MULTIPLE;
  const data = new Float32Array(width * height * 3).fill(OUTSIDE);
  const row = picture.width * 3;
  for (let y = 0; y < picture.height; y++) {
    for (let i = 0; i < row; i++) data[y * width * 3 + i] = picture.pixels[y * row + i] / 255;
  }
  return { data, height, width };
}
