// From whatever was thrown to a sentence for a reader.

import { kit as words } from '#content/words/en/kit.ts';
import { type FaultWords, inWords, isSaid } from '#lib/faults/index.ts';
import { CodeError } from './load-code.ts';
import { asSentence } from './sentence.ts';

/** A fault whose message is a whole sentence for the reader, in the reader's language. */
export class SaidError extends Error {
  override name = 'SaidError';
  /** Whether trying again may help. */
  readonly again: boolean;

  constructor(message: string, { again = true } = {}) {
    super(message);
    this.again = again;
  }
}

/** Come with the code that may need them, see fault-words.ts. */
let faultWords: FaultWords | undefined;

/** From now on faults of lib are said in these words. */
export function knowFaults(words: FaultWords): void {
  faultWords = words;
}

/** What to tell the reader. Messages of a browser, a parser or a library never reach one; they go to the console. */
export function sentenceOf(error: unknown): string {
  if (error instanceof SaidError || error instanceof CodeError) return error.message;
  const { said } = (error ?? {}) as { said?: unknown };
  if (isSaid(said) && faultWords) return asSentence(inWords(said, faultWords));
  console.error(error);
  return words.faults.unexpected;
}

/** Whether somebody broke the work off: no fault. */
export function isCancelled(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'AbortError' || (name === 'EngineError' && code === 'cancelled');
}

/** Whether something of the site itself did not come: after a renewal only a reload brings it. */
export function helpedByReload(error: unknown): boolean {
  if (error instanceof CodeError) return true;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'EngineError' && code === 'worker';
}
