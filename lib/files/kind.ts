// What a file is, by its first bytes: names and MIME types lie, and are often missing.

/** Pictures that browsers decode (AVIF not in every one). */
export const PICTURES = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'avif'] as const;
/** Pictures that they don't, or not everywhere. */
export const OTHER_PICTURES = ['heic', 'jpeg-xl', 'jpeg-2000', 'tiff', 'svg', 'icon'] as const;

export type PictureKind = (typeof PICTURES)[number];

/** What a file is. `archive`: ZIP, gzip, tar, 7-Zip, RAR, Zstandard. */
export type FileKind =
  | PictureKind
  | (typeof OTHER_PICTURES)[number]
  | 'safetensors'
  | 'pickle'
  | 'git-lfs'
  | 'html'
  | 'json'
  | 'onnx'
  | 'gguf'
  | 'hdf5'
  | 'tflite'
  | 'numpy'
  | 'archive'
  | 'pdf'
  | 'empty'
  | 'unknown';

/** How many bytes tell, at most. */
const HEAD = 512;

/** What a file is, whatever its name says. */
export async function sniff(file: Blob): Promise<FileKind> {
  return fileKind(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

export function isPicture(kind: FileKind): kind is PictureKind {
  return (PICTURES as readonly FileKind[]).includes(kind);
}

/** Marks at a place of the file: bytes as the characters of Latin-1. */
const MARKS: readonly (readonly [FileKind, at: number, mark: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif'],
  ['avif', 4, 'ftypavis'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['jpeg-xl', 0, '\xff\x0a'],
  ['jpeg-xl', 4, 'JXL '],
  ['jpeg-2000', 4, 'jP  '],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['icon', 0, '\0\0\x01\0'],
  ['gguf', 0, 'GGUF'],
  ['gguf', 0, 'ggml'],
  ['gguf', 0, 'lmgg'],
  ['gguf', 0, 'tjgg'],
  ['hdf5', 0, '\x89HDF\r\n\x1a\n'],
  ['tflite', 4, 'TFL3'],
  ['numpy', 0, '\x93NUMPY'],
  ['archive', 0, '\x1f\x8b'],
  ['archive', 0, '7z\xbc\xaf'],
  ['archive', 0, 'Rar!'],
  ['archive', 0, '\x28\xb5\x2f\xfd'],
  ['archive', 257, 'ustar'],
  ['pdf', 0, '%PDF'],
];

/** Longest header of a safetensors file, bytes. */
const HEADER_LIMIT = 100_000_000;

/** What a file is, from its first bytes (512 of them tell all). */
export function fileKind(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  const text = latin(head);
  // Of eight bytes that are a plausible length, behind which an object opens.
  if (text[8] === '{' && lengthOf(head) <= HEADER_LIMIT) return 'safetensors';
  if (text.startsWith('PK\x03\x04')) return zipKind(text);
  const found = MARKS.find(([, at, mark]) => text.startsWith(mark, at));
  if (found) return found[0];
  // Pickle's PROTO, of the protocols that begin with it.
  if (head[0] === 0x80 && head[1] >= 2 && head[1] <= 5) return 'pickle';
  if (isBitmap(head)) return 'bmp';
  if (isOnnx(head)) return 'onnx';
  return textKind(text);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD));
}

function lengthOf(head: Uint8Array): number {
  return Number(new DataView(head.buffer, head.byteOffset).getBigUint64(0, true));
}

/** PyTorch's checkpoints are archives too: their first entry is the pickle, or lies in its folder. */
function zipKind(text: string): FileKind {
  if (/[/\\](data\.pkl|\.format_version|\.storage_alignment|byteorder|version)/.test(text))
    return 'pickle';
  return /^.{30}[\w./-]*\.npy/s.test(text) ? 'numpy' : 'archive';
}

/** Two letters are few: the size of the second header is looked at too. */
function isBitmap(head: Uint8Array): boolean {
  const sizes = [12, 16, 40, 52, 56, 64, 108, 124];
  return head[0] === 0x42 && head[1] === 0x4d && sizes.includes(head[14]) && head[15] === 0;
}

/** A protocol buffer whose first field is a version, and whose second is a producer, a domain or the graph. */
function isOnnx(head: Uint8Array): boolean {
  return head[0] === 0x08 && head[1] > 0 && head[1] < 0x20 && [0x12, 0x22, 0x3a].includes(head[2]);
}

function textKind(text: string): FileKind {
  const start = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (start.startsWith('version https://git-lfs')) return 'git-lfs';
  if (/^<(\?xml|svg)/i.test(start) && /<svg/i.test(start)) return 'svg';
  if (/^<(!doctype html|html|head|body|!--|\?xml)/i.test(start)) return 'html';
  return /^[{[]/.test(start) ? 'json' : 'unknown';
}
