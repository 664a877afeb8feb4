// A footprint and a kernel, as pictures.
import { html, svg, type TemplateResult } from 'lit';
import type { PixelImage } from '#components/kit/pixel-image.ts';
import { readsColour } from '#lib/figures/kit/hues.ts';
import { phaseLetter } from '#lib/figures/kit/palette.ts';
import { rgbOf } from '#lib/figures/kit/rgb.ts';
import type { EqualKernel, Footprint } from '#lib/stack/index.ts';

/** Pixels a side: a period is repeated until there is something to see. */
const LEAST_SIDE = 8;
const NEVER = [255, 255, 255] as const;

/** Ways from each pixel, on the one scale of read counts. */
export function footprintImage({ side, paths, most }: Footprint): PixelImage {
  const shown = Math.max(side, LEAST_SIDE);
  const rgba = new Uint8ClampedArray(4 * shown * shown);
  for (let i = 0; i < shown * shown; i++) {
    const [y, x] = [Math.floor(i / shown) % side, (i % shown) % side];
    const count = paths[y * side + x];
    rgba.set([...(count > 0 ? rgbOf(readsColour(count, most)) : NEVER), 255], 4 * i);
  }
  return { width: shown, height: shown, rgba };
}

const CELL = 14;

/** The equal strided kernel: each weight in the hue of the phase that it reads, empty where a block is only filled up. */
export function kernelPicture(equal: EqualKernel, label: string): TemplateResult {
  const { kernel, shift, stride, behind } = equal;
  const filled = stride * behind;
  const inside = (i: number) => i >= shift && i < shift + kernel;
  const cells = Array.from({ length: filled * filled }, (_, i) => {
    const [row, column] = [Math.floor(i / filled), i % filled];
    const phase = 2 * (column % 2) + (row % 2);
    const at = { x: column * CELL + 0.5, y: row * CELL + 0.5 };
    if (!inside(row) || !inside(column))
      return svg`<rect class="nought" x=${at.x + 1} y=${at.y + 1} width=${CELL - 3} height=${CELL - 3}></rect>`;
    return svg`<rect class="phase-${phase}" x=${at.x} y=${at.y} width=${CELL - 1} height=${CELL - 1}></rect>
      <text x=${at.x + CELL / 2 - 0.5} y=${at.y + CELL - 4}>${phaseLetter(2, row % 2, column % 2)}</text>`;
  });
  const side = filled * CELL;
  return html`<svg class="kernel" role="img" aria-label=${label} viewBox="0 0 ${side} ${side}" width=${side} height=${side}>${cells}</svg>`;
}
