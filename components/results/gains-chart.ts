// What variants gain over the strided network as one setting of the scenes moves.

import { differencesOf, experiment } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { aside } from './dodge.ts';
import { drawn, type Panel, Plot } from './plot.ts';
import { colourOf, dashOf, dotOf } from './variants.ts';

export interface GainsOf {
  plan: string;
  /** In the order of the table's columns; of each colour one at most. */
  variants: string[];
  against: string;
}

/** One curve a parameter of the scenes: difference of the means and half its 95 per cent interval, points of AP. */
export function gainCurves({ plan, variants, against }: GainsOf) {
  const file = experiment('sweeps');
  const parameters = Object.keys(words.gains.parameters).filter((name) =>
    file.rows.some(({ parameter }) => parameter === name),
  );
  return parameters.map((parameter) => {
    const points = variants.flatMap((variant) =>
      differencesOf(file, variant, against, { plan, parameter }).map(
        ({ conditions, difference, margin, n }) => {
          const gain = { mean: difference.AP, spread: margin.AP };
          const reach = gain.spread ?? 0;
          return {
            variant,
            value: Number(conditions.value),
            gain,
            y: gain.mean,
            low: gain.mean - reach,
            high: gain.mean + reach,
            n,
          };
        },
      ),
    );
    return { parameter, points };
  });
}

/** A panel for each curve. */
export function gainPanels(of: GainsOf): Panel[] {
  const { variants } = of;
  return gainCurves(of).map(({ parameter, points }) => {
    const [name, axis] = words.gains.parameters[parameter];
    return {
      key: parameter,
      name,
      markup: drawn(
        (_, narrow) => ({
          height: narrow ? 300 : 340,
          marginLeft: 44,
          marginTop: 28,
          marginBottom: 44,
          x: {
            label: axis,
            ticks: [...new Set(points.map(({ value }) => value))].filter(
              (_, i) => !narrow || i % 2 === 0,
            ),
            tickFormat: String,
            inset: 8,
          },
          y: { label: words.gains.gain, grid: true, nice: true, zero: true, ticks: 6 },
          marks: [
            Plot.ruleY([0], { stroke: 'currentColor' }),
            ...variants.flatMap((variant, i) => {
              const own = points.filter((point) => point.variant === variant);
              const stroke = colourOf(variant);
              // Side by side, so that no interval covers another at the same place.
              const dx = aside(i, variants.length, 6);
              return [
                Plot.line(own, {
                  x: 'value',
                  y: 'y',
                  dx,
                  stroke,
                  strokeWidth: 2,
                  strokeDasharray: dashOf(variant),
                }),
                Plot.ruleX(own, { x: 'value', y1: 'low', y2: 'high', dx, stroke, strokeWidth: 2 }),
                Plot.dot(own, { x: 'value', y: 'y', dx, r: 4, ...dotOf(variant) }),
              ];
            }),
          ],
        }),
        words.gains.label(axis),
      ),
    };
  });
}
