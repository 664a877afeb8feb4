import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { base, chapters, folder, html, pages } from './lib/site.ts';

/** The file that a link inside the site leads to, or undefined where there is none. */
function fileOf(path: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const file = join(folder, decodeURIComponent(path.slice(base.length)));
  if (existsSync(file) && statSync(file).isFile()) return file;
  const index = join(file, 'index.html');
  return path.endsWith('/') && existsSync(index) ? index : undefined;
}

const ids = new Map<string, Set<string>>();
function idsOf(file: string): Set<string> {
  const known = ids.get(file);
  if (known) return known;
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  const found = new Set([...document.querySelectorAll('[id]')].map((element) => element.id));
  ids.set(file, found);
  return found;
}

for (const page of pages) {
  test(`/${page}: every link, picture, style and script inside the site is there`, () => {
    const { document } = parseHTML(html(page));
    const dead: string[] = [];
    for (const element of document.querySelectorAll('[href], [src]')) {
      const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (/^(data:|mailto:)/.test(target)) continue;
      const url = new URL(target, `http://site${base}${page}`);
      if (url.host !== 'site') continue;
      const file = fileOf(url.pathname);
      if (!file) dead.push(target);
      else if (
        url.hash &&
        file.endsWith('.html') &&
        !idsOf(file).has(decodeURIComponent(url.hash.slice(1)))
      )
        dead.push(`${target} (no such place)`);
    }
    expect(dead).toEqual([]);
  });
}

test('every page has its own title, a description, one first heading and the policy', () => {
  const titles = new Set<string>();
  for (const page of pages) {
    const { document } = parseHTML(html(page));
    titles.add(document.title);
    expect(
      document.querySelector('meta[name=description]')?.getAttribute('content'),
      page,
    ).toBeTruthy();
    expect(document.querySelectorAll('h1').length, page).toBe(1);
    const policy =
      document.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ??
      '';
    expect(policy, page).toContain("default-src 'self'");
    expect(policy, page).not.toMatch(/https?:|'unsafe-eval'/);
    expect(policy.match(/script-src[^;]*/)?.[0], page).not.toContain('unsafe-inline');
  }
  expect(titles.size).toBe(pages.length);
});

for (const page of chapters) {
  test(`/${page}: formulas are set, citations are resolved`, () => {
    const text = html(page);
    const name = page.split('/')[1];
    const source = readFileSync(`content/chapters/${name}.mdx`, 'utf8').replace(
      /```[\s\S]*?```/g,
      '',
    );
    expect(text.includes('<math'), 'formulas').toBe(/\$[^$]+\$/.test(source));
    expect(text).not.toMatch(/(mathml|temml)-error/);
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('.references li').length).toBeGreaterThan(0);
    const listed = [...document.querySelectorAll('.references a')].map((a) => a.textContent);
    for (const ref of document.querySelectorAll('a.ref'))
      expect(listed, `${ref.textContent} is cited and must be listed`).toContain(
        ref.getAttribute('title'),
      );
  });
}
