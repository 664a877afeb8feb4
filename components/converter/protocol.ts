import type { Conversion } from '#lib/convert/index.ts';
import type { Said } from '#lib/faults/index.ts';

/** One tensor of the file as the list shows it. */
export interface Row {
  name: string;
  dtype: string;
  shape: readonly number[];
  /** The shape that the conversion gives it; null where it doesn't fit. */
  becomes: number[] | null;
  /** Why it doesn't fit; null where it does. */
  why: Said | null;
  /** How many of its input channels come from space-to-depth; null for all. */
  inputs: number | null;
  /** Chosen to begin with. */
  suggested: boolean;
}

export interface Plan {
  rows: Row[];
  /** The architecture that the file was recognised as. */
  architecture: string | null;
}

/**
 * A result, or what went wrong: a sentence for what is wrong with the file, a kind for what the page has words for. What
 * is thrown loses its kind on the way between threads.
 */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: FileFault };

export type FileFault =
  | { kind: 'file'; said: Said }
  | { kind: 'other file'; message: string }
  | { kind: 'gone' | 'failed' | 'no worker' | 'no sample' };

/** Called with the share that is done, in [0, 1]. */
export type OnProgress = (share: number) => void;

/** What the worker does with the one file that it holds. */
export interface ConverterApi {
  /** Reads the header. `readers` is the address of the list of readers. */
  open(file: Blob, readers: string, onProgress: OnProgress): Promise<Reply<number>>;
  plan(conversion: Conversion): Promise<Reply<Plan>>;
  /** `chosen`: tensors, and how many of their input channels come from space-to-depth (null: all). */
  convert(
    conversion: Conversion,
    chosen: ReadonlyMap<string, number | null>,
    onProgress: OnProgress,
  ): Promise<Reply<Blob>>;
}
