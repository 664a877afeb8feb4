/** One entry of a BibTeX file: its type, its key, its fields as plain text. */
export interface Reference {
  type: string;
  key: string;
  fields: Record<string, string>;
  /** The entry as it stands in the file, to copy. */
  source: string;
}

const ACCENTS: Record<string, string> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
};

/** The end of the brace group that opens at `start`. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return i;
  }
  throw new Error(`BibTeX: the brace at character ${start} is never closed`);
}

/** LaTeX's accents (`{\"o}`), underscores and braces as plain text. */
function plain(text: string): string {
  return text
    .replace(/\{?\\(["'`^~])\{?(\w)\}?\}?/g, (_, accent: string, letter: string) =>
      (letter + ACCENTS[accent]).normalize('NFC'),
    )
    .replace(/\\_/g, '_')
    .replace(/[{}]/g, '')
    .replace(/---?/g, '–')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads BibTeX whose values stand in braces. Throws on an unclosed brace and on a key that occurs twice. */
export function parseBibtex(text: string): Map<string, Reference> {
  const references = new Map<string, Reference>();
  for (const match of text.matchAll(/@(\w+)\s*\{\s*([^,\s]+)\s*,/g)) {
    const [head, type, key] = match;
    if (references.has(key)) throw new Error(`BibTeX: the key ${key} occurs twice`);
    const open = match.index + head.indexOf('{');
    const end = closing(text, open);
    const fields: Record<string, string> = {};
    let at = match.index + head.length;
    for (;;) {
      const field = /(\w+)\s*=\s*\{/y;
      while (at < end && /[\s,]/.test(text[at])) at++;
      field.lastIndex = at;
      const found = field.exec(text);
      if (!found || at >= end) break;
      const from = field.lastIndex - 1;
      const to = closing(text, from);
      const value = text.slice(from + 1, to);
      fields[found[1].toLowerCase()] = found[1] === 'url' ? value : plain(value);
      at = to + 1;
    }
    references.set(key, {
      type: type.toLowerCase(),
      key,
      fields,
      source: text.slice(match.index, end + 1),
    });
  }
  return references;
}

const family = (author: string): string => {
  const parts = author.split(',');
  return (parts.length > 1 ? parts[0] : author).trim();
};

/** The authors in the order of the file, each as "Given Family". */
export function authors(reference: Reference): string[] {
  return (reference.fields.author ?? '')
    .split(/\s+and\s+/)
    .filter(Boolean)
    .map((author) => author.split(',').reverse().join(' ').trim());
}

/** "Sunkara & Luo 2022", "Odena et al. 2016": how the text names a work. */
export function shortName(reference: Reference): string {
  if (reference.fields.shorthand) return reference.fields.shorthand;
  const names = (reference.fields.author ?? '')
    .split(/\s+and\s+/)
    .filter(Boolean)
    .map(family);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ');
  return `${who} ${reference.fields.year ?? ''}`.trim();
}

/** Where the work can be read: its DOI, its arXiv page or its address. */
export function address(reference: Reference): string | undefined {
  const { doi, eprint, url } = reference.fields;
  if (doi) return `https://doi.org/${doi}`;
  if (eprint) return `https://arxiv.org/abs/${eprint}`;
  return url;
}
