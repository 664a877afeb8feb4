import { EngineError } from './errors.ts';
import { sha256 } from './sha256.ts';

/** Where weights come from: bytes, a file on the reader's device, an address, or numbers made by a rule on the spot. */
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
}

/** Stops with an EngineError `cancelled` once the signal is given. */
export function throwIfCancelled(signal?: AbortSignal): void {
  if (signal?.aborted) throw new EngineError('cancelled', 'The loading was stopped.');
}

/** Lets the messages in that wait, a word to stop among them. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Fetches or reads the bytes (or takes them as given) and holds them against their checksum. */
export async function fetchBytes(
  source: ArrayBuffer | Blob | string,
  { sha256: promised, signal, onProgress }: LoadOptions = {},
): Promise<ArrayBuffer> {
  const bytes = await bytesOf(source, signal, onProgress);
  throwIfCancelled(signal);
  if (promised === undefined) return bytes;
  onProgress?.({ phase: 'check', loaded: bytes.byteLength, total: bytes.byteLength });
  const found = await sha256(bytes);
  if (found !== promised.toLowerCase()) {
    throw new EngineError(
      'checksum',
      `The weights are not the file that was promised: their SHA-256 begins with ${found.slice(0, 12)}, ` +
        `it should begin with ${promised.slice(0, 12)}.`,
    );
  }
  return bytes;
}

function bytesOf(
  source: ArrayBuffer | Blob | string,
  signal: AbortSignal | undefined,
  onProgress: LoadOptions['onProgress'],
): ArrayBuffer | Promise<ArrayBuffer> {
  if (typeof source === 'string') return download(source, signal, onProgress);
  return source instanceof Blob ? readBlob(source, signal, onProgress) : source;
}

/** A file is read in parts of so many bytes: each is a step of progress, and a place to stop. */
const PART = 4 * 2 ** 20;

async function readBlob(
  blob: Blob,
  signal: AbortSignal | undefined,
  onProgress: LoadOptions['onProgress'],
): Promise<ArrayBuffer> {
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
    throw new EngineError('file', `The file could not be read: ${(error as Error).message}.`);
  }
}

async function download(
  url: string,
  signal: AbortSignal | undefined,
  onProgress: LoadOptions['onProgress'],
): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    // A compressed answer tells the compressed length, which is not what is counted here.
    const encoded = response.headers.get('content-encoding');
    const length = Number(response.headers.get('content-length'));
    const total = length > 0 && !encoded ? length : undefined;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      loaded += part.value.byteLength;
      onProgress?.({ phase: 'download', loaded, ...(total ? { total } : {}) });
    }
    return await new Blob(chunks).arrayBuffer();
  } catch (error) {
    throwIfCancelled(signal);
    throw new EngineError('download', `${url} could not be fetched: ${(error as Error).message}.`);
  }
}
