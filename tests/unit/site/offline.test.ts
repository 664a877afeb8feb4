import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { choices, DETECTORS, isUnsure } from '#components/lab/choices.ts';
import { defaults } from '#lib/parameters/index.ts';
import { serviceWorkerOf } from '../../../site/integrations/offline.mjs';

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('what the lab opens on is kept from the start, other weights once they were used', () => {
  const files = DETECTORS.flatMap((name) => [`${name}.json`, `${name}.safetensors`]);
  for (const file of files) {
    const path = join(folder, 'weights', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file);
  }
  const { atOnce } = serviceWorkerOf(folder, '/base/');
  const opensOn = Object.values(defaults(choices)).filter((name) => name !== 'none');
  expect(opensOn.length).toBeGreaterThan(1);
  for (const name of opensOn) {
    expect(atOnce).toContain(`/base/weights/${name}.json`);
    expect(atOnce).toContain(`/base/weights/${name}.safetensors`);
  }
  const later = DETECTORS.filter(isUnsure);
  expect(later.length).toBeGreaterThan(0);
  for (const name of later) expect(atOnce).not.toContain(`/base/weights/${name}.safetensors`);
});

it('what makes a speaker’s files, and what stands in other people’s pages, is not kept beforehand', () => {
  const now = [
    '_astro/player.a1.js',
    '_astro/share.a1.js',
    '_astro/ibm-plex-sans-latin-400.a1.woff2',
  ];
  const later = [
    ...['pdf', 'pptx', 'film', 'gif', 'dialog'].map((name) => `_astro/${name}.B-1_x.js`),
    '_astro/IBMPlexSans-Regular.a1.woff',
    'posters/reads.png',
    'oembed/reads.json',
    'embed/reads/index.html',
  ];
  for (const file of [...now, ...later]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  const { atOnce } = serviceWorkerOf(folder, '/');
  expect([...atOnce].sort()).toEqual(now.map((file) => `/${file}`).sort());
});
