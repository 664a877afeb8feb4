// A language that exists nowhere: every letter of the dictionary in another alphabet. What then is still in ours stands in
// the code, and would stay English in every language.

/** "car" as "ｃａｒ" */
const foreign = (text: string) =>
  text.replaceAll(/[A-Za-z]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0x21 + 0xff01),
  );

/** A dictionary in that language. */
export function translated(words: unknown): unknown {
  if (typeof words === 'string') return foreign(words);
  if (typeof words === 'function')
    return (...given: unknown[]) => translated(Reflect.apply(words, undefined, given));
  // A part that is fetched when it is asked for.
  if (words instanceof Promise) return words.then(translated);
  if (Array.isArray(words)) return words.map(translated);
  return typeof words === 'object' && words !== null
    ? Object.fromEntries(Object.entries(words).map(([key, value]) => [key, translated(value)]))
    : words;
}

/** What is the same in every language: maps, levels and phases by their letter, units, and names of code. */
const NOTATION =
  /\b(?:X|P\d|C\d|[A-Z]|px|k|M|G|i|s|x|S|SPD|IoU|Conv|C3|SPPF|Upsample|Concat|Detect|space_to_depth|focus|model\.\d+|conv\d(?:_x)?|fc)\b/g;

/** The texts that are still in ours. */
export const left = (texts: readonly (string | null | undefined)[]) =>
  texts.filter((text) => /[A-Za-z]{2}/.test((text ?? '').replaceAll(NOTATION, '')));
