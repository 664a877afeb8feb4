// The two parsers of citation-js that read BibTeX; the package comes without types.

declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  /** Reads a file's entries, their values still in LaTeX. Throws a sentence with line and column where it is no BibTeX. */
  export function parse(
    text: string,
  ): { type: string; label: string; properties: Record<string, string | number> }[];
}

declare module '@citation-js/plugin-bibtex/lib/input/value.js' {
  interface Name {
    family?: string;
    given?: string;
    prefix?: string;
    suffix?: string;
  }
  /** A value's LaTeX as text in Unicode; names and lists, as biblatex declares them, as arrays. */
  export function parse(
    text: string,
    field: string,
    dialect: 'biblatex' | 'bibtex',
  ): string | (string | Name)[];
}
