import type { Level } from './decode.ts';

/** One output map of a detector: NHWC float32 [1, height, width, anchors * (5 + classes)]. */
export interface OutputMap {
  data: Float32Array;
  shape: readonly number[];
}

/** The outputs of a detector with what it knows of its levels (stride and anchors, pixels), for decode(). */
export function levelsOf(
  outputs: readonly OutputMap[],
  levels: readonly Pick<Level, 'stride' | 'anchors'>[],
): Level[] {
  return levels.map(({ stride, anchors }, level) => {
    const {
      data,
      shape: [, height, width],
    } = outputs[level];
    return { data, height, width, stride, anchors };
  });
}
