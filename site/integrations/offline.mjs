import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.mjs';

/** No part of the notebook that a reader opens. */
const NEVER = /^(sw\.js|revisions\.json|robots\.txt|sitemap.*|og\/|strideless)/;
/**
 * Not kept beforehand, but once they were used: other people's furniture, and the weights in folders of their own. Those
 * in the folder of the weights itself are what the lab opens on. Nor what makes a speaker's files, nor the pictures that
 * stand in other people's pages.
 */
const LATER =
  /^(embed\/|posters\/|oembed\/|weights\/[^/]+\/|_astro\/(pdf|pptx|film|gif|dialog|outlines)\.[\w-]+\.js|_astro\/(IBMPlex|harfbuzz))/;

const hash = (...parts) => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 16);
};

/**
 * The service worker of site/integrations/service-worker.js for the files in a folder, served under a path, and the
 * table of their revisions: a hash of each file's bytes by its path.
 */
export function serviceWorkerOf(folder, base) {
  const scope = base.replace(/\/?$/, '/');
  const files = filesOf(folder).filter((file) => !NEVER.test(file));
  const pathOf = (file) => scope + file.replace(/(^|\/)index\.html$/, '$1');
  const revisions = Object.fromEntries(
    files.map((file) => [pathOf(file), hash(readFileSync(join(folder, file)))]),
  );
  const atOnce = files.filter((file) => !LATER.test(file)).map(pathOf);
  const source = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
  const table = JSON.stringify(revisions);
  const worker = source
    .replace('__SCOPE__', () => scope)
    .replace('__VERSION__', () => hash(source, table))
    .replace("'__REVISIONS__'", () => table)
    .replace("'__AT_ONCE__'", () => JSON.stringify(atOnce));
  return { worker, table, atOnce };
}

/** Writes sw.js, the service worker, and revisions.json, by which it learns of a newer version. */
export function offline({ base }) {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { worker, table, atOnce } = serviceWorkerOf(fileURLToPath(dir), base);
        writeFileSync(new URL('sw.js', dir), worker);
        writeFileSync(new URL('revisions.json', dir), table);
        logger.info(`${atOnce.length} files to read without a network`);
      },
    },
  };
}
