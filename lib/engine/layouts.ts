import type { Constant } from './program.ts';

/** From PyTorch's [out, in, height, width] to TensorFlow's [height, width, in, out]. */
export function toHwio({ shape: [outputs, inputs, height, width], data }: Constant): Constant {
  const out = new Float32Array(data.length);
  const taps = height * width;
  for (let o = 0, i = 0; o < outputs; o++) {
    for (let c = 0; c < inputs; c++) {
      for (let t = 0; t < taps; t++, i++) out[(t * inputs + c) * outputs + o] = data[i];
    }
  }
  return { shape: [height, width, inputs, outputs], data: out };
}

/** The inverse of toHwio. */
export function toOihw({ shape: [height, width, inputs, outputs], data }: Constant): Float32Array {
  const out = new Float32Array(data.length);
  const taps = height * width;
  for (let t = 0, i = 0; t < taps; t++) {
    for (let c = 0; c < inputs; c++) {
      for (let o = 0; o < outputs; o++, i++) out[(o * inputs + c) * taps + t] = data[i];
    }
  }
  return out;
}

/** One picture from [channels, height, width] to [height, width, channels]. */
export function toNhwc(
  data: Float32Array,
  height: number,
  width: number,
  channels: number,
): Float32Array {
  const out = new Float32Array(data.length);
  for (let c = 0, i = 0; c < channels; c++) {
    for (let p = 0; p < height * width; p++, i++) out[p * channels + c] = data[i];
  }
  return out;
}
