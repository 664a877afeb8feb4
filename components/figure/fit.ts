// How a drawing fills a frame that somebody else has made.
import { type AnyFigure, type LayoutName, LEAST } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { layoutIn } from './drawing.ts';

/** The player's row of controls and its margins, px at most; nothing where there are no controls. */
const roomBelow = (host: HTMLElement) =>
  host.shadowRoot?.querySelector<HTMLElement>('.below')?.offsetHeight ?? 0;

/** The layout whose letters are seen the largest in this frame, of the two that suit the page's theme. */
export function fitted(host: HTMLElement, figure: AnyFigure, values: AnyValues): LayoutName {
  // The theme says so, in the page's styles (site/styles/tokens.css).
  const wish = getComputedStyle(host).getPropertyValue('--layout').trim();
  const broad: LayoutName = wish === 'projector' ? 'projector' : 'wide';
  const [width, height] = [host.clientWidth, host.clientHeight - roomBelow(host)];
  if (width <= 0 || height <= 0) return broad;
  const letters = (layout: LayoutName) => {
    const size = figure.size(values, { layout });
    return LEAST[layout] * Math.min(width / size.width, height / size.height);
  };
  return letters('narrow') > letters(broad) ? 'narrow' : broad;
}

/** How high a frame of this width has to be for the drawing to be as wide as it, px. */
export function naturalHeight(host: HTMLElement, figure: AnyFigure, values: AnyValues): number {
  const size = figure.size(values, { layout: layoutIn(host.clientWidth) });
  const { paddingTop, paddingBottom } = getComputedStyle(host.closest('main') ?? host);
  const margins = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return (host.clientWidth * size.height) / size.width + roomBelow(host) + margins;
}
