// Mean AP of each variant against what it costs: work, parameters, time.

import { type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { type CostMeasure, costOf } from './costs.ts';
import { aside, clusters, dodge } from './dodge.ts';
import { drawn, type Panel, Plot } from './plot.ts';
import { colourOf } from './variants.ts';

/** Room for a label, between what costs the same, before a label, and before a leader's bend, px. */
const [LABEL, APART, GAP, BEND] = [96, 5, 16, 9];

/** Those that stand equally far aside, together: a mark of Plot stands aside as a whole. */
const aways = <T extends { dx: number }>(all: readonly T[]): [dx: number, own: T[]][] =>
  [...new Set(all.map(({ dx }) => dx))].map((dx) => [dx, all.filter((one) => one.dx === dx)]);

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
    /** From each dot to its label: at once to the label's height, then along it, so that it passes no other dot. */
    const leaders = (width: number, all: ReturnType<typeof placed>) => {
      const px = most / (width - margins.left - margins.right);
      return all.flatMap(({ variant, x, y, at, ends, dx }) => [
        { variant, x: x + dx * px, y },
        { variant, x: x + (dx + BEND) * px, y: at },
        { variant, x: ends + GAP * px, y: at },
      ]);
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
              ...aways(all).map(([dx, own]) =>
                Plot.ruleX(own, { x: 'x', y1: 'low', y2: 'high', dx, stroke, strokeWidth: 2 }),
              ),
              // In an outline of paper, so that it is seen to pass over the lines of others.
              ...[5, 1].map((strokeWidth, i) =>
                Plot.line(leaders(width, all), {
                  ...{ x: 'x', y: 'y', z: 'variant', strokeWidth },
                  stroke: i === 0 ? 'var(--paper)' : 'var(--ink-2)',
                  strokeOpacity: i === 0 ? 1 : 0.5,
                }),
              ),
              ...aways(all).map(([dx, own]) =>
                Plot.dot(own, { x: 'x', y: 'y', dx, r: 5, fill: stroke, stroke: 'var(--paper)' }),
              ),
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
