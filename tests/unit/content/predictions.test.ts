import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { giveaways } from '../../browser/lib/giveaways.ts';

const folder = 'content/chapters';
const chapters = readdirSync(folder).filter((name) => name.endsWith('.mdx'));

/** The tags of a name with their attributes, and where they stand. */
function tags(source: string, name: string): { at: number; text: string }[] {
  return [...source.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map((match) => ({
    at: match.index,
    text: match[0],
  }));
}

const attribute = (text: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];

/** A place without a name of its own waits with the figure in it. */
function figureAfter(source: string, at: number): string | undefined {
  const [{ text }] = tags(source.slice(at), 'Figure');
  return attribute(text, 'id') ?? attribute(text, 'name');
}

test.each(chapters)(
  '%s: what a prediction asks about waits for it, and nothing else does',
  (chapter) => {
    const source = readFileSync(`${folder}/${chapter}`, 'utf8');
    const asked = tags(source, 'Predict').flatMap(({ at, text }) => {
      const id = attribute(text, 'for');
      return id === undefined ? [] : [{ id, at }];
    });
    const held = [
      ...tags(source, 'Figure')
        .filter(({ text }) => /\sheld\b/.test(text))
        .map(({ at, text }) => ({ id: attribute(text, 'id') ?? attribute(text, 'name'), at })),
      ...tags(source, 'FigureCheck')
        .filter(({ text }) => /\sheld\b/.test(text))
        .map(({ at, text }) => ({ id: `${attribute(text, 'name')}-check`, at })),
      ...tags(source, 'div')
        .filter(({ text }) => attribute(text, 'class') === 'held')
        .map(({ at, text }) => ({ id: attribute(text, 'id') ?? figureAfter(source, at), at })),
    ];
    expect(asked.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => id).sort());
    for (const { id, at } of asked)
      expect(at, `${id} is asked about before it is shown`).toBeLessThan(
        held.find((one) => one.id === id)!.at,
      );
  },
);

it('every prediction has its list of giveaways, and every list its prediction', () => {
  const ids = chapters.flatMap((chapter) =>
    tags(readFileSync(`${folder}/${chapter}`, 'utf8'), 'Predict').map(({ text }) =>
      attribute(text, 'id'),
    ),
  );
  expect(Object.keys(giveaways).sort()).toEqual(ids.sort());
});
