import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.mjs';

/** Not kept beforehand: other people's furniture, and weights other than the lab's, which are kept once they were used. */
const LATER =
  /^(sw\.js|robots\.txt|sitemap.*|embed\/|og\/|weights\/(?!yolov5p(-spd)?\.|index\.html))/;

/** Writes sw.js: the service worker of site/integrations/service-worker.js with the list of what it keeps. */
export function offline({ base }) {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const source = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
        const version = createHash('sha256').update(source);
        const files = filesOf(root).filter((file) => !LATER.test(file));
        for (const file of files) version.update(file).update(readFileSync(root + file));
        const addresses = files.map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
        const prefix = base.replace(/\/?$/, '/');
        const kept = JSON.stringify(addresses.map((address) => prefix + address));
        writeFileSync(
          new URL('sw.js', dir),
          source
            .replace('__VERSION__', version.digest('hex').slice(0, 16))
            .replace("'__FILES__'", kept)
            .replace('__BASE__', prefix),
        );
        logger.info(`${files.length} files to read without a network`);
      },
    },
  };
}
