// The score while training goes on: a line for each variant, the spread of its seeds as a band.
import { measured as words } from '#content/words/en/measured.ts';
import type { Summary } from '#lib/results/index.ts';
import { points } from './curves.ts';
import { dodge } from './dodge.ts';
import { drawn, keyOf, type Panel, Plot } from './plot.ts';
import { colourOf, dashOf } from './variants.ts';

const HEIGHT = 360;
const [TOP, BOTTOM] = [24, 44];
const INNER = HEIGHT - TOP - BOTTOM;

/** The variants, steps and measures that the summaries have; measures in the order of the words, six at most. */
export function partsOf(all: readonly Summary[]) {
  const measures = Object.keys(words.measures).filter((name) =>
    all.some((summary) => name in summary.measures),
  );
  return {
    variants: [...new Set(all.map(({ variant }) => variant))],
    steps: [...new Set(all.map(({ conditions }) => Number(conditions.step)))].sort((a, b) => a - b),
    measures: measures.slice(0, 6),
  };
}

/** A panel for each measure. */
export function curvePanels(all: readonly Summary[]): Panel[] {
  const { variants, steps, measures } = partsOf(all);
  const last = steps.at(-1) ?? 0;
  return measures.map((measure): Panel => {
    const [name, axis] = words.measures[measure];
    const found = points(all, measure);
    const most = Math.max(...found.map(({ high }) => high)) * 1.04;
    const ends = variants.flatMap((variant) => {
      const own = found.filter((point) => point.variant === variant);
      return own.sort((a, b) => b.step - a.step).slice(0, 1);
    });
    const wanted = ends.map(({ y }) => TOP + (INNER * (most - y)) / most);
    const places = dodge(wanted, 18, [TOP, HEIGHT - BOTTOM]);
    const labels = ends.map((end, i) => ({
      ...end,
      at: most - ((places[i] - TOP) * most) / INNER,
    }));
    return {
      key: keyOf(measure),
      name,
      markup: drawn(
        (_, narrow) => ({
          height: HEIGHT,
          marginLeft: 44,
          marginRight: 96,
          marginTop: TOP,
          marginBottom: BOTTOM,
          x: { label: words.curves.steps, domain: [0, last], ticks: narrow ? 3 : 6, grid: true },
          y: { label: axis, domain: [0, most], grid: true, ticks: 6 },
          marks: variants.flatMap((variant) => {
            const line = found
              .filter((point) => point.variant === variant)
              .sort((a, b) => a.step - b.step);
            const stroke = colourOf(variant);
            return [
              Plot.areaY(line, {
                x: 'step',
                y1: 'low',
                y2: 'high',
                fill: stroke,
                fillOpacity: 0.15,
              }),
              Plot.lineY(line, {
                x: 'step',
                y: 'y',
                stroke,
                strokeWidth: 2,
                strokeDasharray: dashOf(variant),
              }),
              Plot.text(
                labels.filter((label) => label.variant === variant),
                {
                  x: last,
                  y: 'at',
                  dx: 6,
                  textAnchor: 'start',
                  fill: stroke,
                  text: () => words.short[variant] ?? variant,
                },
              ),
            ];
          }),
        }),
        words.curves.label(axis),
      ),
    };
  });
}
