import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'content/chapters';
const chapters = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);
const linked = new Set(chapters.flatMap((text) => matches(text, /<Term\s+id="([^"]+)"/g)));

test('every term of the glossary is linked from a chapter', () => {
  const terms = matches(readFileSync('content/glossary/terms.yaml', 'utf8'), /^- id: (.+)$/gm);
  expect(terms.length).toBeGreaterThan(50);
  expect(terms.filter((id) => !linked.has(id))).toEqual([]);
});
