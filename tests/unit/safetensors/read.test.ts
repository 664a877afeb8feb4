import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSize,
  halfToNumber,
  readSafetensors,
  readSafetensorsHeader,
  type Tensor,
  writeSafetensors,
} from '#lib/safetensors/index.ts';

/** A file of a header as given, and bytes behind it. */
function file(header: string, bytes: number): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const out = new Uint8Array(8 + text.length + bytes);
  new DataView(out.buffer).setBigUint64(0, BigInt(text.length), true);
  out.set(text, 8);
  return out;
}
const entry = (from: number, to: number, dtype = 'F32', shape = [(to - from) / 4]) =>
  JSON.stringify({ dtype, shape, data_offsets: [from, to] });

describe('a safetensors file', () => {
  it('comes back as it was written', () => {
    const tensors: Record<string, Tensor> = {
      a: { dtype: 'U8', shape: [3], data: Uint8Array.of(1, 2, 255) },
      b: { dtype: 'F32', shape: [2, 1], data: Float32Array.of(1.5, -3) },
      c: { dtype: 'F16', shape: [1], data: Uint16Array.of(0x3c00) },
      d: { dtype: 'I32', shape: [], data: Int32Array.of(-7) },
      e: { dtype: 'I64', shape: [1], data: BigInt64Array.of(-9n) },
      f: { dtype: 'F32', shape: [0, 4], data: new Float32Array() },
      g: { dtype: 'BF16', shape: [2], data: Uint16Array.of(0x3f80, 0xc000) },
      h: { dtype: 'F64', shape: [1], data: Float64Array.of(Math.PI) },
      i: { dtype: 'BOOL', shape: [3], data: Uint8Array.of(0, 1, 1) },
      j: { dtype: 'U64', shape: [1], data: BigUint64Array.of(2n ** 63n) },
      k: { dtype: 'I16', shape: [1], data: Int16Array.of(-3) },
      l: { dtype: 'C64', shape: [1], data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
    };
    const read = readSafetensors(writeSafetensors(tensors, { author: 'someone' }));
    expect(Object.fromEntries(read.tensors)).toEqual(tensors);
    expect(read.metadata).toEqual(new Map([['author', 'someone']]));
  });

  it('is refused at any length but its own', () => {
    const whole = writeSafetensors({ a: { dtype: 'F32', shape: [4], data: new Float32Array(4) } });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(() => readSafetensors(whole.slice(0, length))).toSay(/cut short|at least 8 bytes/);
      }),
    );
    expect(() => readSafetensors(Uint8Array.of(...whole, 0))).toSay(
      '1 bytes after the last tensor belong to none',
    );
  });

  it.each([
    ['[]', 0, 'its header is not a JSON object'],
    ['{"a":', 0, 'its header is not a JSON object'],
    [`{"a":${entry(0, 8, 'F4', [1])}}`, 8, 'the tensor "a" is of the type F4'],
    ['{"a":{"dtype":8}}', 0, 'the tensor "a" has no type'],
    ['{"a":null}', 0, 'the tensor "a" has no type'],
    [`{"a":${entry(0, 8, 'F32', [3])}}`, 8, 'the tensor "a" of F32 [3] takes 12 bytes, it has 8'],
    [`{"a":${entry(0, 8, 'F32', [-2])}}`, 8, 'the tensor "a" has no proper shape'],
    [
      '{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}',
      8,
      'the tensor "a" has no proper offsets',
    ],
    [`{"a":${entry(0, 8)},"b":${entry(4, 12)}}`, 12, 'the tensor "b" begins at byte 4, not at 8'],
    [`{"a":${entry(4, 8)}}`, 8, 'the tensor "a" begins at byte 4, not at 0'],
    ['{"__metadata__":{"a":1}}', 0, '__metadata__ is not a map of texts'],
  ])('%s', (header, bytes, message) => {
    expect(() => readSafetensors(file(header, bytes))).toSay(message);
  });

  it('is not an HTML page', () => {
    expect(() => readSafetensors(new TextEncoder().encode('<!doctype html>'))).toSay(
      'this is not a safetensors file',
    );
  });
});

it('reads half floats: normal, subnormal, infinite, not a number', () => {
  expect([0x3c00, 0xc000, 0x0001, 0x03ff, 0x7bff, 0xfc00].map(halfToNumber)).toEqual([
    1,
    -2,
    2 ** -24,
    1023 * 2 ** -24,
    65504,
    Number.NEGATIVE_INFINITY,
  ]);
  expect(halfToNumber(0x7e00)).toBeNaN();
});

describe('the header alone', () => {
  const tensors: Record<string, Tensor> = {
    a: { dtype: 'F32', shape: [2, 1], data: Float32Array.of(1.5, -3) },
    b: { dtype: 'I64', shape: [], data: BigInt64Array.of(-9n) },
  };

  it('tells names, shapes and metadata, even of a file that is cut short behind it', async () => {
    const whole = writeSafetensors(tensors, { names: '["car"]' });
    const cut = new Blob([whole.slice(0, -9)]);
    const header = await readSafetensorsHeader(cut);
    expect([...header.entries].map(([name, { shape }]) => [name, shape])).toEqual([
      ['a', [2, 1]],
      ['b', []],
    ]);
    expect(header.metadata).toEqual(new Map([['names', '["car"]']]));
    expect(() => checkSize(header, cut.size)).toSay('cut short');
    expect(() => checkSize(header, whole.length)).not.toThrow();
  });

  it('of something else is a fault in words', async () => {
    await expect(readSafetensorsHeader(new Blob(['abc']))).rejects.toSay('at least 8 bytes');
    await expect(readSafetensorsHeader(new Blob(['<!doctype html>']))).rejects.toSay(
      'not a safetensors file',
    );
    const list = new Blob([file('[1, 2]', 0)]);
    await expect(readSafetensorsHeader(list)).rejects.toSay('not a JSON object');
  });
});
