// The index looks for ever shorter beginnings of a word until some word has one: by that, everything is found.

/** A beginning of so many letters, or of the whole word if it is shorter, is a match of meaning. */
const LEAST = 3;
/** Of longer words this share must be the same: “halving” finds “halved”, and “stridex” does not find “street”. */
const SHARE = 0.55;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether two words begin alike. */
export function alike(asked: string, found: string): boolean {
  let same = 0;
  while (same < asked.length && asked[same] === found[same]) same++;
  return same >= Math.min(asked.length, Math.max(LEAST, Math.ceil(SHARE * asked.length)));
}

/**
 * Whether what the index marked has to do with what was asked.
 *
 * @param excerpts HTML whose found words stand in mark elements
 */
export function isAnswer(query: string, excerpts: readonly string[]): boolean {
  const marked = excerpts.flatMap((excerpt) =>
    [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap(([, text]) => wordsOf(text)),
  );
  return wordsOf(query).some((asked) => marked.some((found) => alike(asked, found)));
}
