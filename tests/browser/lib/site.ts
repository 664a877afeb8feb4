import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built site under test lies, and the path under which it is served. */
export const folder = process.env.SITE_FOLDER ?? 'dist';
export const base = process.env.SITE_BASE ?? '/';

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
  .sort();

/**
 * All pages of the built site, as addresses relative to the base: '', 'chapters/reads/', '404.html'. Old addresses, which
 * lead on at once, are not among them.
 */
export const pages = files.filter((file) => !/http-equiv="refresh"/.test(html(file)));

export const chapters = pages.filter((page) => /^chapters\/[^/]+\/$/.test(page));
export const embeds = pages.filter((page) => page.startsWith('embed/'));

/** The HTML of a page as it was built. */
export function html(page: string): string {
  return readFileSync(
    join(folder, page === '' || page.endsWith('/') ? `${page}index.html` : page),
    'utf8',
  );
}
