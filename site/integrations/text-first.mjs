import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.mjs';

/** A module script of a page, as Astro writes it, and as site/furniture/scripts-late.js looks for it. */
const AT_ONCE = '<script type="module" src=';
const LATE = '<script type="module-late" src=';

/**
 * Scripts come after the text. A module script does not hold the page up, but asks for the line as urgently as a
 * typeface does, and may run before the page is drawn; so the pages that have the script for it start theirs after that.
 * The others (in somebody's frame, a talk) let them wait for the line only.
 */
export function textFirst() {
  return {
    name: 'text-first',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of filesOf(root).filter((name) => name.endsWith('.html'))) {
          const page = readFileSync(root + file, 'utf8');
          const patient = page.replaceAll(
            AT_ONCE,
            page.includes('script[type=module-late]')
              ? LATE
              : '<script type="module" fetchpriority="low" src=',
          );
          if (patient !== page) writeFileSync(root + file, patient);
        }
      },
    },
  };
}
