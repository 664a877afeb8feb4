// The dialog that saves a figure for a talk: every kind of file is made in the browser and decoded here.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { openWorkshop, readCommand } from '#commands/export.ts';
import { figureNames } from '#lib/figures/index.ts';
import { violations } from './lib/axe.ts';
import { toolSays } from './lib/tool.ts';

async function openDialog(page: Page): Promise<Locator> {
  const figure = page.locator('spd-figure');
  await figure.getByText('Share', { exact: true }).click();
  await figure.getByRole('button', { name: 'Slides, PDF, GIF, film…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save for a talk' });
  await expect(dialog).toBeVisible();
  return dialog;
}

interface Saved {
  name: string;
  path: string;
  bytes: Buffer;
}

async function save(
  page: Page,
  dialog: Locator,
  format: string,
  choose = async () => {},
): Promise<Saved> {
  await dialog.getByRole('radio', { name: format }).check();
  await choose();
  const saving = page.waitForEvent('download', { timeout: 45_000 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  const file = await saving;
  const name = file.suggestedFilename();
  await expect(dialog.getByRole('status').filter({ hasText: `Saved ${name} (` })).toBeVisible();
  const path = await file.path();
  return { name, path, bytes: await readFile(path) };
}

test('pictures, vectors, pages and slides: one for each moment of the figure as it stands', {
  tag: '@long',
}, async ({ page, baseURL }) => {
  test.slow();
  await page.goto('embed/space-to-depth/?block=3');
  const dialog = await openDialog(page);
  await expect(dialog.getByText('6 moments')).toBeVisible();

  const png = await save(page, dialog, 'PNG');
  expect(png.name).toBe('space-to-depth_block-3_steps_light.zip');
  const pictures = unzipSync(png.bytes);
  expect(Object.keys(pictures)).toEqual(
    [0, 1, 2, 3, 4, 5].map((step) => `space-to-depth_block-3_step-${step}_light.png`),
  );
  const sizes = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    Object.values(pictures).map((bytes) => Buffer.from(bytes).toString('base64')),
  );
  expect(new Set(sizes)).toEqual(new Set(['1520x940']));
  for (const bytes of Object.values(pictures))
    expect(strFromU8(bytes, true)).toContain('CC BY 4.0');

  await test.step('the command line makes the same bytes, and files of every figure', async () => {
    const { order } = readCommand(['space-to-depth', '--block', '3'], baseURL);
    const workshop = await openWorkshop();
    try {
      const made = await workshop.make(order);
      expect(made.name).toBe(png.name);
      expect(Buffer.from(made.bytes).equals(png.bytes)).toBe(true);
      await expect(workshop.make({ ...order, parameters: { blok: '3' } })).rejects.toThrow(
        'space-to-depth has no parameter blok; it has block,',
      );
      for (const figure of figureNames) {
        const asked = readCommand([figure, '--format', 'svg', '--to', '0'], baseURL).order;
        const { bytes } = await workshop.make(asked);
        expect(strFromU8(bytes, true), figure).toContain(`${figure}_`);
      }
      const shapes = readCommand(['nms', '--outlines', '--format', 'svg'], baseURL).order;
      const { bytes } = await workshop.make(shapes);
      for (const [name, svg] of Object.entries(unzipSync(bytes))) {
        expect(name).toMatch(/_light_outlines\.svg$/);
        expect(strFromU8(svg)).not.toContain('<text');
      }
    } finally {
      await workshop.close();
    }
  });

  const svg = await save(page, dialog, 'SVG', async () => {
    await dialog.getByLabel('Transparent').check();
  });
  const vectors = Object.values(unzipSync(svg.bytes)).map((bytes) => strFromU8(bytes));
  expect(vectors).toHaveLength(6);
  for (const text of vectors) {
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(text).toContain('@font-face');
    expect(text).not.toContain('<rect width="760"');
  }

  const pdf = await save(page, dialog, 'PDF');
  expect(pdf.name).toBe('space-to-depth_block-3_steps_light.pdf');
  expect(pdf.bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(6);
  expect(pdf.bytes.toString('latin1')).toContain('/FontFile2');
  const said = toolSays('pdftotext', [pdf.path, '-']);
  if (said !== undefined) {
    expect(said.split('\f').filter((text) => text.trim() !== '')).toHaveLength(6);
    expect(said).toContain('X (S, S, C₁) → X′ (S/s, S/s, s²C₁)');
  }

  const pptx = await save(page, dialog, 'PowerPoint', async () => {
    await dialog.getByLabel('Colours').selectOption('Dark');
  });
  expect(pptx.name).toBe('space-to-depth_block-3_steps_dark.pptx');
  const parts = unzipSync(pptx.bytes);
  const count = (pattern: RegExp) => Object.keys(parts).filter((name) => pattern.test(name)).length;
  expect(count(/^ppt\/slides\/slide\d+\.xml$/)).toBe(6);
  expect(count(/^ppt\/media\/.*\.svg$/)).toBe(6);
  expect(strFromU8(parts['ppt/notesSlides/notesSlide1.xml'])).toContain('block size 3');
  const copy = `${pptx.path}.pptx`;
  await writeFile(copy, pptx.bytes);
  const folder = test.info().outputDir;
  if (
    toolSays('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, copy]) !==
    undefined
  ) {
    const info = toolSays('pdfinfo', [
      `${folder}/${copy.split('/').at(-1)?.replace('.pptx', '.pdf')}`,
    ]);
    if (info !== undefined) expect(info).toMatch(/Pages: +6/);
  }
});

test('films between two moments: GIF, MP4 and WebM', async ({ page }) => {
  test.slow();
  await page.goto('embed/nms/');
  const dialog = await openDialog(page);
  const choose = async () => {
    await dialog.getByRole('combobox', { name: 'From', exact: true }).selectOption('start');
    await dialog.getByRole('combobox', { name: 'To', exact: true }).selectOption('best first');
    await dialog.getByLabel('Speed').selectOption('2×');
    await dialog.getByLabel('Size').selectOption('Another size');
    await dialog.getByLabel('Width').fill('640');
    await dialog.getByLabel('Width').blur();
    await dialog.getByLabel('Height').fill('359');
    await dialog.getByLabel('Height').blur();
  };

  const gif = await save(page, dialog, 'GIF', choose);
  expect(gif.name).toBe('nms_step-0-to-step-1_light.gif');
  const seen = await page.evaluate(async (base64) => {
    const data = await (
      await fetch(`data:image/gif;base64,${base64}`).catch(() => undefined)
    )?.arrayBuffer();
    const bytes = data ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
    const decoder = new ImageDecoder({ data: bytes, type: 'image/gif' });
    await decoder.tracks.ready;
    const { frameCount = 0, repetitionCount } = decoder.tracks.selectedTrack ?? {};
    let clear = 0;
    for (const frameIndex of [0, frameCount - 1]) {
      const { image } = await decoder.decode({ frameIndex });
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data: rgba } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) clear++;
      if (canvas.width !== 640 || canvas.height !== 360) clear = -1;
    }
    return { frameCount, loops: repetitionCount === Number.POSITIVE_INFINITY, clear };
  }, gif.bytes.toString('base64'));
  expect(seen).toMatchObject({ loops: true, clear: 0 });
  expect(seen.frameCount).toBeGreaterThan(4);
  expect(gif.bytes.length).toBeLessThan(400_000);

  for (const [format, codec] of [
    ['MP4', 'avc'],
    ['WebM', 'vp9'],
  ]) {
    const radio = dialog.getByRole('radio', { name: format });
    // A browser without H.264 says so, and has nothing to save.
    if (format === 'MP4' && (await radio.isDisabled())) continue;
    const film = await save(page, dialog, format, choose);
    expect(film.name).toBe(`nms_step-0-to-step-1_light.${format.toLowerCase()}`);
    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(film.bytes) });
    const track = await input.getPrimaryVideoTrack();
    const stats = await track?.computePacketStats();
    expect(track?.codec).toBe(codec);
    expect([track?.displayWidth, track?.displayHeight]).toEqual([640, 360]);
    expect(stats?.averagePacketRate).toBeCloseTo(30, 0);
    const seconds = await input.computeDuration();
    await expect(dialog.getByText(`${seconds.toFixed(1)} s`)).toBeVisible();
    expect((await input.getMetadataTags()).comment).toContain('CC BY 4.0');
    const probe = toolSays('ffprobe', [
      '-v',
      'error',
      '-count_frames',
      '-show_entries',
      'stream=nb_read_frames',
      film.path,
    ]);
    if (probe !== undefined) expect(probe).toContain(`nb_read_frames=${Math.round(30 * seconds)}`);
  }
});

