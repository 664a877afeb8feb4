import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.mjs';

/**
 * Scripts come after the text: on a slow line every page can be read before anything in it moves. A module script does
 * not hold the page up, but asks for the line as urgently as a typeface does; this says that it may wait.
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
            '<script type="module" src=',
            '<script type="module" fetchpriority="low" src=',
          );
          if (patient !== page) writeFileSync(root + file, patient);
        }
      },
    },
  };
}
