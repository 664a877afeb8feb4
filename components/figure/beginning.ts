import type { Language } from '#content/words/languages.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
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

/** The language of the words inside the figure: alone on its page it is the address's choice. */
export function languageOf({ embed }: { embed: boolean }): Language {
  return embed ? readEmbedOptions(new URLSearchParams(location.search)).language : 'en';
}
