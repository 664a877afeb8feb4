import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import {
  guestStyles,
  noGlobals,
  noStyleAttributes,
  ownNames,
  ownRem,
} from '../strideless/foreign.mjs';
import { ownThread } from './own-thread.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ENTRY = fileURLToPath(new URL('../strideless/strideless.ts', import.meta.url));
const STYLES = 'virtual:guest-styles';
/** The tokens, and what stands in the shadow root. */
const SHEETS = [
  '../styles/tokens.css',
  '../strideless/guest.css',
  '../../components/figure/drawing.css',
];

/**
 * What can go wrong in files, weights and the engine goes wrong in no figure of another page: it has one sentence for all that,
 * and the other words stay away.
 */
const ANY_FAULT = `import { kit } from '#content/words/en/kit.ts';
const any = new Proxy({}, { get: () => kit.faults.unexpected });
export const faults = new Proxy({}, { get: () => any });`;

/** For Vite: our code as a guest of another page. */
export const guest = {
  name: 'guest',
  enforce: 'pre',
  resolveId: (id) => (id === STYLES ? `\0${STYLES}` : undefined),
  load(id) {
    if (id === `\0${STYLES}`)
      return `export default ${JSON.stringify(guestStyles(...SHEETS.map(read)))}`;
    return id.endsWith('/content/words/en/faults.ts') ? ANY_FAULT : undefined;
  },
  transform(code, id) {
    if (/\/components\/(figure|kit)\//.test(id)) return ownRem(ownNames(code));
    if (id.startsWith(`\0${STYLES}`)) return ownRem(code);
    if (id.includes('/lib/figures/')) return noStyleAttributes(code);
    if (/\/node_modules\/(lit|lit-html|lit-element|@lit)\//.test(id)) return noGlobals(code);
    return undefined;
  },
};

/**
 * Writes strideless.js, with <strideless-figure> for pages of any origin, and its chunks beside it in strideless/.
 * `plugins` are those with which Vite reads our code for the site's own pages.
 */
export function strideless({ plugins }) {
  return {
    name: 'strideless',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const made = await build({
          configFile: false,
          logLevel: 'warn',
          root: fileURLToPath(new URL('../..', import.meta.url)),
          // Beside the script, wherever it lies.
          base: './',
          publicDir: false,
          plugins: [guest, ownThread, ...plugins],
          worker: { format: 'es' },
          build: {
            outDir: fileURLToPath(dir),
            emptyOutDir: false,
            // They would be announced in the head of a page that is not ours.
            modulePreload: false,
            assetsInlineLimit: 0,
            rolldownOptions: {
              input: { strideless: ENTRY },
              output: {
                entryFileNames: '[name].js',
                chunkFileNames: 'strideless/[name].[hash].js',
                assetFileNames: 'strideless/[name].[hash][extname]',
              },
            },
          },
        });
        logger.info(`strideless.js with ${made.output.length - 1} parts`);
      },
    },
  };
}
