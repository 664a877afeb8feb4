import { Fault, type Key, say, type ValuesOf } from '../faults/index.ts';

/** A file that is cut short, or that is not in the format. */
export class SafetensorsError extends Fault {
  override name = 'SafetensorsError';

  constructor(...[key, ...values]: Given) {
    super(say('safetensors', key, ...(values as ValuesOf<'safetensors', typeof key>)));
  }
}

type Given = {
  [K in Key<'safetensors'>]: [key: K, ...values: ValuesOf<'safetensors', K>];
}[Key<'safetensors'>];

/** Longest name, shape or type of a file that is repeated, characters: a file may hold megabytes of them. */
const LONGEST = 80;

/** A text of a file as a sentence may repeat it: on one line, and no longer than a line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
