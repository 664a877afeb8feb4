// The SVG of a figure in the page: the poster that came with it, or a new one.

import type { AnyFigure, LayoutName } from '#lib/figures/index.ts';
import type { Picture } from '#lib/files/index.ts';
import { parseFor, timeOfStep } from './address.ts';

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

/** A drawing that stands nowhere yet: a named moment under these parameters, in the narrow layout, of a picture if one is given. */
export function drawingOf(
  figure: AnyFigure,
  params: Readonly<Record<string, unknown>>,
  stop: number,
  picture?: Picture,
): SVGSVGElement {
  const { values } = parseFor(figure, params);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  figure.draw(svg, values, timeOfStep(figure, values, stop), { layout: 'narrow', picture });
  return svg;
}

/** The cell under an event, if any. */
export function cellOf(event: Event): string | undefined {
  const element = event.composedPath()[0];
  const key = element instanceof Element ? element.getAttribute('data-cell') : null;
  return key || undefined;
}
