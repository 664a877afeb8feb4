// The two scales of the visual language: the hues of the phases, and how often a pixel is read.
import { hcl, interpolateLab, interpolateRgbBasis, rgb } from 'd3';
import { colour } from './palette.ts';

/** The corners of a block: A top left, B bottom left, C top right, D bottom right (Okabe-Ito). */
const corners = { a: '#0072b2', b: '#e69f00', c: '#009e73', d: '#cc79a7' };

/** The hue of phase (dy, dx) of a block: the four hues in its corners, mixed between them in larger blocks. */
export function phaseColour(block: number, dy: number, dx: number): string {
  const [v, h] = block === 1 ? [0, 0] : [dy / (block - 1), dx / (block - 1)];
  const left = interpolateLab(corners.a, corners.b)(v);
  const right = interpolateLab(corners.c, corners.d)(v);
  const mixed = hcl(interpolateLab(left, right)(h));
  // Opposite hues mix to grey; a letter and a little chroma keep neighbours apart.
  if (block > 2) mixed.c = Math.max(mixed.c, 42);
  return rgb(mixed).formatHex();
}

const ramp = interpolateRgbBasis([
  '#ffffd9',
  '#edf8b1',
  '#c7e9b4',
  '#7fcdbb',
  '#41b6c4',
  '#1d91c0',
  '#225ea8',
  '#253494',
  '#081d58',
]);

/** The scale of read counts: light is few, dark is many; never read is the colour of the panel. */
export function readsColour(count: number, most: number): string {
  if (count <= 0) return colour.panel;
  return rgb(ramp(0.04 + 0.88 * Math.min(1, count / Math.max(most, 4)))).formatHex();
}
