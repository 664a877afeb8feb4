import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const WHOLE = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** ASCII, and what a formula's letters turn into: a single letter in `<mi>` is drawn as its mathematical italic. */
const LETTERS = [...range(0x20, 0x7e), ...'δκλμπσΔΣ', ...range(0x1d434, 0x1d467), ...'ℎ𝛿𝜅𝜆𝜇𝜋𝜎'];
const SIGNS =
  '−×⋅·±∓÷∕′″‴∑∏∫√∞∂∇ℓℝℤ≤≥≠≡≈∼∝<>∈∉⊂⊆∩∪∧∨¬∀∃→←↔↦⟶⟼⇒⇔…⋯⋮⌊⌋⌈⌉⟨⟩|‖∣∥⏞⏟^ˆ~˜¯‾⃗\u2061\u2062\u2063\u2009\u205f\u2005\u00a0\u2003';

/** Every sign that a formula of the site may use; what it is drawn with, and all sizes of a bracket, come with it. */
export const SIGNS_OF_FORMULAS = new Set([...LETTERS, ...SIGNS]);

/**
 * A typeface for formulas with the signs that the site uses, a tenth of the whole: its path. Browsers set MathML
 * themselves, but need a typeface that knows how, and many a machine has none.
 *
 * @param {string} root where the folder `.cache` stands
 */
export async function formulaFont(root) {
  const whole = readFileSync(createRequire(import.meta.url).resolve(WHOLE));
  const subset = await subsetFont(whole, [...SIGNS_OF_FORMULAS].join(''), {
    targetFormat: 'woff2',
    // Forms for small raised and lowered signs; the many for other tastes stay away.
    keepFeatures: ['ssty'],
  });
  const path = join(root, '.cache/formulas.woff2');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(path, subset);
  return path;
}
