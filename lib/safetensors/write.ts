import type { SafetensorsHeader, TensorEntry } from './header.ts';
import { BYTES, type DType, elements, type Tensor } from './types.ts';

/** Values by name: a record where the names are our own, a map where they come from a file. */
type Named<T> = Readonly<Record<string, T>> | ReadonlyMap<string, T>;

function listed<T>(values: Named<T>): [string, T][] {
  return values instanceof Map ? [...values] : Object.entries(values);
}

/**
 * A safetensors file: 8 bytes (little endian) length of the header, the header in JSON padded with spaces to a
 * multiple of 8, then the tensors' bytes in the order given. All machines that run this are little endian.
 *
 * @param tensors by name
 * @param metadata strings under `__metadata__`
 * @throws RangeError if a tensor's data does not fill its shape
 */
export function writeSafetensors(
  tensors: Named<Tensor>,
  metadata: Named<string> = {},
): Uint8Array<ArrayBuffer> {
  const all = listed(tensors);
  for (const [name, { dtype, shape, data }] of all) {
    const needed = elements(shape) * BYTES[dtype];
    if (data.byteLength !== needed) {
      throw new RangeError(
        `safetensors: "${name}" of ${dtype} [${shape.join(', ')}] takes ${needed} bytes, ` +
          `its data has ${data.byteLength}`,
      );
    }
  }
  const header = headerBytes(
    all.map(([name, { dtype, shape, data }]) => ({ name, dtype, shape, bytes: data.byteLength })),
    metadata,
  );
  const size = all.reduce((sum, [, { data }]) => sum + data.byteLength, header.length);
  const file = new Uint8Array(size);
  file.set(header);
  let offset = header.length;
  for (const [, { data }] of all) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  return file;
}

/** What a tensor of a new file is: made here, or left where it lies in the file that was read. */
export type Piece = Tensor | TensorEntry;

/**
 * A safetensors file put together of tensors in memory and of tensors of another file, which are not read for it: the
 * browser takes their bytes from there when it needs them, as they are.
 *
 * @param pieces by name, in their order
 */
export function composeSafetensors(
  file: Blob,
  { start }: Pick<SafetensorsHeader, 'start'>,
  pieces: ReadonlyMap<string, Piece>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Blob {
  const all = [...pieces];
  const header = headerBytes(
    all.map(([name, { dtype, shape }]) => {
      return { name, dtype, shape, bytes: elements(shape) * BYTES[dtype] };
    }),
    metadata,
  );
  const parts: BlobPart[] = [header];
  // Neighbours in the file are one part: a blob of hundreds of thousands of parts is slow.
  let run: { begin: number; end: number } | undefined;
  const endRun = () => {
    if (run) parts.push(file.slice(start + run.begin, start + run.end));
    run = undefined;
  };
  for (const [, piece] of all) {
    if ('data' in piece) {
      endRun();
      const { buffer, byteOffset, byteLength } = piece.data;
      parts.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
    } else if (run?.end === piece.begin) run = { begin: run.begin, end: piece.end };
    else {
      endRun();
      run = { begin: piece.begin, end: piece.end };
    }
  }
  endRun();
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** The eight bytes of the length, and the header. */
function headerBytes(
  tensors: readonly { name: string; dtype: DType; shape: readonly number[]; bytes: number }[],
  metadata: Named<string>,
): Uint8Array<ArrayBuffer> {
  const texts = listed(metadata).map(([name, text]) => pair(name, JSON.stringify(text)));
  const entries = texts.length > 0 ? [pair('__metadata__', `{${texts.join()}}`)] : [];
  let end = 0;
  for (const { name, dtype, shape, bytes } of tensors) {
    const offsets = [end, end + bytes];
    entries.push(pair(name, JSON.stringify({ dtype, shape, data_offsets: offsets })));
    end += bytes;
  }
  const bare = new TextEncoder().encode(`{${entries.join()}}`);
  const length = Math.ceil(bare.length / 8) * 8;
  const header = new Uint8Array(8 + length).fill(0x20, 8);
  new DataView(header.buffer).setBigUint64(0, BigInt(length), true);
  header.set(bare, 8);
  return header;
}

/** The parts are text, not the keys of an object: any name may stand in a file, `__proto__` too. */
const pair = (name: string, json: string) => `${JSON.stringify(name)}:${json}`;
