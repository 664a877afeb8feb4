// The SVG of a figure in the page: the poster that came with it, or a new one.

import type { LayoutName } from '#lib/figures/index.ts';

/** Below this many px a figure takes its narrow layout. */
const NARROW = 600;

/** The layout for a column so wide, px. */
export const layoutIn = (width: number): LayoutName => (width < NARROW ? 'narrow' : 'wide');

/** Keeps the poster of the wanted layout and takes the others away; makes an SVG where there is none. */
export function adoptPoster(host: HTMLElement, layout: LayoutName): SVGSVGElement {
  const posters = [...host.querySelectorAll<SVGSVGElement>(':scope > svg')];
  const kept = posters.find((svg) => svg.dataset.layout === layout) ?? posters[0] ?? fresh(host);
  for (const svg of posters) if (svg !== kept) svg.remove();
  kept.dataset.layout = layout;
  kept.dataset.adopted = '';
  return kept;
}

function fresh(host: HTMLElement): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('role', 'img');
  host.append(svg);
  return svg;
}

/** The cell under an event, if any. */
export function cellOf(event: Event): string | undefined {
  const element = event.composedPath()[0];
  const key = element instanceof Element ? element.getAttribute('data-cell') : null;
  return key || undefined;
}
