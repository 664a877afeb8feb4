// The talk as one file: unpacked, it opens from a disk, without a server and without a network.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { leastLetters } from './lib/slide-letters.ts';
import { toolSays } from './lib/tool.ts';

const ZIP = join(process.env.SITE_FOLDER ?? 'dist', 'strideless-talk.zip');

test('each figure lies in it in motion too, from its start to its end, and is no larger than a picture may be', () => {
  const files = unzipSync(readFileSync(ZIP));
  const named = (ending: string) => Object.keys(files).filter((name) => name.endsWith(ending));
  expect(named('.gif').map((name) => name.split('_')[0])).toEqual(
    named('_steps_light.pptx').map((name) => name.split('_')[0]),
  );
  const path = test.info().outputPath('moving.gif');
  for (const name of named('.gif')) {
    const gif = Buffer.from(files[name]);
    expect(name).toMatch(/_step-0-to-step-\d+_light\.gif$/);
    expect(gif.toString('latin1', 0, 6)).toBe('GIF89a');
    expect(gif.readUInt16LE(6)).toBe(640);
    expect(gif.length).toBeLessThan(1_000_000);
    writeFileSync(path, gif);
    const said = toolSays('ffprobe', [
      ...['-v', 'error', '-count_frames', '-show_entries', 'stream=nb_read_frames'],
      ...['-of', 'csv=p=0', path],
    ]);
    if (said) expect(Number.parseInt(said, 10)).toBeGreaterThan(15);
  }
});

test('the talk that is taken along opens from a disk with live figures, and complains of nothing', async ({
  page,
  context,
}, testInfo) => {
  const outputPath = (...path: string[]) => testInfo.outputPath(...path);
  const files = unzipSync(readFileSync(ZIP));
  for (const [name, bytes] of Object.entries(files)) {
    const file = outputPath(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const text = (name: string) => Buffer.from(files[`strideless-talk/${name}`]).toString();
  expect(text('LICENSE')).toContain('MIT License');
  expect(text('LICENSE-FIGURES.txt')).toContain('creativecommons.org/licenses/by/4.0');
  expect(text('LICENSES-OTHERS.txt')).toMatch(/reveal\.js[\s\S]*Copyright/);
  expect(text('strideless.bib')).toMatch(
    /^@software\{strideless,[\s\S]*@inproceedings\{sunkara2022,/,
  );
  for (const ending of ['svg', 'png'])
    expect(Object.keys(files)).toContain(
      `strideless-talk/figures/space-to-depth_step-2_light.${ending}`,
    );

  const complaints: string[] = [];
  page.on('console', (said) => said.type() !== 'log' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await context.setOffline(true);
  await page.setViewportSize({ width: 1280, height: 720 });
  const index = pathToFileURL(outputPath('strideless-talk', 'index.html')).href;
  await page.goto(index);

  // The first slide, then a figure that steps with the clicker, there and back.
  const present = page.locator('section.present');
  await expect(present.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('PageDown');
  const drawing = present.locator('strideless-figure strideless-player > svg');
  await expect(drawing).toHaveAttribute('data-layout', 'projector');
  // Its letters are as large as on the site: a thirtieth of the height.
  expect(await leastLetters(drawing)).toBeGreaterThanOrEqual(720 / 30);
  const first = await drawing.innerHTML();
  await page.keyboard.press('PageDown');
  await expect.poll(() => drawing.innerHTML()).not.toBe(first);
  await page.keyboard.press('PageUp');
  await expect.poll(() => drawing.innerHTML()).toBe(first);

  // What needs the engine is a picture of what it found, and says so.
  const lab = page.locator('section', { has: page.locator('.beforehand') });
  const number = await lab.evaluate((slide) => [...slide.parentElement!.children].indexOf(slide));
  await page.evaluate((slide) => {
    location.hash = `#/${slide}`;
  }, number);
  await expect(present.getByText('needs the engine')).toBeVisible();
  const picture = present.getByRole('img', { name: 'detection lab' }).and(page.locator(':visible'));
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  await page.keyboard.press('s');
  await expect(page.locator('.speaker-notes')).toContainText('say what the boxes mean');

  // On paper nothing is live, and nothing sticks out of a page.
  await page.goto(`${index}?theme=dark&print-pdf`);
  await expect(page.locator('html[data-printed=ready]')).toHaveCount(1);
  const sizes = await page
    .locator('.slides > section')
    .evaluateAll((all) => all.map(({ scrollHeight }) => scrollHeight));
  expect(new Set(sizes)).toEqual(new Set([720]));
  await expect(page.locator('.printed > svg:visible')).toHaveCount(
    await page.locator('strideless-figure').count(),
  );
  expect(asked.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
  expect(complaints).toEqual([]);
});
