// One experiment under some conditions: every run as a dot.

import { bestFirst, type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { measuresOf } from '#lib/results/index.ts';
import { drawn, keyOf, type Panel, Plot } from './plot.ts';
import { colourOf, named } from './variants.ts';

/** What a variant is in a comparison, whatever the depth of its network. */
const roleOf = ({ variant }: { variant: string }) => variant.replace(/^resnet\d+/, 'resnet');

/** Measures that are never below one. */
const ratios = ['phases'];

/**
 * The summaries and the measures that they have, of those to show. The best is first, or what is best under the conditions
 * `like`, for a chart that is read beside that one.
 *
 * @throws Error where there is no row
 */
export function runsOf(
  of: string,
  where: Conditions = {},
  show: readonly string[] = Object.keys(words.measures),
  like: Conditions = where,
) {
  const file = experiment(of);
  const all = summariesOf(file, where);
  const measures = show.filter((name) => all.some((summary) => name in summary.measures));
  if (measures.length === 0)
    throw new Error(`${file.experiment}: no rows under ${JSON.stringify(where)}`);
  const order = bestFirst(summariesOf(file, like), measures[0]).map(roleOf);
  const summaries = all.sort((a, b) => order.indexOf(roleOf(a)) - order.indexOf(roleOf(b)));
  return { file, summaries, measures };
}

/** A panel for each of the first six measures. */
export function runPanels(
  of: string,
  where?: Conditions,
  show?: readonly string[],
  like?: Conditions,
): Panel[] {
  const { file, summaries, measures } = runsOf(of, where, show, like);
  const most = Math.max(...summaries.map(({ rows }) => rows.length));
  const longest = Math.max(...summaries.map(({ variant }) => named(variant).length));
  return measures.slice(0, 6).map((measure): Panel => {
    const [name, axis] = words.measures[measure];
    // One run above the other, so that none hides another of nearly the same value.
    const dots = Array.from({ length: most }, (_, i) =>
      summaries.flatMap(({ variant, rows }) =>
        rows.slice(i, i + 1).map((row) => ({ variant, value: measuresOf(file, row)[measure] })),
      ),
    );
    // Scores far from nothing would stand crowded at the end of an axis that begins there.
    const values = dots.flat().flatMap(({ value }) => value ?? []);
    const far =
      ratios.includes(measure) ||
      (axis.includes('%') && Math.min(...values) > Math.max(...values) / 2);
    const means = summaries.map(({ variant, measures: its }) => ({
      variant,
      value: its[measure]?.mean,
    }));
    return {
      key: keyOf(measure),
      name,
      markup: drawn(
        (_, narrow) => ({
          // Nine rows of the wide drawing stand on a screen of 720 px, caption and buttons too.
          height: 60 + summaries.length * 36,
          marginLeft: Math.min(narrow ? 176 : 240, longest * 7.2 + 16),
          marginRight: 20,
          marginBottom: 44,
          marginTop: 12,
          x: {
            label: axis,
            grid: true,
            nice: true,
            zero: !far,
            inset: far ? 10 : 0,
            ticks: narrow ? 4 : 8,
          },
          y: {
            domain: summaries.map(({ variant }) => variant),
            label: null,
            tickFormat: named,
            tickSize: 0,
          },
          marks: [
            ...dots.map((runs, i) =>
              Plot.dot(runs, {
                x: 'value',
                y: 'variant',
                dy: (i - (most - 1) / 2) * 6,
                r: 4.5,
                fill: ({ variant }: { variant: string }) => colourOf(variant),
                stroke: 'var(--paper)',
              }),
            ),
            // Above the dots and taller, so that it is seen among them, and so thin that none is hidden by it.
            ...(most > 1 ? [4, 2] : []).map((strokeWidth, i) =>
              Plot.tickX(means, {
                x: 'value',
                y: 'variant',
                stroke: i === 0 ? 'var(--paper)' : 'currentColor',
                strokeWidth,
                inset: 1,
              }),
            ),
          ],
        }),
        words.label(axis),
      ),
    };
  });
}
