import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFloat32 } from '#lib/safetensors/index.ts';

describe('numbers as float32', () => {
  it('of bfloat16 are the upper halves of float32, to the bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (bits) => {
        const read = toFloat32({ dtype: 'BF16', shape: [1], data: Uint16Array.of(bits) });
        const meant = new Float32Array(Uint32Array.of(bits * 65_536).buffer);
        expect(read).toEqual(meant);
      }),
    );
    const data = Uint16Array.of(0x3f80, 0xc000, 0x3eab, 0x7f80);
    expect(toFloat32({ dtype: 'BF16', shape: [4], data })).toEqual(
      Float32Array.of(1, -2, 0.333984375, Number.POSITIVE_INFINITY),
    );
  });

  it('of float64 are rounded, and infinite beyond the range', () => {
    const data = Float64Array.of(Math.PI, 1e300, -0);
    expect(toFloat32({ dtype: 'F64', shape: [3], data })).toEqual(
      Float32Array.of(Math.fround(Math.PI), Number.POSITIVE_INFINITY, -0),
    );
  });

  it('of whole numbers and truth values are none', () => {
    for (const [dtype, data] of [
      ['U16', Uint16Array.of(1)],
      ['BOOL', Uint8Array.of(1)],
      ['I64', BigInt64Array.of(1n)],
      ['F8_E4M3', Uint8Array.of(1)],
    ] as const)
      expect(toFloat32({ dtype, shape: [1], data })).toBeUndefined();
  });
});
