import { expect, test } from '@playwright/test';
import golden from '../fixtures/scene-hashes.json' with { type: 'json' };
import { serveBundle } from './engine/serve.ts';

test('a browser draws the very scenes that Node draws', async ({ page }) => {
  const site = await serveBundle(new URL('./scenes/', import.meta.url).pathname);
  await page.goto(site.url);
  await page.waitForFunction(() => 'hashOf' in window);
  const hashes = await page.evaluate(
    (all) => all.map((parameters) => window.hashOf(parameters)),
    golden.map(({ parameters }) => parameters),
  );
  expect(hashes).toEqual(golden.map(({ hash }) => hash));
  site.close();
});
