import { describe, expect, it } from 'vitest';
import { parseHeader } from '#lib/safetensors/header.ts';
import {
  classNames,
  isFloat,
  readSafetensors,
  readSafetensorsHeader,
  readTensor,
  SafetensorsError,
  type Tensor,
  toFloat32,
  writeSafetensors,
} from '#lib/safetensors/index.ts';
import { BYTES } from '#lib/safetensors/types.ts';

/** A file of one tensor by hand: the header as it is given, then so many bytes. */
function fileOf(header: string, bytes: number): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

const oneOf = (dtype: string, bytes: number) =>
  `{"t":{"dtype":"${dtype}","shape":[3],"data_offsets":[0,${bytes}]}}`;

describe('every type of the format', () => {
  // From the format's own description, not from the table under test.
  const sizes: Record<string, number> = {
    ...{ BOOL: 1, U8: 1, I8: 1, F8_E4M3: 1, F8_E5M2: 1, F8_E8M0: 1 },
    ...{ U16: 2, I16: 2, F16: 2, BF16: 2, U32: 4, I32: 4, F32: 4, U64: 8, I64: 8, F64: 8, C64: 8 },
  };

  it('is known', () => {
    expect(Object.keys(BYTES).sort()).toEqual(Object.keys(sizes).sort());
  });

  it.each(Object.entries(sizes))('%s takes %i bytes an element', (dtype, size) => {
    const file = fileOf(oneOf(dtype, 3 * size), 3 * size);
    const tensor = readSafetensors(file).tensors.get('t')!;
    expect(tensor.data.byteLength).toBe(3 * size);
    for (const wrong of [3 * size - 1, 3 * size + 1])
      expect(() => readSafetensors(fileOf(oneOf(dtype, wrong), wrong))).toSay(
        `takes ${3 * size} bytes, it has ${wrong}`,
      );
  });

  it('a network computes with four of them', () => {
    const floats = Object.keys(sizes).filter((dtype) => isFloat(dtype as keyof typeof BYTES));
    expect(floats.sort()).toEqual(['BF16', 'F16', 'F32', 'F64']);
  });
});

describe('numbers', () => {
  it('of half floats and of brain floats are told apart', () => {
    const one = (dtype: Tensor['dtype'], bits: number) =>
      toFloat32({ dtype, shape: [1], data: Uint16Array.of(bits) });
    expect(one('F16', 0x3c00)).toEqual(Float32Array.of(1));
    expect(one('BF16', 0x3f80)).toEqual(Float32Array.of(1));
    expect(one('U16', 0x3c00)).toBeUndefined();
  });

  it('are views of the file where they lie aligned, and copies where they do not', () => {
    // One byte first: the floats behind it begin at an odd byte or not, as the header's length has it.
    for (const blanks of [0, 1, 2, 3]) {
      const header = `{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}}${' '.repeat(blanks)}`;
      const file = fileOf(header, 9);
      new DataView(file.buffer).setFloat32(file.length - 8, 1.5, true);
      new DataView(file.buffer).setFloat32(file.length - 4, -2, true);
      const { data } = readSafetensors(file).tensors.get('b')!;
      expect(data).toEqual(Float32Array.of(1.5, -2));
      expect(data.buffer === file.buffer).toBe((file.length - 8) % 4 === 0);
    }
  });
});

describe('one tensor of a file', () => {
  it('is read alone, each by its place', async () => {
    const tensors = {
      a: { dtype: 'F32' as const, shape: [2], data: Float32Array.of(1, 2) },
      b: { dtype: 'I16' as const, shape: [3], data: Int16Array.of(-3, 4, 5) },
      c: { dtype: 'F64' as const, shape: [], data: Float64Array.of(6) },
    };
    const file = new Blob([writeSafetensors(tensors)]);
    const header = await readSafetensorsHeader(file);
    for (const [name, tensor] of Object.entries(tensors))
      expect(await readTensor(file, header, header.entries.get(name)!)).toEqual(tensor);
  });
});

