import type { Constant } from './program.ts';

/** Filters that are moved together: a cache line of numbers lies side by side in TensorFlow's layout. */
const LINE = 16;

/**
 * Pairs of positions in PyTorch's [out, in, height, width] and TensorFlow's [height, width, in, out], line by line of
 * the latter: a large network's weights take seconds in any other order.
 */
function walk(
  [height, width, inputs, outputs]: number[],
  visit: (oihw: number, hwio: number) => void,
): void {
  const taps = height * width;
  for (let first = 0; first < outputs; first += LINE) {
    const end = Math.min(first + LINE, outputs);
    for (let c = 0; c < inputs; c++) {
      for (let t = 0; t < taps; t++) {
        for (let o = first; o < end; o++) {
          visit((o * inputs + c) * taps + t, (t * inputs + c) * outputs + o);
        }
      }
    }
  }
}

/** From PyTorch's [out, in, height, width] to TensorFlow's [height, width, in, out]. */
export function toHwio({ shape: [outputs, inputs, height, width], data }: Constant): Constant {
  const shape = [height, width, inputs, outputs];
  const out = new Float32Array(data.length);
  walk(shape, (oihw, hwio) => {
    out[hwio] = data[oihw];
  });
  return { shape, data: out };
}

/** The inverse of toHwio. */
export function toOihw({ shape, data }: Constant): Float32Array {
  const out = new Float32Array(data.length);
  walk(shape, (oihw, hwio) => {
    out[oihw] = data[hwio];
  });
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
