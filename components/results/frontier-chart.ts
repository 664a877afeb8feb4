// Mean AP of each variant against what it costs: work, parameters, time.

import { type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { type CostMeasure, costOf } from './costs.ts';
import { dodge } from './dodge.ts';
import { drawn, type Panel, Plot } from './plot.ts';
import { colourOf } from './variants.ts';

/** A panel for each cost that is known of every variant of an experiment, under some conditions. */
export function frontierPanels(of: string, where: Conditions = {}): Panel[] {
  const summaries = summariesOf(experiment(of), where).filter(({ measures }) => measures.AP);
  const height = 380;
  const margins = { top: 24, bottom: 46 };
  const edges = summaries.flatMap(({ measures: { AP } }) => [
    AP.mean - (AP.spread ?? 0),
    AP.mean + (AP.spread ?? 0),
  ]);
  const low = Math.floor(Math.min(...edges)) - 0.5;
  const high = Math.ceil(Math.max(...edges)) + 0.5;
  const inner = height - margins.top - margins.bottom;
  const pixel = (ap: number) => margins.top + (inner * (high - ap)) / (high - low);
  const value = (at: number) => high - ((at - margins.top) * (high - low)) / inner;

  return (Object.keys(words.frontier.axes) as CostMeasure[]).flatMap((cost): Panel[] => {
    const points = summaries.flatMap((summary) => {
      const x = costOf(summary, cost);
      const { mean, spread } = summary.measures.AP;
      return x === undefined
        ? []
        : [
            {
              variant: summary.variant,
              x,
              y: mean,
              low: mean - (spread ?? 0),
              high: mean + (spread ?? 0),
            },
          ];
    });
    if (points.length < summaries.length) return [];
    const [name, axis] = words.frontier.axes[cost];
    const places = dodge(
      points.map(({ y }) => pixel(y)),
      18,
      [margins.top + 4, height - margins.bottom - 4],
    );
    const labelled = points.map((point, i) => ({ ...point, at: value(places[i]) }));
    const most = Math.max(...points.map(({ x }) => x)) * 1.06;
    const stroke = ({ variant }: { variant: string }) => colourOf(variant);
    return [
      {
        key: cost,
        name,
        markup: drawn(
          (_, narrow) => ({
            height,
            marginLeft: 44,
            marginRight: 96,
            marginTop: margins.top,
            marginBottom: margins.bottom,
            x: { label: axis, domain: [0, most], grid: true, ticks: narrow ? 4 : 8 },
            y: { label: words.frontier.ap, domain: [low, high], grid: true, ticks: 6 },
            marks: [
              Plot.link(labelled, { x1: 'x', x2: most, y1: 'y', y2: 'at', stroke: 'var(--line)' }),
              Plot.ruleX(labelled, { x: 'x', y1: 'low', y2: 'high', stroke, strokeWidth: 2 }),
              Plot.dot(labelled, { x: 'x', y: 'y', r: 5, fill: stroke, stroke: 'var(--paper)' }),
              Plot.text(labelled, {
                x: most,
                y: 'at',
                dx: 6,
                textAnchor: 'start',
                fill: stroke,
                text: ({ variant }: { variant: string }) => words.short[variant] ?? variant,
              }),
            ],
          }),
          words.frontier.label(axis),
        ),
      },
    ];
  });
}
