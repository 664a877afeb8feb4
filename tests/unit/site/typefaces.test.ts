import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIGNS_OF_TEXT } from '../../../commands/lib/typefaces.mjs';

/** All that the site says, in whatever kind of file; formulas have a typeface of their own. */
const texts = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(mdx?|ts|ya?ml|bib)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('content', file), 'utf8') }));

describe('the typefaces of text', () => {
  it('have every sign that the site says, but for scripts that they never had', () => {
    expect(texts.length).toBeGreaterThan(50);
    for (const { file, text } of texts) {
      const prose = text.replace(/\$\$[\s\S]*?\$\$|\$[^$\n`{]+\$/g, '');
      const missing = [...prose].filter(
        (sign) => sign.trim() && !SIGNS_OF_TEXT.has(sign) && !/\p{Script=Han}/u.test(sign),
      );
      expect([...new Set(missing)], file).toEqual([]);
    }
  });
});
