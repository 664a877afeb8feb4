import type { Declaration } from '#lib/parameters/index.ts';
import { type EmbedOptions, embedDeclaration, readEmbedOptions } from './embed-options.ts';

// An attribute `lang` is HTML's own, and speaks of the page.
const { lang: _, ...options } = embedDeclaration;

/** The attributes of <strideless-figure> beside its figure's parameters: as on an embed page, but as high as it is. */
export const elementDeclaration = {
  ...options,
  fit: { ...options.fit, default: 'page' },
} as const satisfies Declaration;

export const optionNames = Object.keys(elementDeclaration);

/** Reads them. A reader's own picture is not asked for: the page around may have its own use for what is pasted. */
export function elementOptions(attribute: (name: string) => string | null): EmbedOptions {
  const given = Object.fromEntries(
    optionNames.flatMap((name) => {
      const value = attribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const read = readEmbedOptions({ fit: elementDeclaration.fit.default, ...given }, (name) =>
    CSS.supports('color', name),
  );
  return { ...read, hidden: new Set([...read.hidden, 'picture']) };
}
