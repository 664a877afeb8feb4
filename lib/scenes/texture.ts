import type { Random } from '../random/index.ts';
import { clamp } from './arithmetic.ts';

/** Fields of noise over the picture, made once a scene; about within -1 to 1 but where said. */
export interface Textures {
  /** soft mottling of several sizes */
  mottle: Float32Array;
  /** large patches, 0 to 1 */
  patch: Float32Array;
  /** from sample to sample */
  grain: Float32Array;
}

/** Adds value noise: random numbers on a lattice of `cell` world units, smoothly interpolated. */
function addOctave(
  field: Float32Array,
  size: number,
  scale: number,
  cell: number,
  amplitude: number,
  next: Random,
): void {
  const nodes = Math.ceil(128 / cell) + 2;
  const lattice = new Float32Array(nodes * nodes);
  for (let i = 0; i < lattice.length; i++) lattice[i] = (2 * next() - 1) * amplitude;
  const shiftX = next();
  const shiftY = next();
  const column = new Int32Array(size);
  const weight = new Float32Array(size);
  for (let x = 0; x < size; x++) {
    const u = (x + 0.5) / scale / cell + shiftX;
    const i = Math.floor(u);
    const f = u - i;
    column[x] = i;
    weight[x] = f * f * (3 - 2 * f);
  }
  const row = new Float32Array(nodes);
  for (let y = 0; y < size; y++) {
    const v = (y + 0.5) / scale / cell + shiftY;
    const j = Math.floor(v);
    const f = v - j;
    const g = f * f * (3 - 2 * f);
    for (let i = 0; i < nodes; i++) {
      const a = lattice[j * nodes + i];
      row[i] = a + (lattice[(j + 1) * nodes + i] - a) * g;
    }
    const base = y * size;
    for (let x = 0; x < size; x++) {
      const a = row[column[x]];
      field[base + x] += a + (row[column[x] + 1] - a) * weight[x];
    }
  }
}

/**
 * @param size samples a side
 * @param metre world units in a metre: mottling has sizes of metres, not of pixels
 */
export function makeTextures(size: number, metre: number, next: Random): Textures {
  const scale = size / 128;
  const mottle = new Float32Array(size * size);
  const patch = new Float32Array(size * size);
  const grain = new Float32Array(size * size);
  addOctave(mottle, size, scale, 22 * metre, 0.55, next);
  addOctave(mottle, size, scale, 6 * metre, 0.45, next);
  addOctave(mottle, size, scale, Math.max(1.6 * metre, 1), 0.38, next);
  addOctave(patch, size, scale, 34 * metre, 1, next);
  addOctave(patch, size, scale, 9 * metre, 0.5, next);
  for (let i = 0; i < patch.length; i++) patch[i] = clamp(0.5 + 0.7 * patch[i], 0, 1);
  // Grain lives in the world too: a cell of half a unit, hashed, so that another resolution shows the same ground.
  const salt = Math.floor(next() * 4294967296) | 0;
  for (let y = 0, o = 0; y < size; y++) {
    const v = Math.floor((y / scale) * 2);
    for (let x = 0; x < size; x++, o++) {
      const u = Math.floor((x / scale) * 2);
      let h = Math.imul(u + Math.imul(v, 257), 0x9e3779b1) ^ salt;
      h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
      h ^= h >>> 16;
      grain[o] = ((h & 0xff) + ((h >>> 8) & 0xff)) / 255 - 1;
    }
  }
  return { mottle, patch, grain };
}
