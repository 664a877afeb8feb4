import { type Said, say } from '../faults/index.ts';
import { throwIfCancelled } from './cancel.ts';
import { EngineError } from './errors.ts';
import { sha256 } from './sha256.ts';

/** Where weights come from: bytes, a file on the reader's device, a whole address, or numbers made by a rule on the spot. */
export type WeightsSource = ArrayBuffer | Blob | string | { synthetic: true };

/** How far a loading is. `total` is absent where the server does not tell. */
export interface Progress {
  phase: 'download' | 'read' | 'check' | 'prepare';
  /** Bytes fetched, read or made so far. */
  loaded: number;
  total?: number;
}

export interface LoadOptions {
  /** The bytes' SHA-256, 64 hexadecimal digits. */
  sha256?: string;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** So long a download may bring nothing before it is given up, milliseconds. Default: STALL_LIMIT. */
  stallLimit?: number;
}

/** So long a download may bring nothing before it is given up, milliseconds. However slow it is, it may go on. */
export const STALL_LIMIT = 20_000;

/**
 * Fetches or reads the bytes (or takes them as given) and holds them against their checksum.
 *
 * @throws EngineError `download`, `file`, `checksum` or `cancelled`
 */
export async function fetchBytes(
  source: ArrayBuffer | Blob | string,
  options: LoadOptions = {},
): Promise<ArrayBuffer> {
  const { sha256: promised, signal, onProgress } = options;
  const bytes = await bytesOf(source, options);
  throwIfCancelled(signal);
  if (promised === undefined) return bytes;
  onProgress?.({ phase: 'check', loaded: bytes.byteLength, total: bytes.byteLength });
  const found = await sha256(bytes);
  if (found !== promised.toLowerCase()) {
    const said = say('engine', 'checksum', found.slice(0, 12), promised.slice(0, 12));
    throw new EngineError('checksum', said);
  }
  return bytes;
}

function bytesOf(
  source: ArrayBuffer | Blob | string,
  options: LoadOptions,
): ArrayBuffer | Promise<ArrayBuffer> {
  if (typeof source === 'string') return download(source, options);
  return source instanceof Blob ? readBlob(source, options) : source;
}

/** A file is read in parts of so many bytes: each is a step of progress, and a place to stop. */
const PART = 4 * 2 ** 20;

async function readBlob(blob: Blob, { signal, onProgress }: LoadOptions): Promise<ArrayBuffer> {
  try {
    const bytes = new Uint8Array(blob.size);
    for (let from = 0; from < blob.size; from += PART) {
      throwIfCancelled(signal);
      const part = new Uint8Array(await blob.slice(from, from + PART).arrayBuffer());
      bytes.set(part, from);
      onProgress?.({ phase: 'read', loaded: from + part.length, total: blob.size });
    }
    return bytes.buffer;
  } catch (error) {
    throwIfCancelled(signal);
    throw new EngineError('file', say('engine', 'unreadable'), [String(error)]);
  }
}

async function download(
  url: string,
  { signal, onProgress, stallLimit: limit = STALL_LIMIT }: LoadOptions,
): Promise<ArrayBuffer> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), limit);
  };
  let loaded = 0;
  try {
    heard();
    const response = await fetch(url, {
      // A card and its weights must be of one deploy: the server is asked whether the browser's copies still hold.
      cache: 'no-cache',
      signal: signal ? AbortSignal.any([signal, stall.signal]) : stall.signal,
    });
    if (!response.ok || !response.body) throw refused(url, response.status);
    // A compressed answer tells the compressed length, which is not what is counted here.
    const encoded = response.headers.get('content-encoding');
    const length = Number(response.headers.get('content-length'));
    const total = length > 0 && !encoded ? length : undefined;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard();
      chunks.push(part.value);
      loaded += part.value.byteLength;
      onProgress?.({ phase: 'download', loaded, ...(total ? { total } : {}) });
    }
    return await new Blob(chunks).arrayBuffer();
  } catch (error) {
    throwIfCancelled(signal);
    if (error instanceof EngineError) throw error;
    throw new EngineError('download', broken(url, loaded, stall.signal.aborted && limit), [
      String(error),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(url: string, status: number): EngineError {
  const file = fileOf(url);
  return new EngineError(
    'download',
    status === 404 ? say('engine', 'missing', file) : say('engine', 'refused', file, status),
  );
}

function broken(url: string, loaded: number, stalled: number | false): Said {
  const file = fileOf(url);
  return stalled
    ? say('engine', 'stalled', file, stalled / 1000, loaded)
    : say('engine', 'broken', file, loaded);
}

/** The last part of an address. */
export function fileOf(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/^.*\//, '') || url;
}
