import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';

/** Of the charts and tables of what the lab measures. */
export const chartStyles = [
  controlStyles,
  css`
    :host { display: block; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); }
    p { margin: 0 0 0.8rem; color: var(--ink-2); max-width: 44rem; }
    p.answer { color: var(--ink); font-size: 1.0625rem; }
    h2 { font: 600 1.25rem/1.3 var(--font-text); margin: 0 0 0.4rem; }
    h3 { font: 600 1rem/1.3 var(--font-ui); margin: 1.5rem 0 0.4rem; }
    .strided { --swatch: var(--strided); }
    .spd { --swatch: var(--spd); }
    .pooled { --swatch: var(--ink-2); }
    .scroll { overflow-x: auto; margin-top: 1rem; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: min(100%, 44rem); table-layout: fixed; }
    caption { text-align: left; color: var(--ink-2); padding-bottom: 0.5rem; }
    th { text-align: left; vertical-align: bottom; font-weight: 400; color: var(--ink-2); padding: 0.3rem 0.9rem 0.3rem 0; }
    [scope='row'] { vertical-align: top; }
    td { min-width: 5rem; padding: 0.3rem 0.9rem 0.3rem 0; vertical-align: top; }
    small { display: block; color: var(--ink-2); font-size: 0.8125rem; white-space: nowrap; }
    .bar { display: block; height: 0.4rem; background: var(--swatch); }
    figure { margin: 1.5rem 0 0; max-width: 36rem; }
    figcaption { color: var(--ink-2); font-size: 0.875rem; margin-bottom: 0.4rem; }
    svg.chart { display: block; width: 100%; height: auto; overflow: visible; }
    .chart path, .key path { fill: none; stroke: var(--swatch); stroke-width: 2; }
    .grid { stroke: var(--line); stroke-width: 1; }
    .tick { fill: var(--ink-2); font-size: 12px; font-family: var(--font-ui); }
    .key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.25rem; list-style: none; margin: 0.4rem 0 0; padding: 0; font-size: 0.875rem; }
    .key li { display: flex; gap: 0.4rem; align-items: center; }
    .key svg { width: 28px; height: 8px; flex: none; }
    ul { padding-left: 1.2rem; max-width: 44rem; }
    summary { cursor: pointer; min-height: 1.75rem; }
    figure + .row { margin-top: 1rem; }
    .row { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; margin-bottom: 0.5rem; }
    progress { max-width: 100%; }
    @media print { .row { display: none; } }
  `,
];
