/** A file that is cut short, or that is not in the format: words that say where, without a full stop. */
export class SafetensorsError extends Error {
  override name = 'SafetensorsError';
}

/** Longest name, shape or type of a file that a message repeats, characters: a file may hold megabytes of them. */
const LONGEST = 80;

/** A text of a file as a message may repeat it: on one line, and no longer than a line. */
export function said(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
