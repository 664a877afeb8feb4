// AP of the published models against what they cost.

import { logarithmic, models } from '#components/kit/published.ts';
import { use } from '#content/words/en/use.ts';
import { drawn, type Panel, Plot } from './plot.ts';

const words = use.results;
/** What a model costs, in the order of the columns: first the one that the chapter asks about. */
export const axes = ['macs', 'parameters', 'latency'] as const;
/** How each variant is called, and its colour. */
export const names = { strided: words.strided, spd: words.spd };
export const colours = { strided: 'var(--strided)', spd: 'var(--spd)' };

/** A little more than the models span. */
const domains = { parameters: [1.5, 70], macs: [1.8, 115], latency: [6, 10.6] };

/** Whose line is the upper one: its letters stand above it, the other's below, and none between the two. */
const upper = { macs: 'strided', parameters: 'spd', latency: 'strided' };

/** A panel for each cost. */
export const publishedCostPanels = axes.map(
  (axis): Panel => ({
    key: axis,
    name: words.cost.short[axis],
    markup: drawn(
      (_, narrow) => ({
        height: narrow ? 300 : 380,
        marginLeft: 44,
        marginRight: narrow ? 20 : 30,
        marginTop: 32,
        marginBottom: 46,
        x: {
          type: logarithmic[axis] ? 'log' : 'linear',
          label: words.cost.axes[axis],
          tickFormat: (x: number) =>
            axis === 'latency' || /^[1-5]/.test(x.toPrecision(1)) ? String(x) : '',
          ticks: narrow ? 4 : 8,
          domain: domains[axis],
        },
        y: { label: words.ap, grid: true, domain: [26, 52], ticks: 6 },
        marks: (['strided', 'spd'] as const).flatMap((variant) => {
          const own = models.filter((model) => model.variant === variant);
          const at = { x: axis, y: 'AP' };
          return [
            Plot.line(own, { ...at, stroke: colours[variant], strokeWidth: 2 }),
            Plot.dot(own, {
              ...at,
              fill: colours[variant],
              r: 5,
              symbol: variant === 'spd' ? 'square' : 'circle',
            }),
            Plot.text(own, {
              ...at,
              text: 'size',
              dy: variant === upper[axis] ? -14 : 16,
              fill: 'currentColor',
              fontWeight: 600,
              // Lines that come too near pass behind it.
              stroke: 'var(--paper)',
              strokeWidth: 4,
            }),
          ];
        }),
      }),
      words.cost.label(words.cost.axes[axis]),
    ),
  }),
);
