// Sections that have moved to another page: their old addresses still lead to them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const chapter = (name: string) =>
  readFileSync(new URL(`../../../content/chapters/${name}.mdx`, import.meta.url), 'utf8');
/** The fragment of a heading, as Astro makes it. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');

const moved = [...chapter('results').matchAll(/<Moved to="\/chapters\/([\w-]+)\/"([\s\S]*?)\/>/g)];

test('the headings and charts of the old page of results are all named', () => {
  const text = moved.map(([, , rest]) => rest).join(' ');
  for (const id of [
    'what-does-the-helping',
    'does-the-order-last',
    'where-does-it-pay',
    'one-pixel-to-the-right',
    'is-a-trained-stride-fragile',
    'and-on-real-pictures',
    'trained-on-real-pictures',
    'blood-cells',
    'and-a-network-that-names-a-picture',
    'nine-chart',
    'frontier-chart',
    'classifiers-18-chart',
  ])
    expect(text).toContain(`'${id}'`);
  expect(chapter('results')).toContain('## What we measured');
});

test.each(moved.map(([, page, rest]) => [page, rest]))('%s', (page, rest) => {
  const text = chapter(page);
  const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => slug(heading));
  const [links, charts] = rest.split('charts=');
  for (const [, id, title] of links.matchAll(/'([\w-]+)': '([^']+)'/g)) {
    expect(headings).toContain(id);
    expect(slug(title)).toBe(id);
  }
  for (const [, id] of charts.matchAll(/'([\w-]+)'/g)) expect(text).toContain(`id="${id}"`);
});
