// Odd values, messages and files: all that a reader, a deck or another program may hand in.
import { weightsFile } from '#commands/fixtures.ts';
import { buildGraph, type Catalogue } from '#lib/model/index.ts';
import { packedPng } from '#lib/png/packed.ts';
import { choose, integer, type Random } from '#lib/random/index.ts';

const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '3',
  '4',
  '8',
  '64',
  '0.5',
  '1e9',
  '-0',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  'false',
  '<b>x</b>',
  '%00',
  '½',
  '__proto__',
  'constructor',
  '1,2,3',
  '  7 ',
  '0x10',
  'ａ',
  '🚗',
  'x'.repeat(400),
] as const;

export function oddValue(next: Random): string {
  return choose(next, VALUES);
}

/** A query string of some of the names that the page knows, and one that it does not. */
export function oddQuery(next: Random, names: readonly string[]): string {
  const query = new URLSearchParams();
  const known = names.length > 0 ? names : ['seed'];
  for (let i = integer(next, 1, 4); i > 0; i--) query.append(choose(next, known), oddValue(next));
  if (next() < 0.3) query.append(oddValue(next), oddValue(next));
  return `?${query}`;
}

/** What a page or a deck around may send to an embedded figure; most of it is nonsense. */
export function oddMessage(next: Random, names: readonly string[]): unknown {
  const params = () =>
    Object.fromEntries(
      Array.from({ length: integer(next, 0, 3) }, () => {
        const number = integer(next, -3, 40);
        return [
          names.length > 0 ? choose(next, names) : 'seed',
          choose<unknown>(next, [oddValue(next), number, null, [number], { a: 1 }, true]),
        ];
      }),
    );
  return choose<() => unknown>(next, [
    () => 'slide:start',
    () => 'slide:stop',
    () => ({ type: 'spd:step', n: integer(next, -2, 12) }),
    () => ({ type: 'spd:step', n: oddValue(next) }),
    () => ({ type: `spd:${choose(next, ['play', 'pause', 'next', 'previous', 'get'])}` }),
    () => ({ type: 'spd:goto', at: choose<unknown>(next, [next(), 1e308, -1, oddValue(next)]) }),
    () => ({ type: 'spd:set', params: params() }),
    () => ({ type: 'spd:set', params: choose<unknown>(next, [null, 3, 'x', []]) }),
    () => ({ type: oddValue(next) }),
    () => choose<unknown>(next, [null, 0, '', '{"method":"next"}', [], { a: { b: [] } }]),
  ])();
}

export interface OddFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const files = new Map<string, Buffer>();

/** The right weights of a network of the catalogue, for pictures of 64 px; always the same ones. */
function rightWeights(catalogue: Catalogue, name: string): Buffer {
  const graph = () => buildGraph(catalogue.get(name), { size: 64 });
  const made = files.get(name) ?? Buffer.from(weightsFile(graph()));
  files.set(name, made);
  return Buffer.from(made);
}

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );

/** A file of weights: a right one, a damaged one, or something else by that name. */
export function oddWeights(next: Random, catalogue: Catalogue): OddFile {
  const name = choose(next, ['yolov5p', 'yolov5p-spd']);
  const right = () => rightWeights(catalogue, name);
  const header = (json: string) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(Buffer.byteLength(json)));
    return bytes(length, json);
  };
  const buffer = choose<() => Buffer>(next, [
    right,
    right,
    () => right().subarray(0, integer(next, 0, 5000)),
    () => {
      const file = right();
      file[integer(next, 0, Math.min(4000, file.length - 1))] ^= 0xff;
      return file;
    },
    () => header('{"__metadata__":null}'),
    () => header('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'),
    () => header('{"a":{"dtype":"F32","shape":[1e30],"data_offsets":[0,4]}}'),
    () => header('{"a":{"dtype":"BF16","shape":[0],"data_offsets":[0,0]}}'),
    () => header('[]'),
    () => Buffer.alloc(integer(next, 0, 64)),
    () => Buffer.alloc(8, 0xff),
    () => bytes('PK\u0003\u0004', [0, 0, 0]),
    () => bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'),
    () => bytes('<!doctype html><title>404</title>'),
    () => bytes('GGUF', [3, 0, 0, 0]),
  ])();
  const ending = choose(next, ['.safetensors', '.safetensors', '.pt', '.onnx', '']);
  return { name: `${name}${ending}`, mimeType: 'application/octet-stream', buffer };
}

/** A picture: a right one of some odd shape, a damaged one, or something else by that name. */
export function oddPicture(next: Random): OddFile {
  const right = () => {
    const [width, height] = choose(next, [
      [1, 1],
      [64, 64],
      [640, 3],
      [3, 900],
      [97, 61],
      [300, 200],
    ]);
    const pixels = Uint8Array.from({ length: width * height * 3 }, () => 256 * next());
    return Buffer.from(packedPng(pixels, width, height));
  };
  const buffer = choose<() => Buffer>(next, [
    right,
    right,
    right,
    () => right().subarray(0, integer(next, 0, 60)),
    () => bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0]),
    () => bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    () => bytes('not a picture'),
    () => Buffer.alloc(0),
  ])();
  const [name, mimeType] = choose(next, [
    ['picture.png', 'image/png'],
    ['picture.jpg', 'image/jpeg'],
    ['picture.svg', 'image/svg+xml'],
    ['picture', ''],
    ['../../picture <b>.png', 'image/png'],
  ]);
  return { name, mimeType, buffer };
}
