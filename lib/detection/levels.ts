import type { Level } from './decode.ts';

/** One output map of a detector: NHWC float32 [pictures, height, width, anchors * (5 + classes)]. */
export interface OutputMap {
  data: Float32Array;
  shape: readonly number[];
}

/**
 * The outputs of a detector for one picture of a pass, with what it knows of its levels (stride and anchors, pixels), for
 * decode().
 */
export function levelsOf(
  outputs: readonly OutputMap[],
  levels: readonly Pick<Level, 'stride' | 'anchors'>[],
  image = 0,
): Level[] {
  return levels.map(({ stride, anchors }, level) => {
    const {
      data,
      shape: [, height, width, channels],
    } = outputs[level];
    const numbers = height * width * channels;
    const ofImage = data.subarray(image * numbers, (image + 1) * numbers);
    return { data: ofImage, height, width, stride, anchors };
  });
}
