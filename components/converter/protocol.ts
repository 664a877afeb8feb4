import type { Conversion } from '#lib/convert/index.ts';

/** One tensor of the file as the list shows it. */
export interface Row {
  name: string;
  dtype: string;
  shape: number[];
  /** The shape that the conversion gives it; null where it doesn't fit. */
  becomes: number[] | null;
  /** Why it doesn't fit; empty where it does. */
  why: string;
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

/** A result, or what went wrong in a sentence: what is thrown loses its kind on the way between threads. */
export type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

/** What the worker does with the one file that it holds. */
export interface ConverterApi {
  /** Takes the file over. `readers` is the address of the list of readers. */
  open(bytes: ArrayBuffer, readers: string): Promise<Reply<number>>;
  plan(conversion: Conversion): Promise<Reply<Plan>>;
  convert(
    conversion: Conversion,
    chosen: Record<string, number | null>,
  ): Promise<Reply<Uint8Array<ArrayBuffer>>>;
}
