// Measures that are compared with each other: a row for each, and in it a dot for each variant.

import type { Conditions } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { aside } from './dodge.ts';
import { drawn, type Panel, Plot } from './plot.ts';
import { runsOf } from './runs-chart.ts';
import { dotOf } from './variants.ts';

/** Kinds of measures that can be drawn together, by what the names of theirs begin with. */
export type Together = keyof typeof words.together;

/** One panel. The row of the greatest measure is first. */
export function measuresPanel(
  of: string,
  where: Conditions | undefined,
  show: readonly string[] | undefined,
  together: Together,
): Panel {
  const { summaries, measures } = runsOf(of, where, show);
  const [name, axis] = words.together[together];
  const dots = measures
    .filter((measure) => measure.startsWith(together))
    .flatMap((measure) =>
      summaries.map(({ variant, measures: its }) => ({
        variant,
        measure,
        value: its[measure].mean,
      })),
    );
  const greatest = [...dots].sort((a, b) => b.value - a.value).map(({ measure }) => measure);
  return {
    key: together,
    name,
    markup: drawn(
      (_, narrow) => ({
        height: 60 + new Set(greatest).size * 40,
        marginLeft: 128,
        marginRight: 20,
        marginBottom: 44,
        marginTop: 12,
        x: { label: axis, grid: true, nice: true, zero: true, ticks: narrow ? 4 : 8 },
        y: {
          domain: [...new Set(greatest)],
          label: null,
          tickFormat: (measure: string) => words.measures[measure][0],
          tickSize: 0,
        },
        marks: summaries.map(({ variant }, i) =>
          Plot.dot(
            dots.filter((dot) => dot.variant === variant),
            {
              x: 'value',
              y: 'measure',
              dy: aside(i, summaries.length, 11.5),
              r: 4.5,
              ...dotOf(variant, 1),
            },
          ),
        ),
      }),
      words.togetherLabel(axis),
    ),
  };
}
