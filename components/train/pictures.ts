// What is inside of a network, as pixels to paint.
import type { PixelImage } from '#components/kit/pixel-image.ts';
import { windowsOnPixels } from '#lib/stack/trained.ts';
import { isConvolution } from '#lib/stack/ways.ts';
import { greyLevel, type Inside, layersOf } from '#lib/training/index.ts';

/** A window's weight for output o, colour c, at pixel (y, x) of the window. */
type Weight = (o: number, c: number, y: number, x: number) => number;

/** The first convolution as windows on pixels. */
function windows({ plan, numbers }: Inside): { side: number; count: number; weight: Weight } {
  const { data, kernel, channels, outputs } = windowsOnPixels(plan.stages[0], numbers);
  const weight: Weight = (o, c, y, x) => data[((o * channels + c) * kernel + y) * kernel + x];
  return { side: kernel, count: outputs, weight };
}

const PER_ROW = 8;

/** All filters of the first halving, a window each: grey is nought, each as strong as its largest weight allows. */
export function filterImage(inside: Inside): PixelImage {
  const { side, count, weight } = windows(inside);
  const across = Math.min(count, PER_ROW);
  const [width, height] = [across * (side + 1) - 1, Math.ceil(count / across) * (side + 1) - 1];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let o = 0; o < count; o++) {
    let most = 1e-9;
    for (let i = 0; i < 3 * side * side; i++)
      most = Math.max(
        most,
        Math.abs(weight(o, i % 3, Math.floor(i / 3 / side), Math.floor(i / 3) % side)),
      );
    const [top, left] = [Math.floor(o / across) * (side + 1), (o % across) * (side + 1)];
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const at = 4 * ((top + y) * width + left + x);
        for (let c = 0; c < 3; c++) rgba[at + c] = 127.5 + (127.5 * weight(o, c, y, x)) / most;
        rgba[at + 3] = 255;
      }
  }
  return { width, height, rgba };
}

/**
 * The filters of {@link filterImage}, where the first halving is one kernel, as kernels behind space-to-depth: four tiles a filter, the phases a and c above b
 * and d as the pixels of a block lie; a cell that no weight belongs to is clear.
 */
export function dealtImage(inside: Inside): PixelImage {
  const { side, count, weight } = windows(inside);
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
  for (let o = 0; o < shown; o++) {
    const all = Array.from({ length: 3 * side * side }, (_, i) =>
      weight(o, i % 3, Math.floor(i / 3 / side), Math.floor(i / 3) % side),
    );
    const most = all.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const [down, right] = [y - before - 2 * first, x - before - 2 * first];
        const row = (down & 1) * (blocks + 1) + (down >> 1);
        const column = o * (tile + 1) + (right & 1) * (blocks + 1) + (right >> 1);
        const at = 4 * (row * width + column);
        for (let c = 0; c < 3; c++) rgba[at + c] = 127.5 + (127.5 * weight(o, c, y, x)) / most;
        rgba[at + 3] = 255;
      }
  }
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
