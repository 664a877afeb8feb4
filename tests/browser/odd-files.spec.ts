import { readFileSync } from 'node:fs';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { readArchitectures } from '#commands/architectures.ts';
import { weightsFile } from '#commands/fixtures.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readSafetensors, type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';
import {
  AVIF,
  AVIF_RED,
  displayP3,
  GIF,
  manyTensors,
  ODD_WEIGHTS,
  oddFile,
  onDisk,
  plainBmp,
  plainPng,
  RAW,
} from './lib/odd-files.ts';
import { expect, test } from './lib/test.ts';

// Networks start in a software browser on two busy cores.
test.setTimeout(240_000);
const PATIENCE = { timeout: 60_000 };

async function openWeights(page: Page, query = '?size=64&architecture=yolov5p') {
  await page.goto(`weights/${query}`);
  const own = page.locator('your-weights');
  await expect(own.locator('scene-view')).toBeVisible(PATIENCE);
  const weights = own.locator('weights-loader input[type=file]');
  const pictures = own.locator('picture-strip input[type=file]');
  return { own, weights, pictures };
}

async function openConverter(page: Page): Promise<Locator> {
  await page.goto('chapters/channel-orders/');
  const converter = page.locator('weights-converter');
  await converter.scrollIntoViewIfNeeded();
  return converter;
}

test.describe('files that are no weights are said by name', () => {
  test('on Your weights', async ({ page }) => {
    const { own, weights } = await openWeights(page);
    const alert = own.locator('weights-loader [role=alert]').filter({ hasText: /\S/ });
    for (const [file, said] of ODD_WEIGHTS) {
      await weights.setInputFiles(file);
      await expect(alert).toContainText(`“${file.name}”`, PATIENCE);
      await expect(alert).toContainText(said);
      expect(await alert.textContent()).not.toMatch(RAW);
    }
  });

  test('in the converter', async ({ page }) => {
    const converter = await openConverter(page);
    const alert = converter.getByRole('alert');
    for (const [file, said] of ODD_WEIGHTS) {
      await converter.locator('input[type=file]').setInputFiles(file);
      await expect(alert).toContainText(`“${file.name}”`, PATIENCE);
      await expect(alert).toContainText(said, { ignoreCase: true });
      expect(await alert.textContent()).not.toMatch(RAW);
    }
  });
});

test.describe('a file of 200,000 tensors', () => {
  // Made where it is needed: a worker that runs other tests has no use for it.
  const many = (info: TestInfo) => onDisk(oddFile('many.safetensors', manyTensors(200_000)), info);

  test('is refused by Your weights, with the first of its faults', async ({ page }, info) => {
    const { own, weights } = await openWeights(page);
    await weights.setInputFiles(many(info));
    await expect(
      own.locator('weights-loader [role=alert]').filter({ hasText: /\S/ }),
    ).toContainText('not of yolov5p', PATIENCE);
    await own.getByText(/^The 200,\d+ tensors, by name$/).click();
    await expect(own.locator('.faults li').last()).toHaveText(/^And 199,\d+ more\.$/);
  });

  test('is listed by the converter, which says how many it leaves out', async ({ page }, info) => {
    const converter = await openConverter(page);
    await converter.locator('input[type=file]').setInputFiles(many(info));
    await expect(converter.getByText('200,000 tensors.')).toBeVisible(PATIENCE);
    await expect(converter.getByText('The first 500 of 200,000 are listed')).toBeVisible();
    await converter.getByLabel('Filter by name').fill('blocks.199999.');
    await expect(converter.getByRole('row')).toHaveCount(2);
  });
});

