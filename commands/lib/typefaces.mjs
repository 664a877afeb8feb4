import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const signs = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** ASCII, and what a formula's letters turn into: a single letter in `<mi>` is drawn as its mathematical italic. */
const LETTERS = [...signs(0x20, 0x7e), ...'δκλμπσΔΣ', ...signs(0x1d434, 0x1d467), ...'ℎ𝛿𝜅𝜆𝜇𝜋𝜎'];
const OPERATORS =
  '−×⋅·±∓÷∕′″‴∑∏∫√∞∂∇ℓℝℤ≤≥≠≡≈∼∝<>∈∉⊂⊆∩∪∧∨¬∀∃→←↔↦⟶⟼⇒⇔…⋯⋮⌊⌋⌈⌉⟨⟩|‖∣∥⏞⏟^ˆ~˜¯‾⃗\u2061\u2062\u2063\u2009\u205f\u2005\u00a0\u2003';

/** Every sign that a formula of the site may use; what it is drawn with, and all sizes of a bracket, come with it. */
export const SIGNS_OF_FORMULAS = new Set([...LETTERS, ...OPERATORS]);

/** Every sign that the site's words use: ASCII, and what good typesetting adds to it. What a reader types may use others. */
export const SIGNS_OF_TEXT = new Set([
  ...signs(0x20, 0x7e),
  ...'‘’“”–—…′″×÷·±−→←↑↓↔½¼¾²³¹₀₁₂₃°§µ',
  // Of the names of authors.
  ...'áéäöüß',
  // Spaces that do not break or are narrow, and the hyphen that waits for the end of a line.
  ...'\u00a0\u2009\u200a\u202f\u00ad',
]);

/** Kerning, ligatures, marks, and the four kinds of figures; forms for other languages and tastes stay away. */
const OF_TEXT = {
  text: [...SIGNS_OF_TEXT],
  keepFeatures: ['kern', 'liga', 'mark', 'ccmp', 'onum', 'lnum', 'pnum', 'tnum'],
};

/** What a page asks for by name, `formula-font.woff2`: which typeface it is cut from, and what is kept of it. */
const CUTS = {
  // A tenth of the whole. Browsers set MathML themselves, but need a typeface that knows how; many a machine has none.
  'formula-font': {
    whole: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
    text: [...SIGNS_OF_FORMULAS],
    // Forms for small raised and lowered signs; the many for other tastes stay away.
    keepFeatures: ['ssty'],
  },
  // Half of the whole, each: the first paint of a chapter shares its way with four of them.
  'text-font': {
    ...OF_TEXT,
    whole: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    // As styles/fonts.css says of it.
    variationAxes: { wght: { min: 400, max: 600, default: 400 } },
  },
  'italic-font': {
    ...OF_TEXT,
    whole: '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  },
  'sans-font': {
    ...OF_TEXT,
    whole: '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
  },
  'bold-sans-font': {
    ...OF_TEXT,
    whole: '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
  },
  'mono-font': {
    ...OF_TEXT,
    whole: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  },
  'bold-mono-font': {
    ...OF_TEXT,
    whole: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2',
  },
};

/** One cut, made anew where this file or the typeface is newer than it: its path. */
async function cut(name, folder) {
  const { whole, text, ...kept } = CUTS[name];
  const from = createRequire(import.meta.url).resolve(whole);
  const path = join(folder, `${name}.woff2`);
  const newest = Math.max(...[from, fileURLToPath(import.meta.url)].map(changed));
  if (existsSync(path) && changed(path) > newest) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    await subsetFont(readFileSync(from), text.join(''), { targetFormat: 'woff2', ...kept }),
  );
  return path;
}

const changed = (path) => statSync(path).mtimeMs;

/**
 * For Vite: the typefaces that are cut to what the site sets in them, by the names that styles and pages use.
 *
 * @param {string} root where the folder `.cache` stands
 */
export async function typefaces(root) {
  const folder = join(root, '.cache/typefaces');
  const names = Object.keys(CUTS);
  await Promise.all(names.map((name) => cut(name, folder)));
  const find = new RegExp(`^(${names.join('|')})\\.woff2`);
  const alias = [{ find, replacement: `${folder}/$1.woff2` }];
  return { name: 'typefaces', config: () => ({ resolve: { alias } }) };
}
