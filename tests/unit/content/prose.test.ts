// How signs stand in what a reader sees: chapters, words and what the result files say of themselves.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measured } from '#components/kit/measured.ts';
import { home as homeWords } from '#content/words/en/home.ts';

/** A chapter without its programs and without what others wrote. */
const prose = (text: string) =>
  text.replace(/```[\s\S]*?```/g, ' ').replace(/<Quote[\s\S]*?<\/Quote>/g, ' ');
const chapters = globSync('content/chapters/*.mdx').map((path) => ({
  path,
  text: prose(readFileSync(path, 'utf8')),
}));

test('no sentence ends on an ellipsis and a full stop', () => {
  const words = globSync('content/words/en/**/*.ts').map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));
  expect(words.length).toBeGreaterThan(10);
  for (const { path, text } of [...chapters, ...words]) expect(text, path).not.toMatch(/…\s?\./);
});

test('no name of a measure is written with the stroke of a program', () => {
  const files = globSync([
    'content/words/en.ts',
    'content/words/en/**/*.ts',
    'content/glossary/*.yaml',
  ]);
  expect(files.length).toBeGreaterThan(10);
  const shown = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  for (const { path, text } of [...chapters, ...shown])
    expect(text.match(/\b(?:AP|mAP|IoU)_\w+/g), path).toBeNull();
});

test('an apostrophe is no straight stroke where nothing sets it', () => {
  // Text between tags is set by the build; attributes, front matter and data files are not.
  const unset = chapters.map(({ path, text }) => ({
    path,
    text: [
      ...(/^---[\s\S]*?\n---/.exec(text) ?? []),
      ...text.matchAll(/(?:question|title|name|note)="[^"]*"/g),
    ].join('\n'),
  }));
  const files = ['content/glossary/*.yaml', 'content/references/*.bib', 'content/results/cited/*'];
  const data = globSync(files).map((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return {
      path,
      text: lines.filter((line) => !/"(about|published|variant)"/.test(line)).join('\n'),
    };
  });
  expect(data.length).toBeGreaterThan(3);
  for (const { path, text } of [...unset, ...data]) expect(text, path).not.toMatch(/\p{L}'\p{L}/u);
});

test('wherever a sentence has a ±, the page says what it is', () => {
  const path = 'site/pages/index.astro';
  const home = { path, text: readFileSync(path, 'utf8') + homeWords.verdict };
  const said = [
    [/<Mean\b/, /±[^.]*standard deviation/],
    [/<Difference\b/, /(±|difference)[^.]*95 per cent interval/],
  ] as const;
  let found = 0;
  for (const { path, text } of [...chapters, home])
    for (const [shown, explained] of said)
      if (shown.test(text)) {
        found++;
        expect(text, path).toMatch(explained);
      }
  expect(found).toBeGreaterThan(6);
});

test('sizes are multiplied by a ×, not by a letter', () => {
  for (const { path, text } of chapters) expect(text, path).not.toMatch(/\d x \d/);
  for (const { experiment, title, about } of measured.values())
    expect(`${title} ${about}`, experiment).not.toMatch(/\d x \d/);
});

test('a sentence that tells readers to press, choose, set or switch something does it by itself', () => {
  const order =
    /(?:^|[.:;!?]["”]?\s+|\b(?:then|and|or)\s+)(?:press|choose|select|switch|play|set (?:it|s|the|\w+ to))\b/imu;
  let handles = 0;
  for (const { path, text } of chapters) {
    // What is said under a figure or in its tag stands beside its own controls.
    const [, body] = /^---[\s\S]*?\n---([\s\S]*)/.exec(text) ?? [];
    const said = body
      ?.replace(/<(Do|Tune)\b[\s\S]*?<\/\1>/g, () => {
        handles++;
        return '_';
      })
      .replace(/<Figure\b[\s\S]*?<\/Figure>/g, ' ')
      .replace(/<[A-Za-z][^>]*>/g, ' ');
    expect(order.exec(said ?? '')?.[0], path).toBeUndefined();
  }
  expect(handles).toBeGreaterThan(30);
});

test('words that act lead to a figure or a chart that their chapter has', () => {
  for (const { path, text } of chapters)
    for (const [, figure] of text.matchAll(/<(?:Do|Tune)\s+figure="([^"]+)"/g)) {
      // Two name themselves.
      const named: Record<string, string> = { flow: '<Flow', 'gain-chart': '<PublishedGain' };
      const place = named[figure] ?? `<\\w+ [^>]*(?:name|id)="${figure}"`;
      expect(text, `${figure} in ${path}`).toMatch(new RegExp(place));
    }
});
