// Mean AP of each variant against what it costs: work, parameters, time.

import { type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { type CostMeasure, costOf } from './costs.ts';
import { aside, clusters, dodge } from './dodge.ts';
import { drawn, type Panel, Plot } from './plot.ts';
import { colourOf } from './variants.ts';

/** Room for a label, between what costs the same, and before a label, px. */
const [LABEL, APART, GAP] = [96, 5, 16];

/** A panel for each cost that is known of every variant of an experiment, under some conditions. */
export function frontierPanels(of: string, where: Conditions = {}): Panel[] {
  const summaries = summariesOf(experiment(of), where).filter(({ measures }) => measures.AP);
  const height = 380;
  const margins = { top: 24, bottom: 46, left: 44, right: 96 };
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
    const most = Math.max(...points.map(({ x }) => x)) * 1.06;
    const stroke = ({ variant }: { variant: string }) => colourOf(variant);
    /** Each with its place beside others of the same cost, and that of its label, at the end of its cluster. */
    const placed = (width: number) => {
      const across = (x: number) => (x / most) * (width - margins.left - margins.right);
      return clusters(points, ({ x }) => across(x), LABEL).flatMap((cluster) => {
        const ends = Math.max(...cluster.map(({ x }) => x));
        const places = dodge(
          cluster.map(({ y }) => pixel(y)),
          18,
          [margins.top + 4, height - margins.bottom - 4],
        );
        return cluster.map((point, i) => {
          const same = cluster.filter(({ x }) => Math.abs(across(x) - across(point.x)) < APART);
          const dx = aside(same.indexOf(point), same.length, APART);
          return { ...point, at: value(places[i]), ends, dx };
        });
      });
    };
    const [plain, wider] = ['yolov5p', 'yolov5p-wide-macs'].map((name) =>
      points.find(({ variant }) => variant === name),
    );
    return [
      {
        key: cost,
        name,
        markup: drawn(
          (width, narrow, all = placed(width)) => ({
            height,
            marginLeft: margins.left,
            marginRight: margins.right,
            marginTop: margins.top,
            marginBottom: margins.bottom,
            x: { label: axis, domain: [0, most], grid: true, ticks: narrow ? 4 : 8 },
            y: { label: words.frontier.ap, domain: [low, high], grid: true, ticks: 6 },
            marks: [
              // What a wider strided network would get for its work, as the text reads it.
              ...(cost === 'macs' && plain && wider
                ? [
                    Plot.link([{ plain, wider }], {
                      x1: plain.x,
                      x2: wider.x,
                      y1: plain.y,
                      y2: wider.y,
                      stroke: 'var(--strided)',
                      strokeWidth: 1.5,
                      strokeDasharray: '5 4',
                    }),
                  ]
                : []),
              Plot.link(all, {
                ...{ x1: 'x', x2: 'ends', y1: 'y', y2: 'at' },
                ...{ dx: GAP, stroke: 'var(--line)' },
              }),
              // One mark for each way aside: a way is given to a whole mark.
              ...[...new Set(all.map(({ dx }) => dx))].flatMap((dx) => {
                const own = all.filter((point) => point.dx === dx);
                return [
                  Plot.ruleX(own, { x: 'x', y1: 'low', y2: 'high', dx, stroke, strokeWidth: 2 }),
                  Plot.dot(own, { x: 'x', y: 'y', dx, r: 5, fill: stroke, stroke: 'var(--paper)' }),
                ];
              }),
              Plot.text(all, {
                x: 'ends',
                y: 'at',
                dx: GAP + 4,
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
