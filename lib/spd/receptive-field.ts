import { place, type Window } from './windows.ts';

/** What one output of a stack of layers sees of the input, along one axis, in pixels. */
export interface ReceptiveField {
  /** Pixels from the first to the last. */
  size: number;
  /** Pixels between the fields of two neighbouring outputs. */
  stride: number;
  /** First pixel that output 0 sees; below 0 where it begins in the padding. */
  start: number;
}

/** The receptive field of `layers` (first layer first) over an input of `size` pixels. Space-to-depth is {kernel: s, stride: s}. */
export function receptiveField(layers: readonly Window[], size: number): ReceptiveField {
  let field: ReceptiveField = { size: 1, stride: 1, start: 0 };
  let pixels = size;
  for (const layer of layers) {
    const { extent, stride, before, outputs } = place(pixels, layer);
    field = {
      size: field.size + (extent - 1) * field.stride,
      stride: field.stride * stride,
      start: field.start - before * field.stride,
    };
    pixels = outputs;
  }
  return field;
}
