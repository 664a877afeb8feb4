import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { parse as yaml } from 'yaml';
import { elementDeclaration } from '#components/figure/element-options.ts';
import { embedDeclaration } from '#components/figure/embed-options.ts';
import { recipesFor, TOOLS } from '#components/figure/recipes.ts';
import { parse } from '#components/kit/parse.ts';
import tried from '#content/recipes-tried.json';
import { figures as english } from '#content/words/en/figures.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';

const site = new URL('https://example.org/notebook/');
const figure = await loadFigure('space-to-depth', english);
const recipes = recipesFor(site, figure);
const codes = Object.entries(recipes).map(([tool, { code }]) => [tool, code] as const);

/** Of HTML's own. */
const OWN = ['name', 'style'];

it('asks for nothing that the figure and its element do not know', () => {
  const elements = codes.flatMap(
    ([, code]) => code.match(/<strideless-figure[\s\S]*?<\/strideless-figure>/g) ?? [],
  );
  expect(elements.length).toBeGreaterThan(3);
  for (const code of elements) {
    // A blank line would end the HTML in a Markdown file.
    expect(code).not.toMatch(/\n\s*\n/);
    const element = parseHTML(`<html><body>${code}</body></html>`).document.querySelector(
      'strideless-figure',
    )!;
    const names = element.getAttributeNames().filter((name) => !OWN.includes(name));
    const options = names.filter((name) => Object.hasOwn(elementDeclaration, name));
    const asked = (of: readonly string[]) =>
      Object.fromEntries(of.map((name) => [name, element.getAttribute(name) ?? '']));
    expect(parse(elementDeclaration, asked(options)).errors).toEqual([]);
    const parameters = names.filter((name) => !options.includes(name));
    expect(Object.keys(figure.parameters)).toEqual(expect.arrayContaining(parameters));
    expect(parse(figure.parameters, asked(parameters)).errors).toEqual([]);
  }
  const addresses = codes.flatMap(([, code]) => code.match(/https:[^\s"')`<]*/g) ?? []);
  for (const address of addresses) {
    const { href, searchParams } = new URL(address.replaceAll('&amp;', '&'));
    expect(href.startsWith(site.href)).toBe(true);
    for (const [name, value] of searchParams) {
      const declared = { ...embedDeclaration, ...figure.parameters };
      expect(Object.keys(declared)).toContain(name);
      expect(parse(declared, { [name]: value }).errors).toEqual([]);
    }
  }
});

it('is a document of its tool', () => {
  expect(recipes.quarto.code).toMatch(/^```\{=html\}\n<script [\s\S]*<\/strideless-figure>\n```$/);
  const [, front] = recipes.slidev.code.split('---');
  expect(yaml(front)).toEqual({
    layout: 'iframe',
    url: 'https://example.org/notebook/embed/space-to-depth/?theme=projector&block=2',
  });
  // A cell shows its last line alone, so each has one thing to show.
  for (const cell of recipes.jupyter.code.split('\n\n'))
    expect(cell.match(/^(IFrame|HTML)\(/gm)).toHaveLength(1);
  const pages = recipes.beamer.code.match(
    /<(\d+)>\[page=\1, .*\{space-to-depth_steps_light\.pdf\}/g,
  );
  expect(pages).toHaveLength(1 + figure.stops(defaults(figure.parameters) as AnyValues).length);
});

it('says of each recipe whether it was tried', () => {
  expect(Object.keys(tried).sort()).toEqual(Object.keys(recipes).sort());
  expect(TOOLS.every((tool) => Object.hasOwn(tried, tool))).toBe(true);
  // That of the tests is tried with every version that they run with.
  const { version } = JSON.parse(readFileSync('node_modules/reveal.js/package.json', 'utf8')) as {
    version: string;
  };
  expect(tried.reveal.programs).toEqual([`reveal.js ${version}`]);
});
