// Files that a reader may give by mistake, or that somebody made to see what happens, and the sentence for each.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { TestInfo } from '@playwright/test';
import { pngFile } from '#lib/png/index.ts';
import { type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';

export interface OddFile {
  name: string;
  buffer: Buffer;
  mimeType: string;
}

export const oddFile = (
  name: string,
  content: string | Uint8Array,
  mimeType = 'application/octet-stream',
): OddFile => ({
  name,
  mimeType,
  buffer: typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content),
});

/**
 * The path of such a file, written among the results of the test. Millions of bytes are handed to the browser so: through
 * the channel that speaks to it they would take longer than all that the page does with them.
 */
export function onDisk({ name, buffer }: Pick<OddFile, 'name' | 'buffer'>, info: TestInfo): string {
  const path = info.outputPath(name);
  writeFileSync(path, buffer);
  return path;
}

/** A safetensors file of a header as given, and zeros behind it. */
export function withHeader(header: string, bytes = 0): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

const one: Tensor = { dtype: 'F32', shape: [1], data: Float32Array.of(7) };
const entry = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';

/** A safetensors file of so many tensors of one number. */
export function manyTensors(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, i) => `blocks.${i}.weight`);
  return writeSafetensors(new Map(names.map((name) => [name, one])));
}

/** What is no file of weights, and what is said of it. */
export const ODD_WEIGHTS: readonly (readonly [OddFile, said: string])[] = [
  [oddFile('best.pt', '\x80\x02}q\0X\x05\0\0\0model'), 'is a PyTorch pickle'],
  [oddFile('zip.pt', `PK\x03\x04${'\0'.repeat(26)}best/data.pkl`), 'is a PyTorch pickle'],
  [
    oddFile('pointer.safetensors', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\n'),
    'is a pointer of Git LFS',
  ],
  [oddFile('page.safetensors', '<!DOCTYPE html><title>404</title>'), 'is an HTML page'],
  [oddFile('index.safetensors', '{"weight_map": {}}'), 'is a JSON text'],
  [oddFile('net.onnx', '\x08\x08\x12\x07pytorch'), 'is an ONNX model'],
  [oddFile('llama.gguf', 'GGUF\x03\0\0\0'), 'is a GGUF file'],
  [oddFile('keras.h5', '\x89HDF\r\n\x1a\n'), 'is an HDF5 file'],
  [oddFile('weights.zip', `PK\x03\x04${'\0'.repeat(26)}readme.txt`), 'is an archive'],
  [oddFile('nothing.safetensors', ''), 'is empty'],
  [oddFile('short.safetensors', 'abc'), 'has at least 8 bytes, this one 3'],
  [oddFile('words.safetensors', 'once upon a time'), 'this is not a safetensors file'],
  [
    oddFile('twice.safetensors', withHeader(`{"a":${entry},"a":${entry}}`, 4)),
    'the name "a" stands twice in the header',
  ],
  [oddFile('list.safetensors', withHeader('{"a":[1,2')), 'its header is not a JSON object'],
  [
    oddFile('cut.safetensors', withHeader(`{"__metadata__":null,"__proto__":${entry}}`, 2)),
    'cut short: 2 bytes of tensors, 4 are announced',
  ],
  [
    oddFile(
      'type.safetensors',
      withHeader('{"a":{"dtype":"F4","shape":[1],"data_offsets":[0,1]}}', 1),
    ),
    'the tensor "a" is of the type F4',
  ],
];

/** What a browser or a parser says, and no reader should read. */
export const RAW =
  /Unexpected|JSON at|is not valid JSON|undefined|NaN is|\[object|DOMException|Failed to|InvalidState|RangeError|TypeError|aborted without/;

/** A picture of one colour, with chunks of our own before its pixels. */
export function plainPng(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
  extra: Uint8Array = new Uint8Array(),
): Uint8Array {
  const row = Buffer.alloc(1 + 3 * width);
  for (let x = 0; x < width; x++) row.set([red, green, blue], 1 + 3 * x);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const file = pngFile(width, height, rows);
  const header = 33;
  return Buffer.concat([file.subarray(0, header), extra, file.subarray(header)]);
}

/** A PNG chunk that says that the numbers are those of Display P3. */
export function displayP3(): Uint8Array {
  const chunk = Buffer.alloc(16);
  chunk.writeUInt32BE(4);
  chunk.write('cICP', 4, 'latin1');
  // Primaries 12 (P3), transfer 13 (sRGB's), no matrix, full range.
  chunk.set([12, 13, 0, 1], 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 12)), 12);
  return chunk;
}

/** A 24-bit BMP of one colour, 4 x 4. */
export function plainBmp([red, green, blue]: readonly [number, number, number]): Uint8Array {
  const file = Buffer.alloc(54 + 48);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(4, 18);
  file.writeInt32LE(4, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let i = 0; i < 16; i++) file.set([blue, green, red], 54 + 3 * i);
  return file;
}

/** 8 x 8 pixels of one colour, without loss; AVIF_RED to the rounding of luma and chroma. */
export const AVIF_RED = [200, 30, 40] as const;
export const AVIF = Buffer.from(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABDgABAAAAAAAAACEAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAamlwcnAAAABLaXBjbwAAAAxhdjFDgSACAAAAABNjb2xybmNseAABAA0AAIAAAAAUaXNwZQAAAAAAAAAIAAAACAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAACltZGF0EgAKCDgIv2EBDQAgMhMQAAAAD/o+8AhMeo/EScp7MklQ',
  'base64',
);

/** One white pixel. */
export const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
