import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
          excludeSelectors: ['.katex', 'pre', 'svg'],
        });
        if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
        const { page_count, errors: faults } = await index.addDirectory({
          path: fileURLToPath(dir),
        });
        if (faults.length > 0) throw new Error(`pagefind: ${faults.join(', ')}`);
        await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        await close();
        // The search page has its own face; pagefind's ready-made ones would only travel along.
        for (const file of readdirSync(new URL('pagefind/', dir)))
          if (/-ui\.|-highlight\./.test(file)) rmSync(new URL(`pagefind/${file}`, dir));
        logger.info(`${page_count} pages in the index`);
      },
    },
  };
}
