import { BYTES, type DType, elements, type Tensor, type TensorData } from './types.ts';

/** A file that is cut short, or that is not in the format: a sentence that says where. */
export class SafetensorsError extends Error {
  override name = 'SafetensorsError';
}

export interface SafetensorsFile {
  /** By name, in the order of the header. The data are views of the file's bytes where they lie aligned. */
  tensors: Map<string, Tensor>;
  metadata: Record<string, string>;
}

/** Longest header that is read, bytes: the format's own limit. */
const HEADER_LIMIT = 100_000_000;

interface Entry {
  dtype: DType;
  shape: number[];
  begin: number;
  end: number;
}

/**
 * Reads a whole safetensors file, strictly: the tensors have to fill the file without holes or overlaps, and their
 * bytes to fill their shapes.
 *
 * @throws SafetensorsError
 */
export function readSafetensors(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): SafetensorsFile {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (file.length < 8) {
    throw new SafetensorsError(`a safetensors file has at least 8 bytes, this one ${file.length}`);
  }
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > HEADER_LIMIT) throw new SafetensorsError('this is not a safetensors file');
  if (8 + length > file.length) {
    throw new SafetensorsError(
      `the file is cut short in its header: it has ${file.length} bytes, the header ends at ${8 + length}`,
    );
  }
  const { __metadata__: metadata, ...header } = readHeader(file.subarray(8, 8 + length));
  const entries = Object.entries(header).map(
    ([name, value]) => [name, readEntry(name, value)] as const,
  );
  checkCover(entries, file.length - 8 - length);
  return {
    tensors: new Map(
      entries.map(([name, { dtype, shape, begin, end }]) => {
        const data = view(file.subarray(8 + length + begin, 8 + length + end), dtype);
        return [name, { dtype, shape, data }];
      }),
    ),
    metadata: readMetadata(metadata),
  };
}

/** What the header of a safetensors file says of its tensors: enough to tell whose weights they are. */
export interface SafetensorsSummary {
  /** By name, in the order of the header. */
  shapes: Map<string, readonly number[]>;
  metadata: Record<string, string>;
}

/**
 * Reads the header alone, the first kilobytes of a file however large; whether the rest is whole is not looked at.
 *
 * @throws SafetensorsError
 */
export async function readSafetensorsHeader(file: Blob): Promise<SafetensorsSummary> {
  const first = await file.slice(0, 8).arrayBuffer();
  if (first.byteLength < 8) {
    throw new SafetensorsError(`a safetensors file has at least 8 bytes, this one ${file.size}`);
  }
  const length = Number(new DataView(first).getBigUint64(0, true));
  if (length > HEADER_LIMIT) throw new SafetensorsError('this is not a safetensors file');
  const bytes = new Uint8Array(await file.slice(8, 8 + length).arrayBuffer());
  const { __metadata__: metadata, ...header } = readHeader(bytes);
  const shapes = Object.entries(header).map(
    ([name, value]) => [name, readEntry(name, value).shape] as const,
  );
  return { shapes: new Map(shapes), metadata: readMetadata(metadata) };
}

function readHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Falls through to the one message: what the parser says about foreign bytes helps nobody.
  }
  throw new SafetensorsError('this is not a safetensors file: its header is not a JSON object');
}

function readMetadata(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  const texts = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
  if (!texts?.every(([, text]) => typeof text === 'string')) {
    throw new SafetensorsError("the header's __metadata__ is not a map of texts");
  }
  return Object.fromEntries(texts);
}

function readEntry(name: string, value: unknown): Entry {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Record<string, unknown>;
  if (typeof dtype !== 'string' || !Object.hasOwn(BYTES, dtype)) {
    const known = Object.keys(BYTES).join(', ');
    throw new SafetensorsError(`the tensor "${name}" is of the type ${dtype}; read are ${known}`);
  }
  if (!isSizes(shape)) throw new SafetensorsError(`the tensor "${name}" has no proper shape`);
  if (!isSizes(offsets) || offsets.length !== 2 || offsets[1] < offsets[0]) {
    throw new SafetensorsError(`the tensor "${name}" has no proper offsets`);
  }
  const [begin, end] = offsets;
  const needed = elements(shape) * BYTES[dtype as DType];
  if (end - begin !== needed) {
    throw new SafetensorsError(
      `the tensor "${name}" of ${dtype} [${shape.join(', ')}] takes ${needed} bytes, it has ${end - begin}`,
    );
  }
  return { dtype: dtype as DType, shape, begin, end };
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function checkCover(entries: (readonly [string, Entry])[], length: number): void {
  let end = 0;
  for (const [name, entry] of entries.toSorted(
    ([, a], [, b]) => a.begin - b.begin || a.end - b.end,
  )) {
    if (entry.begin !== end) {
      throw new SafetensorsError(
        `the tensor "${name}" begins at byte ${entry.begin}, not at ${end}`,
      );
    }
    end = entry.end;
  }
  if (end > length) {
    throw new SafetensorsError(
      `the file is cut short: ${length} bytes of tensors, ${end} are announced`,
    );
  }
  if (end < length) {
    throw new SafetensorsError(`${length - end} bytes behind the last tensor belong to none`);
  }
}

function view(bytes: Uint8Array<ArrayBuffer>, dtype: DType): TensorData {
  // Typed arrays need their own alignment, which the format does not promise.
  const aligned = bytes.byteOffset % BYTES[dtype] === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const count = aligned.byteLength / BYTES[dtype];
  switch (dtype) {
    case 'F32':
      return new Float32Array(buffer, byteOffset, count);
    case 'F16':
      return new Uint16Array(buffer, byteOffset, count);
    case 'U8':
      return aligned;
    case 'I32':
      return new Int32Array(buffer, byteOffset, count);
    case 'I64':
      return new BigInt64Array(buffer, byteOffset, count);
  }
}
