// The talk as one file: unpacked, it opens from a disk, without a server and without a network.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { leastLetters } from './lib/slide-letters.ts';
import { toolSays } from './lib/tool.ts';

const ZIP = join(process.env.SITE_FOLDER ?? 'dist', 'strideless-talk.zip');

test('each figure lies in it in motion too, from its start to its end: as films and as a GIF', async () => {
  const files = unzipSync(readFileSync(ZIP));
  expect(statSync(ZIP).size).toBeLessThan(25_000_000);
  const named = (ending: string) => Object.keys(files).filter((name) => name.endsWith(ending));
  const figures = named('_steps_light.pptx').map((name) => name.split('_')[0]);
  const path = test.info().outputPath('moving');
  for (const [ending, codec] of [
    ['gif', 'gif'],
    ['mp4', 'h264'],
    ['webm', 'vp9'],
  ]) {
    expect(named(`.${ending}`).map((name) => name.split('_')[0])).toEqual(figures);
    for (const name of named(`.${ending}`)) {
      expect(name).toMatch(/_step-0-to-step-\d+_light\.\w+$/);
      // What a slide program or a mail takes without a word.
      expect(files[name].length, name).toBeLessThan(1_500_000);
      writeFileSync(path, files[name]);
      const said = toolSays('ffprobe', [
        ...['-v', 'error', '-count_frames', '-show_entries'],
        ...['stream=codec_name,width,nb_read_frames', '-of', 'csv=p=0', path],
      ]);
      if (said === undefined) continue;
      const [found, width, frames] = said.trim().split(',');
      expect([found, width], name).toEqual([codec, '960']);
      expect(Number(frames), name).toBeGreaterThan(ending === 'gif' ? 15 : 60);
    }
  }
});

test('its films play in a browser, show at their end what the figure shows, and say whose they are', async ({
  page,
}) => {
  const files = unzipSync(readFileSync(ZIP));
  const find = (pattern: RegExp) =>
    files[Object.keys(files).find((name) => pattern.test(name)) ?? ''];
  await page.goto('about:blank');
  for (const ending of ['mp4', 'webm']) {
    const bytes = find(new RegExp(`/space-to-depth_.*\\.${ending}$`));
    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
    expect((await input.getMetadataTags()).comment).toContain('CC BY 4.0');
    const track = await input.getPrimaryVideoTrack();
    const stats = await track?.computePacketStats();
    expect(stats?.averagePacketRate).toBeCloseTo(8, 1);
    // Of the colours that its numbers mean, the last frame's are those of the last moment's picture.
    const picture = find(/\/space-to-depth_step-5_light\.png$/);
    const differ = await page.evaluate(
      async ([film, still, type]) => {
        const bytesOf = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
        const video = document.createElement('video');
        if (!video.canPlayType(type)) return undefined;
        video.muted = true;
        video.src = URL.createObjectURL(new Blob([bytesOf(film)], { type }));
        await new Promise((done, fail) => {
          video.onloadeddata = done;
          video.onerror = () => fail(new Error(video.error?.message));
        });
        await new Promise((done) => {
          video.onseeked = done;
          video.currentTime = video.duration - 0.5;
        });
        const image = new Image();
        image.src = `data:image/png;base64,${still}`;
        await image.decode();
        const [width, height] = [240, Math.floor((240 * video.videoHeight) / video.videoWidth)];
        const [one, other] = [video, image].map((source) => {
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(source, 0, 0, width, height);
          return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        });
        return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
      },
      [
        Buffer.from(bytes).toString('base64'),
        Buffer.from(picture).toString('base64'),
        `video/${ending}`,
      ],
    );
    if (differ === undefined) expect(ending).toBe('mp4');
    else expect(differ, ending).toBeLessThan(3);
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
