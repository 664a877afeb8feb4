// Charts drawn when the page is built: Observable Plot in Node, as markup that needs no script and no style element.
import * as Plot from '@observablehq/plot';
import { unseenDocument } from '#components/kit/unseen.ts';
import { compact } from '#lib/export/index.ts';
import { scalesOf } from './scales.ts';

/** The wide and the narrow layout, px. */
export const widths = { wide: 720, narrow: 340 } as const;

/** One view of a chart in both layouts. */
export interface Panel {
  /** In the address of the page. */
  key: string;
  /** On its button. */
  name: string;
  markup: string;
}

/** Of the view of a measure: "AP, 8 to 14 px" is ap-8-14-px. */
export const keyOf = (measure: string): string =>
  measure
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');

/** The chart as SVG markup. `label` is its text alternative. */
export function drawn(
  options: (width: number, narrow: boolean) => Plot.PlotOptions,
  label: string,
): string {
  return (['wide', 'narrow'] as const)
    .map((layout) => {
      const document = unseenDocument();
      const chart = Plot.plot({
        document,
        style: { fontFamily: 'var(--font-ui)', overflow: 'visible' },
        ...options(widths[layout], layout === 'narrow'),
        width: widths[layout],
      });
      const svg = chart.matches('svg') ? chart : chart.querySelector('svg');
      if (!svg) throw new Error('Plot drew no SVG');
      // The policy of the site lets no style element through; chart.css says the same.
      for (const style of svg.querySelectorAll('style')) style.remove();
      // No part of its style: chart.css makes the letters smaller where the drawing is larger.
      svg.setAttribute('font-size', '13');
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', label);
      svg.setAttribute('data-layout', layout);
      svg.setAttribute('class', 'plot');
      for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
      compact(svg);
      const [width, height] = ['width', 'height'].map((side) => Number(svg.getAttribute(side)));
      svg.setAttribute('data-scales', JSON.stringify(scalesOf(chart, { width, height })));
      return shorter(svg.outerHTML);
    })
    .join('');
}

/** A tenth of a px is enough for a coordinate; what is small may be something else, and keeps two decimals. */
function shorter(markup: string): string {
  return markup.replaceAll(/-?\d+\.\d{3,}/g, (digits) => {
    const number = Number(digits);
    return String(Number(number.toFixed(Math.abs(number) < 10 ? 2 : 1)));
  });
}

/** A drawing in which nothing will be marked needs no scales. */
export const withoutScales = (markup: string): string =>
  markup.replaceAll(/ data-scales="[^"]*"/g, '');

export { Plot };
