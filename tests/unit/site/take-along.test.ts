import { describe, expect, it } from 'vitest';
import { takeAlongPage } from '../../../site/take-along/page.ts';
import { bibtex } from '../../../site/take-along/papers.ts';

const site = new URL('https://strideless.example/notebook/');
const styles = { before: '.reveal {}', after: '.live {}' };
const read = (path: string) => new TextEncoder().encode(path);
const page = (body: string, head = '') =>
  takeAlongPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    site,
    styles,
    read,
  });
const live = (address: string) =>
  `<div class="live"><iframe data-src="/notebook/embed/${address}" title="x"></iframe><img src="/notebook/figures/x-light.svg"></div>`;

describe('the talk as a page that opens from a disk', () => {
  it('has figures as elements, with what their addresses say', () => {
    const made = page(live('rebuild/?via=strided&amp;step=0&amp;hide=description%2Ccheck'));
    expect(made.figures).toEqual(['rebuild']);
    expect(made.pictures).toEqual(['figures/x-light.svg']);
    const attributes = /<strideless-figure ([^>]*)>/.exec(made.page)?.[1].split(' ').sort();
    expect(attributes).toEqual([
      'fit="contain"',
      'hide="description,check"',
      'name="rebuild"',
      'step="0"',
      'via="strided"',
    ]);
    expect(made.page).toContain('src="pictures/x-light.svg"');
    expect(made.page).not.toContain('<iframe');
  });

  it('says of a lab that it needs the engine, and takes no other frame', () => {
    const { page: text, figures } = page(live('lab/'));
    expect(figures).toEqual([]);
    expect(text).toContain('needs the engine');
    expect(() => page('<div class="live"><iframe data-src="/elsewhere/"></iframe></div>')).toThrow(
      'no figure',
    );
  });

  it('asks a server for nothing: no modules, no policy, typefaces in the page, links whole', () => {
    const { page: text } = page(
      '<a href="/notebook/chapters/">x</a><a class="offer" href="/notebook/a.zip">y</a>',
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self'">
      <link rel="preload" href="/notebook/a.woff2"><script type="module" src="/notebook/a.js"></script>
      <style>@font-face{font-family:"Source Serif 4";src:url(/notebook/serif.woff2)}@font-face{font-family:Plex;src:url(/notebook/_astro/plex.woff2)}</style>`,
    );
    expect(text).toContain('href="https://strideless.example/notebook/chapters/"');
    expect(text).toContain(`data:font/woff2;base64,${btoa('_astro/plex.woff2')}`);
    expect(text).not.toMatch(/type="module"|http-equiv|preload|serif\.woff2|a\.zip/);
    expect(text).toMatch(/^<!doctype html>\s*<html[^>]*><head><meta charset/);
  });
});

describe('the BibTeX', () => {
  const citation = `title: "A: b"\nauthors:\n  - name: The authors\nversion: 0.1.0\ndate-released: 2026-11-24\n`;

  it('names this notebook and the paper', () => {
    const references =
      '@misc{other,\n  a = {b}\n}\n\n@article{sunkara2022,\n  title = {No {CNN}}\n}\n';
    expect(bibtex(citation, references, site)).toBe(
      '@software{strideless,\n  title = {{A: b}},\n  author = {{The authors}},\n  year = {2026},\n  version = {0.1.0},\n  url = {https://strideless.example/notebook/}\n}\n\n@article{sunkara2022,\n  title = {No {CNN}}\n}\n',
    );
    expect(() => bibtex(citation, '@misc{other,\n}\n', site)).toThrow('sunkara2022');
  });
});
