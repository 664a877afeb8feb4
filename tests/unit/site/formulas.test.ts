import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import temml from 'temml';
import { describe, expect, it } from 'vitest';
import { SIGNS_OF_FORMULAS } from '../../../commands/lib/typefaces.mjs';
import { rehypePrimes } from '../../../site/furniture/rehype-primes.mjs';

/** All formulas of the texts, TeX, by file. */
const formulas = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.mdx?$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join('content', file), 'utf8').replace(/```[\s\S]*?```/g, '');
    const found = text.matchAll(/\$\$([\s\S]*?)\$\$|\$([^$\n]+)\$/g);
    return [...found].map(([, display, inline]) => ({ file, tex: display ?? inline }));
  });

it('a prime stands beside its letter, and is no exponent', () => {
  // What the plugin is given, as far as it looks at it.
  expect(temml.renderToString("X'")).toMatch(
    /<msup><mi>X<\/mi><mo[^>]*class="[^"]*tml-prime[^"]*"[^>]*>′<\/mo><\/msup>/,
  );
  const prime = () => ({
    tagName: 'mo',
    properties: { className: ['tml-prime'] } as Record<string, unknown>,
  });
  const one = { tagName: 'msup', children: [{ tagName: 'mi' }, prime()] };
  const pair = { tagName: 'mrow', children: [prime(), prime()] };
  const two = { tagName: 'msup', children: [{ tagName: 'mi' }, pair] };
  const square = {
    tagName: 'msup',
    children: [{ tagName: 'mi' }, { tagName: 'mn', properties: {} }],
  };
  rehypePrimes()({ tagName: 'math', children: [one, two, square] });
  expect([one, two, square].map(({ tagName }) => tagName)).toEqual(['mrow', 'mrow', 'msup']);
  expect([one, two].map(({ children }) => children[1])).toMatchObject([
    { properties: { form: 'postfix' }, children: [{ value: '′' }] },
    { properties: { form: 'postfix' }, children: [{ value: '″' }] },
  ]);
});

describe('the typeface of formulas', () => {
  it('has every sign that the texts use', () => {
    expect(formulas.length).toBeGreaterThan(50);
    for (const { file, tex } of formulas) {
      const signs = temml.renderToString(tex, { throwOnError: true }).replace(/<[^>]*>/g, '');
      const plain = signs.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      const missing = [...plain].filter((sign) => sign.trim() && !SIGNS_OF_FORMULAS.has(sign));
      expect(missing, `${file}: ${tex}`).toEqual([]);
    }
  });
});
