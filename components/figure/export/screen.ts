import { SaidError } from '#components/kit/faults.ts';
import { share } from '#content/words/en/share.ts';
import type { Size } from '#lib/figures/index.ts';

/** The size that an SVG file names, px. */
export function sizeOf(svg: string): Size {
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** A canvas on which SVG files are shown, each in the middle and as large as it can be. */
export class Screen {
  readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #paper: string | undefined;
  readonly size: Size;

  /**
   * @param size in pixels
   * @param paper the colour behind the drawing; undefined for none
   * @throws SaidError where the browser gives no canvas of that size
   */
  constructor({ width, height }: Size, paper: string | undefined) {
    this.size = { width, height };
    this.canvas = document.createElement('canvas');
    this.canvas.width = width;
    this.canvas.height = height;
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new SaidError(share.failed);
    this.#context = context;
    this.#paper = paper;
  }

  /** @throws SaidError where the browser can't draw it */
  async show(svg: string): Promise<void> {
    const { width, height } = this.canvas;
    const own = sizeOf(svg);
    const scale = Math.min(width / own.width, height / own.height);
    const [w, h] = [own.width * scale, own.height * scale];
    // Some browsers make pixels of it in the size that it names.
    const sized = svg.replace(/ width="[\d.]+" height="[\d.]+"/, ` width="${w}" height="${h}"`);
    const image = await imageOf(sized);
    const context = this.#context;
    context.clearRect(0, 0, width, height);
    if (this.#paper !== undefined) {
      context.fillStyle = this.#paper;
      context.fillRect(0, 0, width, height);
    }
    context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  }

  /** RGBA, row by row. */
  pixels(): Uint8ClampedArray {
    const { width, height } = this.canvas;
    return this.#context.getImageData(0, 0, width, height).data;
  }

  /** @throws SaidError where the browser can't write it */
  async png(): Promise<Uint8Array<ArrayBuffer>> {
    const blob = await new Promise<Blob | null>((done) => this.canvas.toBlob(done, 'image/png'));
    if (!blob) throw new SaidError(share.failed);
    return new Uint8Array(await blob.arrayBuffer());
  }
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch (error) {
    console.error(error);
    throw new SaidError(share.failed);
  } finally {
    URL.revokeObjectURL(url);
  }
}
