import {
  checkSize,
  headerLength,
  parseHeader,
  type SafetensorsHeader,
  type TensorEntry,
} from './header.ts';
import { BYTES, type DType, type Tensor, type TensorData } from './types.ts';

export interface SafetensorsFile {
  /** By name, in the order of the header. The data are views of the file's bytes where they lie aligned. */
  tensors: ReadonlyMap<string, Tensor>;
  metadata: ReadonlyMap<string, string>;
}

/**
 * Reads a whole safetensors file, strictly: the tensors have to fill the file without holes or overlaps, and their
 * bytes to fill their shapes.
 *
 * @throws SafetensorsError
 */
export function readSafetensors(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): SafetensorsFile {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const length = headerLength(file.subarray(0, 8), file.length);
  const parsing = parseHeader(file.subarray(8, 8 + length));
  let step = parsing.next();
  while (!step.done) step = parsing.next();
  const header = step.value;
  checkSize(header, file.length);
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of header.entries) {
    const data = file.subarray(header.start + entry.begin, header.start + entry.end);
    tensors.set(name, tensorOf(entry, data));
  }
  return { tensors, metadata: header.metadata };
}

/** A header is read in parts of so many bytes: each is a step of progress, and a place to stop. */
const PART = 4 * 2 ** 20;

/** How long a header is read before messages are let in, milliseconds. */
const BREATH = 30;

/** What may be asked of the reading of a header. */
export interface HeaderOptions {
  signal?: AbortSignal;
  /** Called with the share that is done, in [0, 1], of a header of so many bytes. */
  onProgress?: (share: number, bytes: number) => void;
}

/**
 * Reads the header alone, the first bytes of a file however large. It is not looked at whether the rest is whole:
 * {@link checkSize} tells. A header of hundreds of thousands of tensors takes a second, in which messages get through.
 *
 * @throws SafetensorsError, or the signal's reason
 */
export async function readSafetensorsHeader(
  file: Blob,
  { signal, onProgress }: HeaderOptions = {},
): Promise<SafetensorsHeader> {
  const length = headerLength(new Uint8Array(await file.slice(0, 8).arrayBuffer()), file.size);
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += PART) {
    signal?.throwIfAborted();
    const part = file.slice(8 + from, 8 + Math.min(from + PART, length));
    bytes.set(new Uint8Array(await part.arrayBuffer()), from);
    onProgress?.((0.3 * from) / length, length);
  }
  const parsing = parseHeader(bytes);
  let last = performance.now();
  for (;;) {
    const step = parsing.next();
    if (step.done) return step.value;
    if (performance.now() - last < BREATH) continue;
    onProgress?.(0.3 + 0.7 * step.value, length);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    last = performance.now();
  }
}

/** One tensor of a file whose header was read. */
export async function readTensor(
  file: Blob,
  { start }: SafetensorsHeader,
  entry: TensorEntry,
): Promise<Tensor> {
  const bytes = await file.slice(start + entry.begin, start + entry.end).arrayBuffer();
  return tensorOf(entry, new Uint8Array(bytes));
}

function tensorOf({ dtype, shape }: TensorEntry, bytes: Uint8Array<ArrayBuffer>): Tensor {
  return { dtype, shape, data: view(bytes, dtype) };
}

function view(bytes: Uint8Array<ArrayBuffer>, dtype: DType): TensorData {
  // Typed arrays need their own alignment, which the format does not promise.
  const aligned = bytes.byteOffset % BYTES[dtype] === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const count = aligned.byteLength / BYTES[dtype];
  switch (dtype) {
    case 'F32':
      return new Float32Array(buffer, byteOffset, count);
    case 'F64':
      return new Float64Array(buffer, byteOffset, count);
    case 'F16':
    case 'BF16':
    case 'U16':
      return new Uint16Array(buffer, byteOffset, count);
    case 'I16':
      return new Int16Array(buffer, byteOffset, count);
    case 'I8':
      return new Int8Array(buffer, byteOffset, count);
    case 'I32':
      return new Int32Array(buffer, byteOffset, count);
    case 'U32':
      return new Uint32Array(buffer, byteOffset, count);
    case 'I64':
      return new BigInt64Array(buffer, byteOffset, count);
    case 'U64':
      return new BigUint64Array(buffer, byteOffset, count);
    default:
      return aligned;
  }
}
