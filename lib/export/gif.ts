// By its file: what its package names for Node has no exports.
import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc/dist/gifenc.esm.js';
import { type About, credit } from './about.ts';

/** RGBA, 4 bytes a pixel, row by row. */
export interface Frame {
  pixels: Uint8ClampedArray;
  /** How long it is shown, seconds; GIF counts in hundredths. */
  seconds: number;
}

export interface GifOptions {
  /** Pixels. */
  width: number;
  height: number;
  about: About;
  /** Some drawings, from which the colours of all are chosen. */
  samples: readonly Uint8ClampedArray[];
}

/** The last colour of the table stands for what has not changed. */
const COLOURS = 255;

/**
 * A GIF that loops for ever. Each frame after the first names only what differs from the one before, so that what rests
 * costs nothing; what is seen is opaque all the same.
 */
export class Gif {
  readonly #encoder = GIFEncoder();
  readonly #options: GifOptions;
  readonly #palette: Palette;
  #before: Uint8Array | undefined;

  constructor(options: GifOptions) {
    this.#options = options;
    this.#palette = paletteOf(options.samples);
  }

  add({ pixels, seconds }: Frame): void {
    const { width, height } = this.#options;
    const index = applyPalette(pixels, this.#palette);
    const before = this.#before;
    const same = this.#palette.length;
    const shown = before ? index.map((colour, i) => (colour === before[i] ? same : colour)) : index;
    this.#encoder.writeFrame(shown, width, height, {
      // The table of the first frame is that of all.
      ...(before ? {} : { palette: [...this.#palette, [0, 0, 0]], repeat: 0 }),
      transparent: before !== undefined,
      transparentIndex: same,
      dispose: 1,
      delay: Math.max(20, Math.round(100 * seconds) * 10),
    });
    this.#before = index;
  }

  /** The file; nothing can be added to it. */
  finish(): Uint8Array<ArrayBuffer> {
    const { stream } = this.#encoder;
    const text = new TextEncoder().encode(credit(this.#options.about));
    stream.writeBytes(Uint8Array.of(0x21, 0xfe));
    for (let at = 0; at < text.length; at += 255) {
      const part = text.subarray(at, at + 255);
      stream.writeByte(part.length);
      stream.writeBytes(part);
    }
    stream.writeByte(0);
    this.#encoder.finish();
    return this.#encoder.bytes();
  }
}

/** Few pixels of each sample are enough; but a colour of an area must be among them exactly. */
function paletteOf(samples: readonly Uint8ClampedArray[]): Palette {
  const whole = new Uint8ClampedArray(samples.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sample of samples) {
    whole.set(sample, at);
    at += sample.length;
  }
  return quantize(whole, COLOURS);
}
