// How a drawing fills a frame that somebody else has made.
import { type AnyFigure, type LayoutName, LEAST, type Size } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { layoutIn } from './drawing.ts';

/** The player's row of controls and its margins, px at most; nothing where there are no controls. */
const roomBelow = (host: HTMLElement) =>
  host.shadowRoot?.querySelector<HTMLElement>('.below')?.offsetHeight ?? 0;

/** Smaller letters are not read, px: a figure then shows less, as it does for the last row, and its letters grow (legible.ts). */
export const READ = 9;

/**
 * The layout that suits the page's theme, where the frame holds it at its own size or larger; else the one whose letters are
 * seen the largest, of that and the narrow one; in a frame that is too small for both, the one for the last row may be a third.
 */
export function fitted(host: HTMLElement, figure: AnyFigure, values: AnyValues): LayoutName {
  // The theme says so, in the page's styles (site/styles/tokens.css).
  const wish = getComputedStyle(host).getPropertyValue('--layout').trim();
  const room = { width: host.clientWidth, height: host.clientHeight - roomBelow(host) };
  return layoutFor(figure, values, room, wish === 'projector' ? 'projector' : 'wide');
}

/** The same for a room of so many px; `broad` is the layout that the theme asks for where there is room. */
export function layoutFor(
  figure: AnyFigure,
  values: AnyValues,
  { width, height }: Size,
  broad: LayoutName,
): LayoutName {
  if (width <= 0 || height <= 0) return broad;
  const letters = (layout: LayoutName) => {
    const size = figure.size(values, { layout });
    return LEAST[layout] * Math.min(width / size.width, height / size.height);
  };
  const larger = (one: LayoutName, other: LayoutName) =>
    letters(other) > letters(one) ? other : one;
  if (letters(broad) >= LEAST[broad]) return broad;
  const usual = larger(broad, 'narrow');
  return letters(usual) < READ ? larger(usual, 'projector') : usual;
}

/** How high a frame of this width has to be for the drawing to be as wide as it, px. */
export function naturalHeight(host: HTMLElement, figure: AnyFigure, values: AnyValues): number {
  const size = figure.size(values, { layout: layoutIn(host.clientWidth) });
  const { paddingTop, paddingBottom } = getComputedStyle(host.closest('main') ?? host);
  const margins = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return (host.clientWidth * size.height) / size.width + roomBelow(host) + margins;
}
