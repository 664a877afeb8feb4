import bibtex from '#content/references/references.bib?raw';
import { parseBibtex, type Reference } from './references.ts';

/** All works that the site cites. */
export const library = parseBibtex(bibtex);

/** One work by its key; an unknown key is a build error that names it. */
export function work(key: string): Reference {
  const reference = library.get(key);
  if (!reference) throw new Error(`no reference "${key}" in content/references/references.bib`);
  return reference;
}
