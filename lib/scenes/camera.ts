import { type Random, random, range } from '../random/index.ts';
import { clamp, decay } from './arithmetic.ts';

/** Means of squares of `factor` x `factor` samples: what the pixels of a sensor measure. */
function gather(samples: Float32Array, size: number, factor: number): Float32Array {
  const side = size / factor;
  const picture = new Float32Array(side * side * 3);
  const share = 1 / (factor * factor);
  for (let y = 0; y < size; y++) {
    const row = Math.floor(y / factor) * side * 3;
    for (let x = 0, i = y * size * 3; x < side; x++) {
      const o = row + 3 * x;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let k = 0; k < factor; k++, i += 3) {
        r += samples[i];
        g += samples[i + 1];
        b += samples[i + 2];
      }
      picture[o] += r * share;
      picture[o + 1] += g * share;
      picture[o + 2] += b * share;
    }
  }
  return picture;
}

/** Gaussian blur of sigma pixels, first along rows, then along columns; edges repeat. */
function blur(picture: Float32Array, side: number, sigma: number): Float32Array {
  if (sigma < 0.05) return picture;
  const radius = Math.ceil(3 * sigma);
  const kernel = new Float64Array(2 * radius + 1);
  let sum = 0;
  for (let i = -radius; i <= radius; i++)
    sum += kernel[i + radius] = decay((i * i) / (2 * sigma * sigma));
  for (let i = 0; i < kernel.length; i++) kernel[i] /= sum;
  const pass = (from: Float32Array, step: number, stride: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < side; line++) {
      const start = line * stride;
      for (let i = 0; i < side; i++) {
        let r = 0;
        let g = 0;
        let b = 0;
        const inside = i >= radius && i + radius < side;
        let o = start + (i - radius) * step;
        for (let k = -radius; k <= radius; k++, o += step) {
          const at = inside ? o : start + clamp(i + k, 0, side - 1) * step;
          const weight = kernel[k + radius];
          r += from[at] * weight;
          g += from[at + 1] * weight;
          b += from[at + 2] * weight;
        }
        const target = start + i * step;
        to[target] = r;
        to[target + 1] = g;
        to[target + 2] = b;
      }
    }
    return to;
  };
  return pass(pass(picture, 3, 3 * side), 3 * side, 3);
}

/** How the air and the exposure change a picture: light added by haze, contrast, warmth. */
export interface Tone {
  haze: number;
  gain: number;
  warmth: number;
}

export function makeTone(next: Random): Tone {
  return { haze: range(next, 4, 36), gain: range(next, 0.84, 1.1), warmth: range(next, -6, 3) };
}

/** Tone, noise and rounding to bytes. Noise is mostly of brightness, a little of colour, and drifts slowly. */
function expose(
  picture: Float32Array,
  side: number,
  tone: Tone,
  noise: number,
  seed: number,
): Uint8ClampedArray {
  const next = random(seed, 3);
  const pixels = new Uint8ClampedArray(picture.length);
  const drift = makeDrift(side, next);
  // A sum of the four bytes of a number: mean 510, standard deviation 147.8; a byte alone: 127.5, 73.9.
  const luma = (0.9 * noise) / 147.8;
  const chroma = (0.35 * noise) / 73.9;
  const { haze, gain, warmth } = tone;
  for (let i = 0, o = 0; i < side * side; i++, o += 3) {
    const h = Math.floor(next() * 4294967296);
    const a = h & 255;
    const b = (h >>> 8) & 255;
    const c = (h >>> 16) & 255;
    const d = h >>> 24;
    const n = (a + b + c + d - 510) * luma + drift[i] * noise + haze;
    pixels[o] = n + gain * picture[o] + (a - 127.5) * chroma + warmth;
    pixels[o + 1] = n + gain * picture[o + 1] + (b - 127.5) * chroma;
    pixels[o + 2] = n + gain * picture[o + 2] + (c - 127.5) * chroma - warmth + haze * 0.12;
  }
  return pixels;
}

/** A slow drift of brightness over the picture, within about -0.5 to 0.5. */
function makeDrift(side: number, next: Random): Float32Array {
  const lattice = new Float32Array(36);
  for (let i = 0; i < 36; i++) lattice[i] = next() - 0.5;
  const drift = new Float32Array(side * side);
  for (let y = 0, o = 0; y < side; y++) {
    const v = (y / side) * 5;
    const j = Math.floor(v);
    for (let x = 0; x < side; x++, o++) {
      const u = (x / side) * 5;
      const i = Math.floor(u);
      const k = j * 6 + i;
      const top = lattice[k] + (lattice[k + 1] - lattice[k]) * (u - i);
      const bottom = lattice[k + 6] + (lattice[k + 7] - lattice[k + 6]) * (u - i);
      drift[o] = top + (bottom - top) * (v - j);
    }
  }
  return drift;
}

/** How a picture is taken. */
export interface Camera {
  /** sigma, px of the picture */
  blur: number;
  /** sigma, grey levels of 0..255 */
  noise: number;
  tone: Tone;
  /** of the noise */
  seed: number;
}

/**
 * The picture that a camera takes of the painted samples.
 *
 * @param samples float RGB, HWC, size x size
 * @param size a multiple of `side`
 * @param side pixels a side of the picture
 * @returns RGB bytes, HWC
 */
export function takePicture(
  samples: Float32Array,
  size: number,
  side: number,
  camera: Camera,
): Uint8ClampedArray {
  const sharp = gather(samples, size, size / side);
  return expose(blur(sharp, side, camera.blur), side, camera.tone, camera.noise, camera.seed);
}
