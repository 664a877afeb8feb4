// Whose all this is, how it is cited, and what lies in the folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { takeAlong as words } from '#content/words/en/talks.ts';

/** Of the paper that the talk is about, in content/references. */
const PAPER = 'sunkara2022';
/** The licence of the figures, here as there. */
const FIGURES = 'LICENSE-FIGURES.txt';
/** Their files lie in the page, whatever the script is made of. */
const FACES = ['@fontsource/ibm-plex-sans', '@fontsource/ibm-plex-mono'];

interface Citation {
  title: string;
  authors: readonly { name: string }[];
  'date-released': string;
  version: string;
}

/** CITATION.cff and the paper as BibTeX. */
export function bibtex(citation: string, references: string, site?: URL): string {
  const { title, authors, version, 'date-released': day } = parse(citation) as Citation;
  const paper = new RegExp(`^@\\w+\\{${PAPER},[\\s\\S]*?^\\}`, 'm').exec(references)?.[0];
  if (!paper) throw new Error(`there is no ${PAPER} among the references`);
  const fields = {
    title: `{${title}}`,
    author: authors.map(({ name }) => `{${name}}`).join(' and '),
    year: String(day).slice(0, 4),
    version,
    ...(site && { url: site.href }),
  };
  const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}}`);
  return `@software{strideless,\n${lines.join(',\n')}\n}\n\n${paper}\n`;
}

/** The day that CITATION.cff names, on which files say they were made: a build makes the same bytes whenever it runs. */
export function releasedOn(): Date {
  const { 'date-released': day } = parse(readFileSync('CITATION.cff', 'utf8')) as Citation;
  return new Date(day);
}

/** The licence of a package, as it came with it. */
function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no file of its licence`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

/** By their names: LICENSE for the code, one for the figures, those of what others have made, the BibTeX and a word to begin with. */
export function papers(packages: readonly string[], site?: URL): Record<string, string> {
  const others = [...packages, ...FACES].map((name) => `${name}\n\n${licenceOf(name)}\n`);
  return {
    'README.txt': words.readMe(site?.href),
    LICENSE: readFileSync('LICENSE', 'utf8'),
    [FIGURES]: readFileSync(FIGURES, 'utf8'),
    'LICENSES-OTHERS.txt': others.join(`\n${'-'.repeat(72)}\n\n`),
    'strideless.bib': bibtex(
      readFileSync('CITATION.cff', 'utf8'),
      readFileSync('content/references/references.bib', 'utf8'),
      site,
    ),
  };
}
