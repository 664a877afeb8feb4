// Files that nobody should have written: each is read as it stands, or refused in a sentence.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  composeSafetensors,
  type Piece,
  readSafetensors,
  readSafetensorsHeader,
  SafetensorsError,
  type Tensor,
  writeSafetensors,
} from '#lib/safetensors/index.ts';
import { sentence } from '../setup/say.ts';

/** A file of a header as given, and bytes behind it. */
function file(header: string, bytes = 0): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const out = new Uint8Array(8 + text.length + bytes);
  new DataView(out.buffer).setBigUint64(0, BigInt(text.length), true);
  out.set(text, 8);
  return out;
}
const one: Tensor = { dtype: 'F32', shape: [1], data: Float32Array.of(7) };

/** For properties, which take no answer. */
async function tried(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await outcome(bytes);
}

/** What a read that fails has to fail with, from the whole bytes and from the header of a blob. */
async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const faults: unknown[] = [];
  try {
    readSafetensors(bytes);
  } catch (error) {
    faults.push(error);
  }
  await readSafetensorsHeader(new Blob([bytes])).catch((error: unknown) => faults.push(error));
  for (const fault of faults) {
    expect(fault).toBeInstanceOf(SafetensorsError);
    const message = sentence(fault);
    expect(message).not.toMatch(/JSON at|Unexpected|undefined|NaN|\[object/);
    expect(message.length).toBeLessThan(400);
  }
  return faults.length > 0 ? sentence(faults[0]) : 'read';
}

describe('damaged files give a sentence', () => {
  const whole = writeSafetensors(
    { 'model.0.conv.weight': one, b: { dtype: 'I64', shape: [2], data: new BigInt64Array(2) } },
    { names: '["car"]' },
  );

  it('with any byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const bytes = whole.slice();
          bytes[at] = byte;
          await outcome(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of any bytes, and of any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), (b) => tried(Uint8Array.from(b))),
    );
    await fc.assert(fc.asyncProperty(fc.json(), (json) => tried(file(json))));
    const entry = fc.record(
      {
        dtype: fc.oneof(fc.constantFrom('F32', 'BOOL', 'F4'), fc.jsonValue()),
        shape: fc.oneof(fc.array(fc.maxSafeInteger()), fc.jsonValue()),
        data_offsets: fc.oneof(fc.tuple(fc.nat(), fc.nat()), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const header = fc.dictionary(fc.string(), entry);
    await fc.assert(fc.asyncProperty(header, (given) => tried(file(JSON.stringify(given), 16))));
  });

  it('with a name or a type of a megabyte, without repeating it', async () => {
    const long = 'x'.repeat(1e6);
    expect(await outcome(file(`{"${long}":{}}`))).toMatch(/^the tensor "x{80}…" has no type$/);
    expect(await outcome(file(`{"a":{"dtype":"${long}"}}`))).toContain('of the type xxx');
  });

  it('with shapes beyond any number', async () => {
    const shape = Array(40).fill(Number.MAX_SAFE_INTEGER);
    const header = JSON.stringify({ a: { dtype: 'F64', shape, data_offsets: [0, 8] } });
    expect(await outcome(file(header, 8))).toContain('the tensor "a" of F64');
  });
});

describe('names', () => {
  it('that stand twice are refused', async () => {
    const entry = (at: number) => `{"dtype":"F32","shape":[1],"data_offsets":[${at},${at + 4}]}`;
    expect(await outcome(file(`{"a":${entry(0)},"a":${entry(4)}}`, 8))).toBe(
      'the name "a" stands twice in the header',
    );
    expect(await outcome(file(`{"a":${entry(0)},"\\u0061":${entry(4)}}`, 8))).toContain('twice');
    expect(await outcome(file('{"__metadata__":{},"__metadata__":{}}'))).toContain('twice');
    expect(await outcome(file('{"__metadata__":{"a":"1","a":"2"}}'))).toContain(
      'stands twice in the metadata',
    );
  });

  it('of an object’s own are names like others', async () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', '', '0', '\u2028 "\\'];
    const tensors = new Map(names.map((name) => [name, one]));
    const metadata = new Map(names.map((name) => [name, `of ${name}`]));
    const bytes = writeSafetensors(tensors, metadata);
    const read = readSafetensors(bytes);
    expect([...read.tensors]).toEqual([...tensors]);
    expect([...read.metadata]).toEqual([...metadata]);
    const header = await readSafetensorsHeader(new Blob([bytes]));
    const copy = composeSafetensors(new Blob([bytes]), header, header.entries, header.metadata);
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(bytes);
  });

  it('come back, whatever they are', () => {
    const named = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(named, (given) => {
        const metadata = new Map(Object.entries(given));
        const tensors = new Map(
          Object.keys(given)
            .filter((n) => n !== '__metadata__')
            .map((n) => [n, one]),
        );
        const read = readSafetensors(writeSafetensors(tensors, metadata));
        expect(read.metadata).toEqual(metadata);
        expect(read.tensors).toEqual(tensors);
      }),
    );
  });
});

it('metadata of null are none', async () => {
  expect(readSafetensors(file('{"__metadata__": null }')).metadata.size).toBe(0);
});

it('a file put together of another’s tensors holds their bytes, and new ones between', async () => {
  const other = writeSafetensors({
    a: { dtype: 'BOOL', shape: [3], data: Uint8Array.of(1, 0, 1) },
    b: { dtype: 'F64', shape: [2], data: Float64Array.of(1, 2) },
    c: { dtype: 'I8', shape: [1], data: Int8Array.of(-1) },
  });
  const blob = new Blob([other]);
  const header = await readSafetensorsHeader(blob);
  const { a, b, c } = Object.fromEntries(header.entries);
  const made = composeSafetensors(
    blob,
    header,
    new Map<string, Piece>([
      ['renamed', b],
      ['c', c],
      ['new', one],
      ['a', a],
    ]),
  );
  const { tensors } = readSafetensors(await made.arrayBuffer());
  expect([...tensors]).toEqual([
    ['renamed', { dtype: 'F64', shape: [2], data: Float64Array.of(1, 2) }],
    ['c', { dtype: 'I8', shape: [1], data: Int8Array.of(-1) }],
    ['new', one],
    ['a', { dtype: 'BOOL', shape: [3], data: Uint8Array.of(1, 0, 1) }],
  ]);
});

describe('a header of 200,000 tensors', () => {
  const names: string[] = [];
  let blob: Blob;

  // Not where the file is read in: that is done anew for each fault that `npm run mutate` sets.
  beforeAll(() => {
    for (let i = 0; i < 200_000; i++) names.push(`model.layers.${i}.weight`);
    blob = new Blob([writeSafetensors(new Map(names.map((name) => [name, one])))]);
  });

  it('is read in time that grows with its length, and no faster', () => {
    // The processor's time: other work on the machine is none of it.
    const timed = (count: number) => {
      const part = writeSafetensors(new Map(names.slice(0, count).map((name) => [name, one])));
      const before = process.cpuUsage();
      readSafetensors(part);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    timed(1000);
    const [small, large] = [timed(20_000), timed(200_000)];
    // Ten times the tensors: a square would be a hundred times.
    expect(large / small).toBeLessThan(40);
    expect(large).toBeLessThan(5000);
  });

  it('tells how far it is, and stops when asked', async () => {
    const shares: number[] = [];
    const read = await readSafetensorsHeader(blob, { onProgress: (share) => shares.push(share) });
    expect(read.entries.size).toBe(200_000);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const controller = new AbortController();
    const stopped = readSafetensorsHeader(blob, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toThrow(/abort/i);
  });
});
