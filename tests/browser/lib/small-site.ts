import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serviceWorkerOf } from '../../../site/integrations/offline.mjs';

/** Bytes of the page "long": what follows them is its last word. */
export const LONG = 60_000;

/** A site of a few files, built like the notebook and with its service worker, that says of which version its parts are. */
export function smallSite(folder: string, version: string, base = '/'): string {
  const page = (name: string, filling = '') => `<!doctype html><title>${name}</title>
    <p id="page">${name} ${version}</p><p id="data"></p>${filling}<p id="end">end</p>
    <script type="module" src="${base}_astro/app.${version}.js"></script>`;
  const files: Record<string, string> = {
    'index.html': page('home'),
    'long/index.html': page('long', `<!--${'x'.repeat(LONG)}-->`),
    'chapters/reads/index.html': page('reads'),
    'embed/reads/index.html': page('embed'),
    'embed/block/index.html': page('block'),
    '404.html': page('not found'),
    '_astro/same.js': 'export const same = true;',
    [`_astro/app.${version}.js`]: `
      import '${base}_astro/same.js';
      const text = (path) => fetch('${base}' + path).then((response) => response.text());
      const all = await Promise.all(['weights/yolov5p.json', 'weights/pico/other.json',
        'pagefind/pagefind-entry.json?ts=' + Math.random()].map(text));
      document.querySelector('#data').textContent = all.join(', ');
      navigator.serviceWorker.register('${base}sw.js');`,
    'weights/yolov5p.json': `card ${version}`,
    'weights/pico/other.json': `other ${version}`,
    'pagefind/pagefind-entry.json': `index ${version}`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { worker, table } = serviceWorkerOf(folder, base);
  writeFileSync(join(folder, 'sw.js'), worker);
  writeFileSync(join(folder, 'revisions.json'), table);
  return folder;
}