describe('the smallest files', () => {
  const empty = '{}';

  it('of no tensors is one', () => {
    expect(readSafetensors(fileOf(empty, 0)).tensors.size).toBe(0);
  });

  it.each([0, 7])('of %i bytes are none, and said to be too short', (size) => {
    expect(() => readSafetensors(new Uint8Array(size))).toSay(
      `a safetensors file has at least 8 bytes, this one ${size}`,
    );
  });

  it('of eight bytes is no text', () => {
    expect(() => readSafetensors(new Uint8Array(8))).toThrow(SafetensorsError);
    expect(() => readSafetensors(new Uint8Array(8))).not.toSay('at least 8 bytes');
  });

  it.each(['1', 'null', '["a"]', '{"b":"c"}', '1"'])(
    'metadata whose value is %s is refused',
    (value) => {
      expect(() => readSafetensors(fileOf(`{"__metadata__":{"a":${value}}}`, 0))).toThrow();
    },
  );
});

describe('what a fault repeats of a file', () => {
  const typeless = (name: string) => () =>
    readSafetensors(fileOf(JSON.stringify({ [name]: {} }), 0));

  it('stands on one line, whatever the file holds', () => {
    expect(typeless('a\u0000b\u2028c\nd')).toSay('the tensor "a\ufffdb\ufffdc\ufffdd" has no type');
  });

  it('is at most eighty characters long, and is cut nowhere else', () => {
    expect(typeless('x'.repeat(80))).toSay(`"${'x'.repeat(80)}"`);
    expect(typeless('x'.repeat(81))).toSay(`"${'x'.repeat(80)}…"`);
  });

  it('comes with a fault that is known by its name', () => {
    expect(typeless('a')).toThrow(expect.objectContaining({ name: 'SafetensorsError' }));
  });

  it.each(['{} {}', '{}x', '{"__metadata__":{}}1'])('goes on behind its end: %s', (header) => {
    expect(() => readSafetensors(fileOf(header, 0))).toSay('its header is not a JSON object');
  });
});

it('the reading of a long header lets others in, again and again', () => {
  const entries = Array.from(
    { length: 50_000 },
    (_, i) => `"t${i}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`,
  );
  const shares = [...parseHeader(new TextEncoder().encode(`{${entries.join()}}`))];
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeLessThan(0.2);
  expect(shares.at(-1)).toBeGreaterThan(0.8);
});

describe('class names', () => {
  const named = (names: string) => classNames(new Map([['names', names]]));

  it('know the escapes of both languages', () => {
    expect(named('["a\\nb", "c\\td", "e\\rf", "g\\bh", "i\\fj", "k\\\\l", "m\\"n"]')).toEqual([
      'a\nb',
      'c\td',
      'e\rf',
      'g\bh',
      'i\fj',
      'k\\l',
      'm"n',
    ]);
  });

  it('may have blanks around them', () => {
    expect(named(' \n["car", "bus"]\t ')).toEqual(['car', 'bus']);
  });

  it('stand under numbers below a hundred thousand', () => {
    expect(named('{99999: "last"}')).toHaveLength(100_000);
    expect(named('{100000: "beyond"}')).toBeUndefined();
  });

  it('are read from texts of five million characters at most', () => {
    const longest = (length: number) => `["${'x'.repeat(length - 4)}"]`;
    expect(named(longest(5_000_000))?.[0]).toHaveLength(4_999_996);
    expect(named(longest(5_000_001))).toBeUndefined();
  });

  it('of a map with a comma at its end, or without, are the same', () => {
    expect(named("{0: 'car', 1: 'bus'}")).toEqual(['car', 'bus']);
    expect(named("{0: 'car', 1: 'bus',}")).toEqual(['car', 'bus']);
    expect(named("{0: 'car', 1: 'bus',,}")).toBeUndefined();
    expect(named('{}')).toBeUndefined();
    expect(named("{0: 'car', 1: 'bus', 2}")).toBeUndefined();
    expect(named("{0: 'car' 'x' 1: 'bus'}")).toBeUndefined();
    expect(named("{0: 'car', 1, 'bus'}")).toBeUndefined();
  });
});
