import { BYTES, elements, type Tensor } from './types.ts';

/**
 * A safetensors file: 8 bytes (little endian) length of the header, the header in JSON padded with spaces to a
 * multiple of 8, then the tensors' bytes in the order of the record. All machines that run this are little endian.
 *
 * @param tensors by name
 * @param metadata strings under `__metadata__`
 * @throws RangeError if a tensor's data does not fill its shape
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) header.__metadata__ = metadata;
  let end = 0;
  for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
    if (data.length !== elements(shape) || data.BYTES_PER_ELEMENT !== BYTES[dtype]) {
      throw new RangeError(
        `safetensors: "${name}" of ${dtype} [${shape.join(', ')}] takes ${elements(shape) * BYTES[dtype]} bytes, ` +
          `its data has ${data.byteLength}`,
      );
    }
    header[name] = { dtype, shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const bare = new TextEncoder().encode(JSON.stringify(header));
  const length = Math.ceil(bare.length / 8) * 8;
  const file = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(bare, 8);
  let offset = 8 + length;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  return file;
}