test('a film can be stopped; what this browser can’t make is said; the keys are the dialog’s', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const able = VideoEncoder.isConfigSupported.bind(VideoEncoder);
    VideoEncoder.isConfigSupported = async (config) =>
      config.codec.startsWith('avc') ? { supported: false, config } : able(config);
  });
  await page.goto('embed/space-to-depth/?step=1');
  const dialog = await openDialog(page);
  await expect(dialog.getByRole('radio', { name: 'MP4' })).toBeDisabled();
  await expect(dialog.getByText('Not in this browser')).toHaveCount(1);

  await dialog.getByRole('radio', { name: 'WebM' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const bar = dialog.getByRole('progressbar');
  await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.value)).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Stopped.' })).toBeVisible();
  await expect(bar).toHaveCount(0);

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page, { within: 'spd-files' })).toEqual([]);
  }
  // The narrowest phone, with letters of twice the size: nothing is cut off at the side.
  await page.setViewportSize({ width: 320, height: 640 });
  await page.addStyleTag({ content: ':root { font-size: 200% }' }).catch(() => {});
  const wider = await dialog.evaluate(
    (one) =>
      [...one.querySelectorAll('.body, footer, header')].filter(
        (part) => part.scrollWidth > part.clientWidth,
      ).length,
  );
  expect(wider).toBe(0);

  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('spd-figure').getByText('Share', { exact: true })).toBeFocused();
  expect(new URL(page.url()).searchParams.get('step')).toBe('1');
});
