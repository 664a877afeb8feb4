// The camera is asked for by a click alone, and off once the picture is taken.
import { flags } from '../../commands/lib/chromium.mjs';
import { expect, test } from './lib/test.ts';

const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: { executablePath: process.env.CHROMIUM, args: [...flags, ...fake] } });
test.setTimeout(150_000);

declare global {
  interface Window {
    streams: MediaStream[];
    refuse: string;
  }
}

test('a picture is taken with the camera; refused or absent, a sentence says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.streams = [];
    window.refuse = '';
    const { mediaDevices } = navigator;
    const own = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (asked) => {
      if (window.refuse) throw new DOMException('', window.refuse);
      const stream = await own(asked);
      window.streams.push(stream);
      return stream;
    };
  });
  await page.goto('lab/?third=none');
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', { timeout: 90_000 });
  const open = lab.getByRole('button', { name: 'Use the camera' });
  const states = () =>
    page.evaluate(() =>
      window.streams.flatMap((stream) => stream.getTracks()).map(({ readyState }) => readyState),
    );
  expect(await states()).toEqual([]);

  for (const [name, sentence] of [
    ['NotAllowedError', /it was refused/],
    ['NotFoundError', /No camera was found/],
  ] as const) {
    await page.evaluate((refuse) => {
      window.refuse = refuse;
    }, name);
    await open.click();
    await expect(lab.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await lab.getByRole('button', { name: 'Close the camera' }).click();
    await expect(open).toBeFocused();
  }
  await page.evaluate(() => {
    window.refuse = '';
  });

  await open.click();
  await expect.poll(states).toEqual(['live']);
  await expect
    .poll(() => lab.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await lab.getByRole('button', { name: 'Take the picture' }).click();
  await expect.poll(states).toEqual(['ended']);
  await expect(lab.locator('.tally').first()).toContainText(/objects? found/, { timeout: 90_000 });
  await expect(lab.locator('camera-view')).toHaveCount(0);
  await expect(lab.locator('box-handles')).toHaveCount(2);
});
