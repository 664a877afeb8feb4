import { quoted, SafetensorsError } from './errors.ts';
import { jsonEntries, parsed } from './json-entries.ts';
import { BYTES, type DType, elements } from './types.ts';

/** What the header says of one tensor. */
export interface TensorEntry {
  dtype: DType;
  shape: readonly number[];
  /** Its first byte, and the one behind its last, counted from the end of the header. */
  begin: number;
  end: number;
}

/** The header of a safetensors file: enough to tell whose weights they are, and where each of them lies. */
export interface SafetensorsHeader {
  /** By name, in the order of the header. */
  entries: ReadonlyMap<string, TensorEntry>;
  metadata: ReadonlyMap<string, string>;
  /** Where the tensors' bytes begin in the file. */
  start: number;
  /** How many bytes of tensors are announced. */
  length: number;
}

/** Longest header that is read, bytes: the format's own limit. */
const HEADER_LIMIT = 100_000_000;

/** Entries between two places to stop. */
const STEP = 1000;

/**
 * The length of the header behind a file's first eight bytes.
 *
 * @param size of the whole file, bytes
 */
export function headerLength(first: Uint8Array, size: number): number {
  if (size < 8 || first.length < 8) throw new SafetensorsError('tooShort', size);
  const length = new DataView(first.buffer, first.byteOffset).getBigUint64(0, true);
  if (length > BigInt(HEADER_LIMIT)) throw new SafetensorsError('another');
  const end = 8 + Number(length);
  if (end > size) throw new SafetensorsError('headerCut', size, end);
  return Number(length);
}

/**
 * Reads a header, strictly: no name twice, every tensor's bytes fill its shape, and the tensors lie one after the other
 * without holes or overlaps. Yields the share that is done, now and then.
 *
 * @throws SafetensorsError
 */
export function* parseHeader(bytes: Uint8Array): Generator<number, SafetensorsHeader> {
  const text = decoded(bytes);
  const entries = new Map<string, TensorEntry>();
  let metadata: ReadonlyMap<string, string> | undefined;
  let left = STEP;
  for (const { key, value, end } of jsonEntries(text)) {
    if (entries.has(key) || (key === '__metadata__' && metadata))
      throw new SafetensorsError('twice', quoted(key));
    if (key === '__metadata__') metadata = readMetadata(value);
    else entries.set(key, readEntry(key, parsed(value)));
    if (--left > 0) continue;
    left = STEP;
    yield end / text.length;
  }
  return {
    entries,
    metadata: metadata ?? new Map(),
    start: 8 + bytes.length,
    length: checkCover(entries),
  };
}

/**
 * Makes sure that a file is as long as its header says.
 *
 * @param size of the whole file, bytes
 * @throws SafetensorsError
 */
export function checkSize({ start, length }: SafetensorsHeader, size: number): void {
  const there = size - start;
  if (length > there) throw new SafetensorsError('cutShort', there, length);
  if (length < there) throw new SafetensorsError('tooLong', there - length);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SafetensorsError('notText');
  }
}

/** Texts by name; null, which some programs write for none, is none. */
function readMetadata(value: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (value.trim() === 'null') return texts;
  if (!value.startsWith('{')) throw new SafetensorsError('notTexts');
  for (const { key, value: text } of jsonEntries(value)) {
    if (!text.startsWith('"')) throw new SafetensorsError('notTexts');
    if (texts.has(key)) throw new SafetensorsError('twiceInMetadata', quoted(key));
    texts.set(key, parsed(text) as string);
  }
  return texts;
}

function readEntry(name: string, value: unknown): TensorEntry {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Record<string, unknown>;
  const tensor = quoted(name);
  if (typeof dtype !== 'string') throw new SafetensorsError('noType', tensor);
  if (!isKnown(dtype)) {
    const known = Object.keys(BYTES).join(', ');
    throw new SafetensorsError('otherType', tensor, quoted(dtype), known);
  }
  if (!isSizes(shape)) throw new SafetensorsError('noShape', tensor);
  if (!isSizes(offsets) || offsets.length !== 2 || offsets[1] < offsets[0]) {
    throw new SafetensorsError('noOffsets', tensor);
  }
  const [begin, end] = offsets;
  const needed = elements(shape) * BYTES[dtype];
  if (end - begin !== needed) {
    const sides = quoted(shape.join(', '));
    throw new SafetensorsError('bytes', tensor, dtype, sides, needed, end - begin);
  }
  return { dtype, shape, begin, end };
}

function isKnown(dtype: string): dtype is DType {
  return Object.hasOwn(BYTES, dtype);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

/** The bytes that the tensors take, one after the other. */
function checkCover(entries: ReadonlyMap<string, TensorEntry>): number {
  let end = 0;
  const inOrder = [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  for (const [name, entry] of inOrder) {
    if (entry.begin !== end) {
      throw new SafetensorsError('hole', quoted(name), entry.begin, end);
    }
    end = entry.end;
  }
  return end;
}
