import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { CREATOR, LICENCE, portable, storyboard } from '#lib/export/index.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { pngFile } from '#lib/png/index.ts';
import { documentsOf } from '../../../site/take-along/files.ts';
import { takeAlongPage } from '../../../site/take-along/page.ts';
import { bibtex, papers, releasedOn } from '../../../site/take-along/papers.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';

const site = new URL('https://strideless.example/notebook/');
const styles = { before: '.reveal {}', after: '.live {}' };
const read = (path: string) => new TextEncoder().encode(path);
const page = (body: string, head = '') =>
  takeAlongPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    base: site.pathname,
    site,
    styles,
    read,
  });
const live = (address: string, printed = '<svg></svg>') =>
  `<div class="live"><iframe data-src="/notebook/embed/${address}" title="x"></iframe><img src="/notebook/figures/x-light.svg"><template>${printed}</template></div>`;

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
    const printed = '<div><img src="/notebook/posters/lab.svg"><p>What was found</p></div>';
    const { page: text, figures, pictures } = page(live('lab/', printed));
    expect(figures).toEqual([]);
    expect(pictures).toContain('posters/lab.svg');
    // Live it says why it is a picture; on paper it has no need to.
    expect(text).toMatch(/<img src="pictures\/lab.svg"><p>[^<]*needs the engine/);
    expect(text).toContain('<img src="pictures/lab.svg"><p>What was found');
    expect(() => page(live('lab/'))).toThrow('computed before');
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

describe('the talk from a build that nobody gave an address', () => {
  it('leads nowhere, and says how it would', () => {
    const { page: text } = takeAlongPage(
      `<!doctype html><html><head></head><body><a href="/notebook/chapters/">the <b>notebook</b></a><a class="picture" href="/notebook/figures/">a <i>figure</i></a><a href="?theme=dark">dark</a>${live('rebuild/')}<div class="reveal"></div></body></html>`,
      { base: site.pathname, site: undefined, styles, read },
    );
    expect(text).toContain('the <b>notebook</b>');
    // What its class says of it, as that a live figure stands in its place, still holds.
    expect(text).toContain('<span class="picture">a <i>figure</i></span>');
    expect([...text.matchAll(/<a [^>]*>/g)].map(String)).toEqual(['<a href="?theme=dark">']);
    expect(text).toMatch(/<strideless-figure [^>]*name="rebuild"/);
    const readMe = (where?: URL) => papers([], where)['README.txt'];
    expect(readMe()).toContain('SITE_URL=');
    expect(readMe(site)).toContain(site.href);
    expect(readMe(site)).not.toContain('SITE_URL');
    for (const said of [readMe(), readMe(site)]) {
      expect(said).toContain('npm run export -- space-to-depth --format mp4');
      expect(said.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(said).not.toMatch(/undefined|localhost/);
    }
    expect(papers([], undefined)['strideless.bib']).not.toMatch(/undefined|localhost/);
  });
});

describe('the moments of a figure as documents', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are a page and a slide each, the same bytes whenever they are made', async () => {
    // It has texts that end, or have their middle, where they are put, and a picture.
    const figure = await loadFigure('shift', english);
    const board = storyboard(figure, valuesOf(figure), {
      theme: 'light',
      start: 'start',
      source: site.href,
      svg: emptySvg,
    });
    const png = pngFile(1, 1, new Uint8Array([0, 0, 0, 0]));
    const pictures = board.moments.slice(-2).map((moment) => ({
      moment,
      svg: portable(board.svg(moment.t)),
      png,
    }));
    expect(pictures.at(-1)?.svg).toContain('<image');
    vi.useFakeTimers({ toFake: ['Date'] });
    const made = (year: number) => {
      vi.setSystemTime(new Date(year, 1, 1));
      return documentsOf(board, pictures, releasedOn());
    };
    const files = await made(2031);
    expect(Object.keys(files)).toEqual(['shift_steps_light.pdf', 'shift_steps_light.pptx']);
    const pdf = Buffer.from(files['shift_steps_light.pdf']).toString('latin1');
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(pictures.length);
    expect(pdf).toContain('/Subtype /Image');
    // Where each moment is made of the same parameters, the document says those, and each slide its moment.
    const { keywords } = board.about();
    expect(keywords.length).toBeGreaterThan(3);
    expect(pdf).toContain(`/Keywords (${keywords.join('; ')}`);
    const parts = unzipSync(files['shift_steps_light.pptx']);
    const textOf = (name: string) => Buffer.from(parts[name]).toString();
    expect(textOf('docProps/core.xml')).toContain(
      `<cp:keywords>${keywords.join('; ')}</cp:keywords>`,
    );
    const notes = Object.keys(parts).filter((name) => /notesSlide\d+\.xml$/.test(name));
    for (const { moment } of pictures)
      expect(notes.some((name) => textOf(name).includes(`step=${moment.number} (`))).toBe(true);
    const slides = Object.keys(unzipSync(files['shift_steps_light.pptx']));
    expect(slides.filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      pictures.length,
    );
    // Nobody else takes this world for that of a page.
    expect(globalThis).not.toHaveProperty('document');
    const later = await made(2032);
    for (const [name, bytes] of Object.entries(files))
      expect(Buffer.from(later[name]).equals(bytes), name).toBe(true);
  }, 60_000);
});

it('the licence of the figures is the one that they name, in the repository and in the folder', () => {
  const text = readFileSync('LICENSE-FIGURES.txt', 'utf8');
  for (const said of [CREATOR, LICENCE.name, LICENCE.address, `${LICENCE.address}legalcode`])
    expect(text).toContain(said);
  expect(papers([], site)['LICENSE-FIGURES.txt']).toBe(text);
  expect(readFileSync('README.md', 'utf8')).toContain('LICENSE-FIGURES.txt');
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
