import { EngineError } from './errors.ts';
import { sha256 } from './sha256.ts';

/** How far a loading is. `total` is absent where the server does not tell. */
export interface Progress {
  phase: 'download' | 'check' | 'prepare';
  /** Bytes fetched so far. */
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

/** Fetches the bytes (or takes them as given) and holds them against their checksum. */
export async function fetchBytes(
  source: ArrayBuffer | string,
  { sha256: promised, signal, onProgress }: LoadOptions = {},
): Promise<ArrayBuffer> {
  const bytes = typeof source === 'string' ? await download(source, signal, onProgress) : source;
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