test.describe('weights of one’s own', () => {
  const architectures = readArchitectures();
  const bytes = () => weightsFile(buildGraph(architectures.get('yolov5p'), { size: 64 }));
  const tensorsOf = () => [...readSafetensors(bytes()).tensors];

  test('behind a prefix are offered without it, and load', async ({ page }) => {
    const { own, weights } = await openWeights(page);
    const renamed = new Map(tensorsOf().map(([name, tensor]) => [`module.${name}`, tensor]));
    await weights.setInputFiles(oddFile('wrapped.safetensors', writeSafetensors(renamed)));
    await expect(own.getByText('after the prefix “module.”')).toBeVisible(PATIENCE);
    await own.getByRole('button', { name: 'Load as yolov5p, without the prefix' }).click();
    await expect(own.getByText('wrapped.safetensors: yolov5p, 5 classes')).toBeVisible(PATIENCE);
  });

  test('with tensors that no network reads load without them, and list them', async ({ page }) => {
    const { own, weights } = await openWeights(page);
    const mask: Tensor = { dtype: 'BOOL', shape: [4], data: Uint8Array.of(0, 1, 0, 1) };
    const more = new Map([...tensorsOf(), ['head.mask', mask]]);
    const file = writeSafetensors(more, { names: "{0: 'lorry', 1: 'van'}" });
    await weights.setInputFiles(oddFile('masked.safetensors', file));
    await expect(own.getByText('masked.safetensors: yolov5p, 5 classes')).toBeVisible(PATIENCE);
    await expect(own.locator('.faults li')).toHaveText(['head.mask']);
    await expect(own.getByText('2 names for 5 classes')).toBeVisible();
  });

  test('of the site’s own narrow classifier load from a file', async ({ page }) => {
    const { own, weights } = await openWeights(page, '?architecture=resnet18');
    const file = readFileSync('site/public/weights/cifar10/resnet18.safetensors');
    await weights.setInputFiles(oddFile('mine.safetensors', file));
    await expect(own.getByText('mine.safetensors: resnet18, 10 classes')).toBeVisible(PATIENCE);
  });

  test('that answer with no numbers say so instead of finding nothing', async ({ page }) => {
    const { own, weights } = await openWeights(page);
    const huge = new Map(
      tensorsOf().map(([name, tensor]): [string, Tensor] =>
        name.endsWith('conv.weight')
          ? [name, { ...tensor, data: new Float32Array(tensor.data.length).fill(1e38) }]
          : [name, tensor],
      ),
    );
    await weights.setInputFiles(oddFile('huge.safetensors', writeSafetensors(huge)));
    await expect(
      own.getByRole('alert').filter({ hasText: 'numbers that are not finite' }),
    ).toBeVisible(PATIENCE);
    const negative = new Map(
      tensorsOf().map(([name, tensor]): [string, Tensor] =>
        name.endsWith('running_var')
          ? [name, { ...tensor, data: new Float32Array(tensor.data.length).fill(-1) }]
          : [name, tensor],
      ),
    );
    await weights.setInputFiles(oddFile('negative.safetensors', writeSafetensors(negative)));
    await expect(
      own.locator('weights-loader [role=alert]').filter({ hasText: /\S/ }),
    ).toContainText('hold negative variances', PATIENCE);
  });
});

