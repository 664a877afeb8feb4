/**
 * One page speaks one language. English is what stands in the code; a page that is to speak another hands its words over
 * before it shows any.
 */
let page: Words = {};

/** The words of a language by area, as English has them; an area that it lacks stays English. */
export type Words = Readonly<Record<string, object | undefined>>;

/** From now on the page's words are these, wherever they are read anew. */
export function speak(words: Words): void {
  page = words;
}

/** Words of an area, in the language that the page speaks when one of them is read: read them when they are shown. */
export function spoken<W extends object>(area: string, english: W): W {
  return new Proxy(english, {
    get: (own, key) => Reflect.get(page[area] ?? own, key),
  });
}
