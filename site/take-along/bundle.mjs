import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ownThread } from '../integrations/own-thread.mjs';

const ENTRY = fileURLToPath(new URL('./deck.ts', import.meta.url));

/** What a deck's figures never show: their menus' parts, which a page of the site would fetch later. */
const NEVER = /\/(own-picture|code-panel|share)\.ts$|\/lib\/figures\/[^/]+\/code\.ts$/;

const unreachable = {
  name: 'unreachable',
  enforce: 'pre',
  load: (id) => (NEVER.test(id) ? 'export {}' : undefined),
};

/** The packages that a module lies in: `d3-array`, `@lit/task`. */
const packageOf = (id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

/**
 * The script of the talk that opens from a disk, and the packages that it is made of, sorted.
 *
 * @param plugins with which Vite reads our code
 */
export async function bundle(plugins) {
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    publicDir: false,
    plugins: [unreachable, ownThread, ...plugins],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        output: { format: 'iife', codeSplitting: false },
        // Nothing is preloaded: there is nothing to load.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  });
  const [chunk, ...others] = output;
  if (others.length > 0)
    throw new Error(`the talk from a disk is one script, not also ${others[0].fileName}`);
  const kept = chunk.moduleIds.filter((id) => chunk.modules[id].renderedLength > 0);
  const packages = new Set(kept.map(packageOf).filter((name) => name !== undefined));
  return { code: chunk.code, packages: [...packages].sort() };
}
