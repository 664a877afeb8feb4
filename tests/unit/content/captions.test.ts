// A caption that asks the reader to change something calls it what its control is called, and that control stands there.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { type FigureName, loadFigure } from '#lib/figures/index.ts';

const folder = 'content/chapters';
const asking = readdirSync(folder)
  .filter((file) => file.endsWith('.mdx'))
  .flatMap((file) => {
    const page = readFileSync(`${folder}/${file}`, 'utf8');
    return [...page.matchAll(/<Figure ([^>]*)>\n([^<]*)<\/Figure>/g)].flatMap(
      ([, attributes, caption]) => {
        const of = (name: string) => attributes.match(`\\b${name}="([^"]*)"`)?.[1] ?? '';
        return caption
          .split(/[.;]/)
          .map((clause) => clause.trim())
          .filter((clause) => /^(or )?(change|set|raise|lower)\b/i.test(clause))
          .map(
            (clause) => [file, of('name') as FigureName, of('tune').split(' '), clause] as const,
          );
      },
    );
  });

it('there are such captions', () => expect(asking.length).toBeGreaterThan(2));

it.each(asking)('%s, %s with %j: “%s”', async (_, name, tuned, clause) => {
  const { parameters } = await loadFigure(name, english);
  const named = Object.entries(parameters).flatMap(([key, { label }]) =>
    clause.toLowerCase().includes(label.toLowerCase().replace(/ \S?[₀-₉]$/, '')) ? [key] : [],
  );
  expect(named, 'what the clause names').not.toEqual([]);
  // Everything else is behind More, and said to be.
  expect(named.filter((key) => !tuned.includes(key))).toEqual([]);
});
