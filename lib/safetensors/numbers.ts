import type { Tensor } from './types.ts';

/** The number that 16 bits of IEEE 754 binary16 stand for. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

let table: Float32Array | undefined;

/** Float16 values, held as their bits, as float32: by a table of all 65,536, made at the first call. */
export function halvesToFloat32(bits: Uint16Array): Float32Array {
  table ??= Float32Array.from({ length: 65_536 }, (_, i) => halfToNumber(i));
  const values = table;
  return Float32Array.from(bits, (b) => values[b]);
}

/** bfloat16 values, held as their bits, as float32: they are its upper half. */
export function bfloat16ToFloat32(bits: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(bits, (b) => b << 16).buffer);
}

/**
 * A tensor's numbers as float32, rounded where they are float64 (beyond its range they become infinite); undefined for
 * the types that no network computes with.
 */
export function toFloat32({ dtype, data }: Tensor): Float32Array | undefined {
  if (data instanceof Float32Array) return data;
  if (data instanceof Float64Array) return Float32Array.from(data);
  if (!(data instanceof Uint16Array)) return undefined;
  if (dtype === 'F16') return halvesToFloat32(data);
  return dtype === 'BF16' ? bfloat16ToFloat32(data) : undefined;
}
