import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guest } from './strideless.mjs';

/** What the talk is called where it is taken along, and its folder. */
const NAME = 'strideless-talk';
const SIZE = /(<span data-size-of="strideless-talk\.zip"[^>]*>)[^<]*/;

const bytesOf = (text) => new TextEncoder().encode(text);

/**
 * Writes posters/lab.svg, what the lab's detectors find in its first scene, and strideless-talk.zip, the talk as a folder
 * that opens from a disk, and says in the pages that offer it how large it is. `plugins` as for strideless.js; without `site`
 * nobody knows where this will stand, and what is taken along leads nowhere.
 */
export function takeAlong({ plugins, base, site }) {
  return {
    name: 'take-along',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const path = base.replace(/\/?$/, '/');
        const where = site === undefined ? undefined : new URL(path, site);
        // Our own modules, which Node reads only now: astro.config.mjs is read by other commands too.
        const [
          { bundle },
          { labPoster },
          { boardOf, inMotion, momentsOf },
          { papers, releasedOn },
          page,
          { zipOf },
        ] = await Promise.all([
          import('../take-along/bundle.mjs'),
          import('../take-along/lab-poster.ts'),
          import('../take-along/files.ts'),
          import('../take-along/papers.ts'),
          import('../take-along/page.ts'),
          import('../../lib/export/zip.ts'),
        ]);
        const { code, packages } = await bundle([guest, ...plugins]);
        writeFileSync(
          join(folder, 'posters', 'lab.svg'),
          await labPoster(where ? new URL('lab/', where).href : ''),
        );
        const read = (path) => readFileSync(join(folder, path));
        const reveal = createRequire(import.meta.url).resolve('reveal.js/reveal.css');
        const talk = page.takeAlongPage(read('talk/index.html').toString(), {
          base: path,
          site: where,
          read,
          styles: {
            before: readFileSync(reveal, 'utf8'),
            after: readFileSync(new URL('../take-along/take-along.css', import.meta.url), 'utf8'),
          },
        });
        const files = { 'index.html': bytesOf(talk.page), 'deck.js': bytesOf(code) };
        for (const [name, text] of Object.entries(papers(packages, where)))
          files[name] = bytesOf(text);
        for (const path of talk.pictures) files[page.pictureIn(path)] = read(path);
        const day = releasedOn();
        const moving = inMotion(talk.figures, where, day);
        const made = [];
        for (const name of talk.figures)
          made.push(await momentsOf(await boardOf(name, where), day));
        for (const [file, bytes] of Object.entries(Object.assign({}, ...made, await moving)))
          files[`figures/${file}`] = bytes;
        const inFolder = Object.entries(files).map(([name, bytes]) => [`${NAME}/${name}`, bytes]);
        const zip = zipOf(Object.fromEntries(inFolder));
        writeFileSync(join(folder, `${NAME}.zip`), zip);
        const size = `${(zip.length / 1e6).toFixed(1)} MB`;
        for (const file of ['talk/index.html', 'talks/index.html']) {
          const html = read(file).toString();
          if (!SIZE.test(html)) throw new Error(`${file} does not offer ${NAME}.zip`);
          writeFileSync(join(folder, file), html.replace(SIZE, `$1${size}`));
        }
        logger.info(`${NAME}.zip, ${Object.keys(files).length} files, ${size}`);
      },
    },
  };
}
