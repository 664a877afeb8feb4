import { dictionaries, type Language, pageWords } from '#content/words/languages.ts';
import { speak } from '#content/words/spoken.ts';
import { type AnyFigure, loadFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { parseFor, readState } from './address.ts';
import { type EmbedOptions, embedOptions, readEmbedOptions } from './embed-options.ts';

/** How a figure begins in its page. */
export interface Beginning {
  /** The values that the page itself gives. */
  base: AnyValues;
  /** With what the address asks for. */
  values: AnyValues;
  /** One sentence for each thing that could not be taken as it was given. */
  errors: string[];
  /** Undefined where the address names none. */
  t: number | undefined;
  /** Of a page with this figure alone. */
  options: EmbedOptions | undefined;
}

/** From the element's attributes and the page's address. */
export function beginningOf(
  element: Element & { embed: boolean; keyPrefix: string },
  figure: AnyFigure,
): Beginning {
  // getAttribute knows no upper case, so a parameter's name may have some.
  const attributes = Object.fromEntries(
    Object.keys(figure.parameters).flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const base = parseFor(figure, attributes).values;
  const query = new URLSearchParams(location.search);
  const { values, errors, t } = readState(figure, query, element.keyPrefix, attributes);
  const options = element.embed ? embedOptions(query) : undefined;
  return { base, values, errors: [...errors, ...(options?.errors ?? [])], t, options };
}

/** The figure, in the language of its page; what stands around it speaks the same from then on. */
export async function figureOf(element: { name: string; embed: boolean }): Promise<AnyFigure> {
  const language = languageOf(element);
  speak(await pageWords[language]());
  document.documentElement.lang = language;
  return loadFigure(element.name, dictionaries[language]);
}

/** Alone on its page a figure speaks as the address asks. */
function languageOf({ embed }: { embed: boolean }): Language {
  return embed ? readEmbedOptions(new URLSearchParams(location.search)).language : 'en';
}
