// Two pictures of one drawing, taken in different places, made comparable in a browser.
import type { Page } from '@playwright/test';

/** A picture as a PNG file, and where in it the drawing stands, as parts of its width and height. */
export interface Seen {
  png: Uint8Array;
  at: { x: number; y: number; width: number; height: number };
}

export const WHOLE: Seen['at'] = { x: 0, y: 0, width: 1, height: 1 };

/** Pictures are compared this wide, pixels: each is the mean of several, so that nobody's smoothing of edges matters. */
const WIDTH = 380;
/** Of 255, in any channel: less is no difference. */
const SHADE = 40;

/** The part of the pixels that differ between two pictures of a drawing with these proportions. */
export function difference(
  page: Page,
  one: Seen,
  other: Seen,
  size: { width: number; height: number },
): Promise<number> {
  const told = [one, other].map(({ png, at }) => ({
    png: Buffer.from(png).toString('base64'),
    at,
  }));
  return page.evaluate(
    async ({ told, width, height, shade }) => {
      const pixels = async ({ png, at }: (typeof told)[number]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.imageSmoothingQuality = 'high';
        const [w, h] = [image.naturalWidth, image.naturalHeight];
        context.drawImage(
          image,
          at.x * w,
          at.y * h,
          at.width * w,
          at.height * h,
          0,
          0,
          width,
          height,
        );
        return context.getImageData(0, 0, width, height).data;
      };
      const [first, second] = [await pixels(told[0]), await pixels(told[1])];
      let differing = 0;
      for (let i = 0; i < first.length; i += 4)
        if ([0, 1, 2].some((c) => Math.abs(first[i + c] - second[i + c]) > shade)) differing++;
      return differing / (width * height);
    },
    { told, width: WIDTH, height: Math.round((WIDTH * size.height) / size.width), shade: SHADE },
  );
}
