// Faults without words. What goes wrong in lib is told by a key and values, which travel between threads as plain data;
// the words for it stand in content/words/LANGUAGE/faults.ts, and whoever shows a fault to somebody puts it in words.
import type { faults } from '#content/words/en/faults.ts';

/** A language's words for faults: by the room of lib that they come from, then by key. */
export type FaultWords = typeof faults;

export type Room = keyof FaultWords;
export type Key<R extends Room> = keyof FaultWords[R] & string;

/** A value of a fault; one that is a part of a sentence is put in words first. */
export type Value = string | number | boolean | null | undefined | Said | readonly Value[];

/** What is to be said, in no language. */
export interface Said {
  readonly room: Room;
  readonly key: string;
  readonly values: readonly Value[];
}

type Given<T> = T extends string
  ? T | Said
  : T extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : T;

/** The values that the words of a key take. */
export type ValuesOf<R extends Room, K extends Key<R>> = FaultWords[R][K] extends (
  ...values: infer Values
) => string
  ? { [I in keyof Values]: Given<Values[I]> }
  : [];

/** What is to be said: `say('safetensors', 'tooShort', 3)`. The compiler knows the keys, and what each takes. */
export function say<R extends Room, K extends Key<R>>(
  room: R,
  key: K,
  ...values: ValuesOf<R, K>
): Said {
  return { room, key, values: values as readonly Value[] };
}

/** Whether a value is something to be said: it may come from another thread. */
export function isSaid(value: unknown): value is Said {
  const { room, key, values } = (value ?? {}) as Record<string, unknown>;
  return typeof room === 'string' && typeof key === 'string' && Array.isArray(values);
}

/** In the words of a language, parts first. A text is its own words. */
export function inWords(said: string | Said, words: FaultWords): string {
  return typeof said === 'string' ? said : String(put(said, words));
}

function put(value: Value, words: FaultWords): unknown {
  if (Array.isArray(value)) return value.map((one) => put(one, words));
  if (!isSaid(value)) return value;
  const word = (words[value.room] as Record<string, unknown>)[value.key];
  return typeof word === 'function' ? word(...value.values.map((one) => put(one, words))) : word;
}

/** As a log shows it: "safetensors.tooShort(3)". */
function plain(value: Value): string {
  if (!isSaid(value)) return JSON.stringify(value) ?? 'undefined';
  return `${value.room}.${value.key}(${value.values.map(plain).join(', ')})`;
}

/** A fault that can be put in words; `message` is for logs alone. */
export class Fault extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(plain(said));
    this.said = said;
  }
}
