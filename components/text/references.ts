// Works that the site cites, read from BibTeX by citation-js when the site is built.
import { parse as parseFile } from '@citation-js/plugin-bibtex/lib/input/file.js';
import { parse as parseValue } from '@citation-js/plugin-bibtex/lib/input/value.js';

/** One entry of a BibTeX file: its type, its key, its fields as plain text. */
export interface Reference {
  type: string;
  key: string;
  authors: Author[];
  fields: Record<string, string>;
  /** The entry as it stands in the file, to copy. */
  source: string;
}

/** A person has a given name, an institution has none. */
interface Author {
  given?: string;
  family: string;
}

/** Reads BibTeX. Throws where it is none, naming line and column, and on a key that occurs twice. */
export function parseBibtex(text: string): Map<string, Reference> {
  const sources = new Map(
    text.split(/^(?=@)/m).map((source) => [keyOf(source), source.trim()] as const),
  );
  const references = new Map<string, Reference>();
  for (const { type, label, properties } of entriesOf(text)) {
    if (references.has(label)) throw new Error(`BibTeX: the key ${label} occurs twice`);
    const fields: Record<string, string> = {};
    for (const [name, value] of Object.entries(properties))
      if (name !== 'author') fields[name] = plain(name, String(value));
    references.set(label, {
      type,
      key: label,
      authors: authorsOf(String(properties.author ?? '')),
      fields,
      source: sources.get(label) ?? '',
    });
  }
  return references;
}

function entriesOf(text: string): ReturnType<typeof parseFile> {
  try {
    return parseFile(text);
  } catch (error) {
    throw new Error(`BibTeX: ${(error as Error).message}`, { cause: error });
  }
}

const keyOf = (source: string) => /^@\w+\s*\{\s*([^,\s]+)/.exec(source)?.[1] ?? '';

/** A field without its LaTeX; lists, such as publishers, with commas. */
function plain(field: string, value: string): string {
  const parsed = parseValue(value, field, 'biblatex');
  return typeof parsed === 'string' ? parsed : parsed.map(String).join(', ');
}

function authorsOf(value: string): Author[] {
  if (value.trim() === '') return [];
  const names = parseValue(value, 'author', 'biblatex');
  if (typeof names === 'string') return [{ family: names }];
  return names.map((name) => {
    if (typeof name === 'string') return { family: name };
    const family = [name.prefix, name.family, name.suffix].filter(Boolean).join(' ');
    return name.given ? { given: name.given, family } : { family };
  });
}

/** The authors in the order of the file, each as "Given Family". */
export function authors(reference: Reference): string[] {
  return reference.authors.map(({ given, family }) => (given ? `${given} ${family}` : family));
}

/** "Sunkara & Luo 2022", "Odena et al. 2016": how the text names a work. */
export function shortName(reference: Reference): string {
  if (reference.fields.shorthand) return reference.fields.shorthand;
  const names = reference.authors.map(({ family }) => family);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ');
  return `${who} ${reference.fields.year ?? ''}`.trim();
}

/** Sorts works by how the text names them; numbers in a name count as numbers. */
export const byShortName = (a: Reference, b: Reference): number =>
  shortName(a).localeCompare(shortName(b), 'en', { numeric: true });

/** Where the work can be read: its DOI, its arXiv page or its address. */
export function address(reference: Reference): string | undefined {
  const { doi, eprint, url } = reference.fields;
  if (doi) return `https://doi.org/${doi}`;
  if (eprint) return `https://arxiv.org/abs/${eprint}`;
  return url;
}

/** The full stop after a title or a note; none where it ends with a sign of its own. */
export function ended(text: string | undefined): string {
  return /[.?!…]$/.test(text ?? '') ? '' : '.';
}
