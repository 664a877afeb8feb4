// The two scales of the visual language: the hues of the phases, and how often a pixel is read. Both are D3's mixtures,
// a test compares them; they stand here by themselves because d3-color alone weighs as much as a figure.
import { colour } from './palette.ts';
import { hexOf, rgbOf } from './rgb.ts';

/**
 * The hues of blocks of 1 to 5, phase (0, 0), (0, 1) ... in reading order: in the corners Okabe and Ito's blue, green,
 * orange and purple, mixed in CIELAB between them. Opposite hues mix to grey, so in blocks above 2 the chroma is at least 42.
 */
const PHASES = [
  '0072b2',
  '0072b2 009e73 e69f00 cc79a7',
  '0072b2 008c9c 009e73 b28246 a48b42 31a178 e69f00 dc8c68 d076a8',
  '0072b2 0084ab 00928c 009e73 6780c9 00988c 169c7a 2da078 ba8f4e c08951 ce7e60 cd74a5 e69f00 e09251 df817a d076a8',
  '0072b2 007faf 008c9c 009584 009e73 3d81c3 008eb6 009794 009b81 2a9f77 b28246 ae8444 a48b42 8d9344 31a178 c3944a c48f55 cc855c d77875 ce74a6 e69f00 e29544 dc8c68 df7c85 d076a8',
].map((hues) => hues.split(' ').map((hue) => `#${hue}`));

/**
 * The hue of phase (dy, dx) of a block, `#rrggbb`.
 *
 * @throws RangeError for a phase outside the block, or a block above 5
 */
export function phaseColour(block: number, dy: number, dx: number): string {
  const hue = dx < block ? PHASES[block - 1]?.[dy * block + dx] : undefined;
  if (hue === undefined)
    throw new RangeError(`no hue for phase ${dy}, ${dx} of a block of ${block}`);
  return hue;
}

/** ColorBrewer's yellow, green, blue. */
const READS = '#ffffd9 #edf8b1 #c7e9b4 #7fcdbb #41b6c4 #1d91c0 #225ea8 #253494 #081d58'
  .split(' ')
  .map(rgbOf);

/** The uniform cubic B-spline through the first and last of `colours`, drawn to those between; u in [0, 1]. */
function spline(colours: readonly (readonly number[])[], u: number): number[] {
  const last = colours.length - 1;
  const span = Math.min(last - 1, Math.floor(u * last));
  const t = u * last - span;
  return [0, 1, 2].map((channel) => {
    const value = (i: number) => colours[i][channel];
    const [from, to] = [value(span), value(span + 1)];
    const before = span > 0 ? value(span - 1) : 2 * from - to;
    const after = span < last - 1 ? value(span + 2) : 2 * to - from;
    return (
      ((1 - t) ** 3 * before +
        (4 - 6 * t ** 2 + 3 * t ** 3) * from +
        (1 + 3 * t + 3 * t ** 2 - 3 * t ** 3) * to +
        t ** 3 * after) /
      6
    );
  });
}

/** The scale of read counts: light is few, dark is many; never read is the colour of the panel. */
export function readsColour(count: number, most: number): string {
  if (count <= 0) return colour.panel;
  return hexOf(...spline(READS, 0.04 + 0.88 * Math.min(1, count / Math.max(most, 4))));
}
