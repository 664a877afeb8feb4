import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leanPage, leanSheet, MADE } from '../../../site/integrations/lean-pages.mjs';

const names = {
  scopes: new Set(['data-astro-cid-here']),
  elements: new Set(['spd-figure']),
};

describe('styles of a page', () => {
  it('keep what can be seen in it, letter by letter', () => {
    const kept = [
      'p{margin:0}',
      '.anything{color:red}',
      '.row[data-astro-cid-here]{color:red}',
      'spd-figure>svg{width:auto}',
      'main:not(.gone,other-thing) p{color:red}',
      '@media print{spd-figure{display:none}}',
      '@keyframes turn{from{rotate:0}to{rotate:1turn}}',
    ].join('');
    expect(leanSheet(kept, names)).toBe(kept);
  });

  it('lose components and custom elements that do not stand in it', () => {
    const idle = [
      '.row[data-astro-cid-gone]{color:red}',
      'other-thing p{color:red}',
      '@media print{other-thing{display:none}}',
    ].join('');
    expect(leanSheet(idle, names)).toBe('');
    expect(leanSheet('p,other-thing p{color:red}', names)).toBe('p{color:red}');
  });
});

describe('styles of a chapter', () => {
  const styled = (body: string, sheet: string) =>
    /<style>(.*?)<\/style>/s.exec(leanPage(`<style>${sheet}</style>${body}`))?.[1];

  it('lose all of a thing that does not stand in it, and nothing of one that does', () => {
    const sheet = '.prose .paint .painted td{margin:0}.paint,.order{margin:0}.veil p{margin:0}';
    expect(styled('<article data-chapter>', sheet)).toBe('.veil p{margin:0}');
    expect(styled('<article data-chapter><div class="wide paint">', sheet)).toBe(
      '.prose .paint .painted td{margin:0}.paint{margin:0}.veil p{margin:0}',
    );
  });

  it('are whole on other pages, where scripts of others make what they like', () => {
    expect(styled('<main>', '.reveal{margin:0}')).toBe('.reveal{margin:0}');
  });

  it('are kept for all that scripts make in one', () => {
    // In other people's pages, in a shadow root, on the home page, in a talk.
    const elsewhere =
      /^components\/(figure\/(lab-)?element|figure\/stage|hero\/)|^site\/(talk|take-along)\//;
    const files = globSync(['components/**/*.ts', 'site/**/*.{ts,js}']);
    const made = files
      .filter((file) => !elsewhere.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:\bclassName\s*[:=]|classList\.\w+\(|setAttribute\('class',)([^;\n]+)/g,
        ),
      ])
      .flatMap(([, given]) => [...given.matchAll(/'([\w -]+)'/g)])
      .flatMap(([, list]) => list.split(' '));
    expect(made.length).toBeGreaterThan(5);
    // Parts of a thing may bear any name.
    const parts = ['handles', 'key', 'plot'];
    expect(made.filter((name) => !MADE.includes(name) && !parts.includes(name))).toEqual([]);
  });
});

describe('a page', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const sheet = 'p{margin:0}other-thing{color:red}@media (width<9px){p{margin:1px}}';
  const large = `data:image/png;base64,${'A'.repeat(800)}`;
  const small = 'data:image/png;base64,AAAA';
  const page = `<meta http-equiv="content-security-policy" content="style-src 'self' ${hash(sheet)}"><style>${sheet}</style><p>${large}</p><image href="${large}"/><img src="${small}">`;

  it('allows the styles that it has in the end', () => {
    const lean = leanPage(page, () => '');
    const [, left] = /<style>(.*?)<\/style>/s.exec(lean) ?? [];
    expect(left).toBe('p{margin:0}@media (width<9px){p{margin:1px}}');
    expect(lean).toContain(hash(left));
    expect(lean).not.toContain(hash(sheet));
  });

  it('names its larger pictures, and keeps the small ones', () => {
    const given: number[] = [];
    const lean = leanPage(page, (bytes: Uint8Array) => {
      given.push(bytes.length);
      return '/a.png';
    });
    expect(given).toEqual([600]);
    expect(lean).toContain('<image href="/a.png"/>');
    expect(lean).toContain(`<img src="${small}">`);
    // A text that speaks of a picture is no picture.
    expect(lean).toContain(`<p>${large}</p>`);
  });
});
