// How a drawing fills a frame that somebody else has made.
import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { NARROW } from './drawing.ts';

/** The player's row of controls and its margins, px at most; nothing where there are no controls. */
const roomBelow = (host: HTMLElement) =>
  host.shadowRoot?.querySelector<HTMLElement>('.below')?.offsetHeight ?? 0;

/** Whether the narrow layout is seen larger than the wide one in this frame. */
export function fitted(host: HTMLElement, figure: AnyFigure, values: AnyValues): boolean {
  const [width, height] = [host.clientWidth, host.clientHeight - roomBelow(host)];
  if (width <= 0 || height <= 0) return false;
  const scale = (narrow: boolean) => {
    const size = figure.size(values, { narrow });
    return Math.min(width / size.width, height / size.height);
  };
  return scale(true) > scale(false);
}

/** How high a frame of this width has to be for the drawing to be as wide as it, px. */
export function naturalHeight(host: HTMLElement, figure: AnyFigure, values: AnyValues): number {
  const size = figure.size(values, { narrow: host.clientWidth < NARROW });
  const { paddingTop, paddingBottom } = getComputedStyle(host.closest('main') ?? host);
  const margins = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return (host.clientWidth * size.height) / size.width + roomBelow(host) + margins;
}
