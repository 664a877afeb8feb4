// Numbers of a reader's own networks as text in an address: what the texts of all figures share.
/** Characters of a text at most: an address must stay one that servers take. */
const LONGEST = 6000;

/** The declaration of a parameter that takes such a text. */
export const ownText = { kind: 'text', default: '', maxLength: LONGEST, help: true } as const;

/** So many numbers out of the letters of `writeNumbers`; undefined where there are more or fewer, or one is not finite. */
export function readNumbers(text: string, count: number): Float32Array | undefined {
  const letters = decoded(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (letters?.length !== 4 * count) return undefined;
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const numbers = new Float32Array(bytes.buffer);
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

/** The values without a text that says nothing, and a sentence about it. */
export function heedText<Name extends string, V extends Record<Name, string>>(
  values: V,
  name: Name,
  read: (text: string) => unknown,
  refused: string,
): { values: V; errors: string[] } {
  if (values[name] === '' || read(values[name])) return { values, errors: [] };
  return { values: { ...values, [name]: '' }, errors: [refused] };
}