test.describe('pictures', () => {
  const RED = [200, 50, 40] as const;

  /** The pixel in the middle of what the network is shown. */
  const shown = (own: Locator) =>
    own
      .locator('own-result canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        return [...canvas.getContext('2d')!.getImageData(width / 2, height / 2, 1, 1).data];
      });

  test('are known by their bytes, and their numbers kept', async ({ page }) => {
    const { own, pictures } = await openWeights(page);
    const view = own.locator('own-result canvas').first();
    const give = async (name: string, content: Uint8Array, mimeType: string) => {
      await pictures.setInputFiles(oddFile(name, content, mimeType));
      await expect(view).toHaveAccessibleName(new RegExp(`^${name}`), PATIENCE);
      return shown(own);
    };
    expect(await give('nameless', plainPng(8, 8, RED), '')).toEqual([...RED, 255]);
    expect(await give('bitmap', plainBmp(RED), 'text/plain')).toEqual([...RED, 255]);
    expect(await give('drawing', GIF, 'image/png')).toEqual([255, 255, 255, 255]);
    // AVIF keeps colours as luma and chroma, rounded.
    const avif = await give('camera', AVIF, '');
    for (const [i, value] of [...AVIF_RED, 255].entries())
      expect(Math.abs(avif[i] - value)).toBeLessThanOrEqual(3);

    // Left to itself the browser converts the colours of Display P3: else this would show nothing.
    const wide = plainPng(8, 8, RED, displayP3());
    const converted = await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const context = new OffscreenCanvas(8, 8).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return [...context.getImageData(4, 4, 1, 1).data];
      },
      [...wide],
    );
    expect(converted).not.toEqual([...RED, 255]);
    expect(await give('phone.png', wide, 'image/png')).toEqual([...RED, 255]);
  });

  test('too large to be decoded, or of kinds that are not, get a sentence', async ({ page }) => {
    const { own, pictures } = await openWeights(page);
    const alert = own.locator('picture-strip [role=alert]').filter({ hasText: /\S/ });
    const cases = [
      [oddFile('huge.png', plainHeader(20_000, 20_000), 'image/png'), '20,000 × 20,000 pixels'],
      [oddFile('phone.jpg', '\0\0\0\x18ftypheic', 'image/jpeg'), 'is an HEIC picture'],
      [
        oddFile('logo.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/png'),
        'is a drawing',
      ],
      [oddFile('scan', 'II*\0\x08\0\0\0', 'image/tiff'), 'is a TIFF picture'],
      [oddFile('torn.png', '\x89PNG\r\n\x1a\n', 'image/png'), 'could not be read'],
      [oddFile('torn.avif', '\0\0\0\x20ftypavif\0\0\0\0', 'image/avif'), 'does not know AVIF'],
    ] as const;
    for (const [file, said] of cases) {
      await pictures.setInputFiles(file);
      await expect(alert).toContainText(`“${file.name}”`, PATIENCE);
      await expect(alert).toContainText(said);
      expect(await alert.textContent()).not.toMatch(RAW);
    }
  });

  test('are said to be read while they are', async ({ page }) => {
    await page.addInitScript(() => {
      const decode = window.createImageBitmap.bind(window);
      const gate = new Promise((resolve) => window.addEventListener('decode', resolve));
      const late = async (source: ImageBitmapSource, ...rest: []) => {
        if (source instanceof Blob) await gate;
        return decode(source, ...rest);
      };
      Object.assign(window, { createImageBitmap: late });
    });
    const { own, pictures } = await openWeights(page);
    await pictures.setInputFiles(oddFile('a.png', plainPng(8, 8, RED), 'image/png'));
    await expect(own.getByText('Reading the picture…')).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('decode')));
    await expect(own.locator('own-result canvas').first()).toHaveAccessibleName(
      /^a\.png/,
      PATIENCE,
    );
    await expect(own.getByText('Reading the picture…')).toHaveCount(0);
  });

  test('of one column leave the lab its height, and are taken by pasting', async ({ page }) => {
    await page.goto('lab/');
    const lab = page.locator('detection-lab');
    await expect(lab.locator('scene-view').first()).toBeVisible(PATIENCE);
    await lab.evaluate(
      (element, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        element.scrollIntoView();
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [...plainPng(1, 9000, RED)],
    );
    await expect(lab.getByRole('button', { name: 'Use the sample picture' })).toBeVisible(PATIENCE);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(10_000);
  });

  test('are taken by pasting on Your weights', async ({ page }) => {
    const { own } = await openWeights(page);
    await page.evaluate(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [...plainPng(8, 8, RED)],
    );
    await expect(own.locator('own-result canvas').first()).toHaveAccessibleName(
      /^image\.png/,
      PATIENCE,
    );
  });

  test('of one row are cut before a classifier’s input is scaled', async ({ page }) => {
    const { own, pictures } = await openWeights(page, '?architecture=resnet18-spd&size=64');
    await pictures.setInputFiles(oddFile('row.png', plainPng(9000, 1, RED), 'image/png'));
    await expect(own.locator('own-result canvas').first()).toHaveAccessibleName(
      /^row\.png/,
      PATIENCE,
    );
    expect(await shown(own)).toEqual([...RED, 255]);
  });
});

/** A PNG of kilobytes that claims a size of its own, without the pixels. */
function plainHeader(width: number, height: number): Uint8Array {
  const file = Buffer.from(plainPng(1, 1, [0, 0, 0]));
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}
