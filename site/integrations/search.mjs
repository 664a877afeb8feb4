import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldHtml } from '../furniture/search-fold.ts';
import { filesOf } from './files.mjs';

/** Writes pagefind's index of the built pages to pagefind/, where the search page looks for it. */
export function search() {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { createIndex, close } = await import('pagefind');
        const { index, errors } = await createIndex({
          forceLanguage: 'en',
          // Formulas read as gibberish in an excerpt.
          excludeSelectors: ['math', 'pre', 'svg'],
        });
        if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
        const root = fileURLToPath(dir);
        const pages = filesOf(root).filter((file) => file.endsWith('.html'));
        for (const sourcePath of pages) {
          const content = foldHtml(readFileSync(join(root, sourcePath), 'utf8'));
          const { errors: faults } = await index.addHTMLFile({ sourcePath, content });
          if (faults.length > 0) throw new Error(`pagefind: ${faults.join(', ')}`);
        }
        await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        await close();
        // The search page has its own face; pagefind's ready-made ones would only travel along.
        for (const file of readdirSync(new URL('pagefind/', dir)))
          if (/-ui\.|-highlight\./.test(file)) rmSync(new URL(`pagefind/${file}`, dir));
        logger.info(`${pages.length} pages in the index`);
      },
    },
  };
}
