import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { flags, off } from '#commands/lib/chromium.mjs';

it('turns off in Chromium whatever Playwright does, as its list is the only one that counts', () => {
  const playwright = createRequire(createRequire(import.meta.url).resolve('@playwright/test'));
  const core = dirname(playwright.resolve('playwright-core/package.json'));
  const code = readFileSync(join(core, 'lib/coreBundle.js'), 'utf8');
  const theirs = [...code.match(/disabledFeatures = \[([^\]]+)\]/)![1].matchAll(/^\s*"(\w+)"/gm)];
  expect(theirs.length).toBeGreaterThan(5);
  expect(off).toEqual(expect.arrayContaining(theirs.map(([, name]) => name)));
  expect(flags.filter((flag) => flag.startsWith('--disable-features='))).toHaveLength(1);
});
