// What is inside of a network, as pixels to paint.
import type { PixelImage } from '#components/kit/pixel-image.ts';
import { windowsOnPixels } from '#lib/stack/trained.ts';
import { isConvolution } from '#lib/stack/ways.ts';
import { greyLevel, type Inside, layersOf } from '#lib/training/index.ts';

/** The first convolution as windows on pixels. */
interface Windows {
  /** Pixels. */
  side: number;
  count: number;
  /** Of output o for colour c at pixel (y, x) of the window. */
  weight(o: number, c: number, y: number, x: number): number;
}

function windows({ plan, numbers }: Inside): Windows {
  const { data, kernel, channels, outputs } = windowsOnPixels(plan.stages[0], numbers);
  return {
    side: kernel,
    count: outputs,
    weight: (o, c, y, x) => data[((o * channels + c) * kernel + y) * kernel + x],
  };
}

/** Paints filter o, each of its pixels at the place that is given; grey is nought, its largest weight black or white. */
function paint(
  rgba: Uint8ClampedArray,
  { side, weight }: Windows,
  o: number,
  placeOf: (y: number, x: number) => number,
): void {
  const numbers = Array.from({ length: side * side }, (_, i) =>
    [0, 1, 2].map((c) => weight(o, c, Math.floor(i / side), i % side)),
  );
  const most = numbers.flat().reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
  numbers.forEach((colours, i) => {
    const tones = colours.map((value) => 127.5 + (127.5 * value) / most);
    rgba.set([...tones, 255], 4 * placeOf(Math.floor(i / side), i % side));
  });
}

const PER_ROW = 8;

/** All filters of the first halving, a window each: grey is nought, each as strong as its largest weight allows. */
export function filterImage(inside: Inside): PixelImage {
  const own = windows(inside);
  const { side, count } = own;
  const across = Math.min(count, PER_ROW);
  const [width, height] = [across * (side + 1) - 1, Math.ceil(count / across) * (side + 1) - 1];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let o = 0; o < count; o++) {
    const [top, left] = [Math.floor(o / across) * (side + 1), (o % across) * (side + 1)];
    paint(rgba, own, o, (y, x) => (top + y) * width + left + x);
  }
  return { width, height, rgba };
}

/**
 * The filters of {@link filterImage}, where the first halving is one kernel, as kernels behind space-to-depth: four tiles
 * a filter, the phases a and c above b and d as the pixels of a block lie; a cell that no weight belongs to is clear.
 */
export function dealtImage(inside: Inside): PixelImage {
  const own = windows(inside);
  const { side, count } = own;
  const { padding, stride } = layersOf(inside.plan).find(isConvolution)!;
  // A window starts so many pixels before its block; behind space-to-depth the padding counts blocks.
  const before = stride === 2 ? padding : 2 * padding;
  const shown = Math.min(count, PER_ROW);
  // Blocks of 2x2 that the window reaches, from that of its first pixel on.
  const first = Math.floor(-before / 2);
  const blocks = Math.floor((side - 1 - before) / 2) - first + 1;
  const tile = 2 * blocks + 1;
  const [width, height] = [shown * (tile + 1) - 1, tile];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let o = 0; o < shown; o++)
    paint(rgba, own, o, (y, x) => {
      const [down, right] = [y - before - 2 * first, x - before - 2 * first];
      const row = (down & 1) * (blocks + 1) + (down >> 1);
      return row * width + o * (tile + 1) + (right & 1) * (blocks + 1) + (right >> 1);
    });
  return { width, height, rgba };
}

/** A piece of a crop, as the network reads it or as it was rebuilt. */
export function pieceImage(piece: Float32Array): PixelImage {
  return cropImage(piece, 0, Math.sqrt(piece.length / 3));
}

/** How many filters the first halving has. */
export const filterCount = (inside: Inside): number => windows(inside).count;

/** A gradient footprint: the darker a pixel, the more it is heard. */
export function footprintImage({ plan, footprint: { map } }: Inside): PixelImage {
  const most = map.reduce((a, b) => Math.max(a, b), 1e-12);
  const rgba = new Uint8ClampedArray(4 * map.length);
  map.forEach((value, i) => {
    const share = value / most;
    rgba.set([240 - 213 * share, 238 - 127 * share, 229 - 86 * share, 255], 4 * i);
  });
  return { width: plan.side, height: plan.side, rgba };
}

/** One crop as a camera gave it. */
export function cropImage(pixels: Float32Array, index: number, side: number): PixelImage {
  const rgba = new Uint8ClampedArray(4 * side * side);
  for (let i = 0; i < side * side; i++)
    for (let c = 0; c < 4; c++)
      rgba[4 * i + c] = c === 3 ? 255 : greyLevel(pixels[3 * (index * side * side + i) + c]);
  return { width: side, height: side, rgba };
}
