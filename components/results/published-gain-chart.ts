// What the published SPD models gain over the strided ones, by size: in points and in per cent.

import { type Gain, gains, sizes } from '#components/kit/published.ts';
import { use } from '#content/words/en/use.ts';
import { drawn, type Panel, Plot } from './plot.ts';

const words = use.results;
const views = [
  { key: 'ap-points', measure: 'AP', unit: 'points', name: words.gain.measures.apPoints },
  { key: 'ap-percent', measure: 'AP', unit: 'percent', name: words.gain.measures.apPercent },
  { key: 'aps-points', measure: 'APS', unit: 'points', name: words.gain.measures.apsPoints },
  { key: 'aps-percent', measure: 'APS', unit: 'percent', name: words.gain.measures.apsPercent },
] as const;
/** How each baseline is called, and its colour. */
export const said = {
  'v6.1': words.gain.over61,
  'v6.0': words.gain.over60,
  retold: words.gain.overRetold,
};
export const fill = {
  'v6.1': 'var(--spd)',
  'v6.0': 'color-mix(in srgb, var(--spd) 45%, var(--paper))',
  retold: 'var(--ink-2)',
};
export const signed = (value: number) =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;

/** A panel for each measure and unit. */
export const publishedGainPanels = views.map(({ key, measure, unit, name }) => {
  const own = gains.filter((gain) => gain.measure === measure);
  const baselines = [...new Set(own.map(({ baseline }) => baseline))];
  const missing = sizes.filter((size) => !own.some((gain) => gain.size === size));
  const most = Math.max(...own.map((gain) => gain[unit]));
  return {
    key,
    name,
    /** What its bars are measured against. */
    baselines,
    markup: drawn(
      (_, narrow) => ({
        height: narrow ? 290 : 320,
        marginLeft: 44,
        marginTop: 36,
        marginBottom: 40,
        fx: { domain: [...sizes], label: null, padding: 0.12 },
        x: { domain: baselines.map((baseline) => said[baseline]), axis: null, padding: 0.15 },
        y: {
          label: name,
          grid: true,
          domain: [Math.min(0, ...own.map((gain) => gain[unit])) * 1.4, most * 1.15],
        },
        marks: [
          Plot.barY(own, {
            fx: 'size',
            x: (gain: Gain) => said[gain.baseline],
            y: unit,
            fill: (gain: Gain) => fill[gain.baseline],
          }),
          Plot.text(own, {
            fx: 'size',
            x: (gain: Gain) => said[gain.baseline],
            y: unit,
            text: (gain: Gain) => signed(gain[unit]),
            lineAnchor: 'bottom',
            dy: -5,
            fontWeight: 600,
            fill: 'currentColor',
            filter: (gain: Gain) => gain[unit] >= 0,
          }),
          Plot.text(own, {
            fx: 'size',
            x: (gain: Gain) => said[gain.baseline],
            y: unit,
            text: (gain: Gain) => signed(gain[unit]),
            lineAnchor: 'top',
            dy: 5,
            fontWeight: 600,
            fill: 'currentColor',
            filter: (gain: Gain) => gain[unit] < 0,
          }),
          Plot.text(missing, {
            fx: (size: string) => size,
            frameAnchor: 'middle',
            text: () => (narrow ? words.gain.unknown.replaceAll(' ', '\n') : words.gain.unknown),
            fill: 'var(--ink-2)',
          }),
          Plot.ruleY([0], { stroke: 'currentColor' }),
        ],
      }),
      words.gain.label(name),
    ),
  } satisfies Panel & { baselines: Gain['baseline'][] };
});
