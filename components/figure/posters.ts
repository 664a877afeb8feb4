// A figure's posters at build time: drawn in Node by the same code as in the browser.

import { parseHTML } from 'linkedom';
import { figures as english } from '#content/words/en/figures.ts';
import { lean } from '#lib/export/index.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { packPictures } from '#lib/png/packed.ts';
import { parseFor } from './address.ts';

export interface Posters {
  title: string;
  description: string;
  /** Two SVG elements as markup, one for each layout. */
  markup: string;
}

/** Draws both layouts at the figure's poster time. Throws where the name or a parameter is wrong: the build must stop. */
export async function posters(
  name: string,
  params: Readonly<Record<string, unknown>>,
  descriptionId: string,
): Promise<Posters> {
  const figure = await loadFigure(name, english);
  const { values, errors } = parseFor(figure, params);
  if (errors.length > 0) throw new RangeError(`figure ${name}: ${errors.join(' ')}`);
  const t = figure.poster(values);
  const draw = (narrow: boolean) => {
    const svg = emptySvg();
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', figure.title);
    svg.setAttribute('aria-describedby', descriptionId);
    svg.setAttribute('data-layout', narrow ? 'narrow' : 'wide');
    figure.draw(svg, values, t, { narrow });
    return lean(svg.outerHTML);
  };
  return {
    title: figure.title,
    description: figure.describe(values, t),
    markup: packPictures(draw(false) + draw(true)),
  };
}

/** An SVG element of a document that is nowhere shown. */
export function emptySvg(): SVGSVGElement {
  const { document } = parseHTML('<html><body></body></html>');
  return document.createElementNS('http://www.w3.org/2000/svg', 'svg') as unknown as SVGSVGElement;
}
