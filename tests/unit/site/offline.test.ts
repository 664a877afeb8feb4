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
