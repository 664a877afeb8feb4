import { css } from 'lit';
import { confusionStyles } from '#components/kit/confusion.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { experimentStyles } from '#components/kit/experiments.ts';
import { fileButtonStyles } from '#components/kit/file-button.ts';

export const classifyStyles = [
  controlStyles,
  experimentStyles,
  confusionStyles,
  fileButtonStyles,
  css`
    :host { display: block; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); }
    h2 { font: 600 1.125rem/1.3 var(--font-text); margin: 2rem 0 0.75rem; }
    h3 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 1.5rem 0 0.5rem; }
    p { margin: 0 0 0.4rem; max-width: 46rem; }
    .help { color: var(--ink-2); font-size: 0.875rem; max-width: 42rem; }
    .message { padding-left: 0.8rem; border-left: 3px solid var(--accent); }
    .bench { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2.5rem; margin-bottom: 1.5rem; }
    @media (min-width: 60rem) { .bench { grid-template-columns: 20rem minmax(0, 1fr); } }
    .own { display: grid; gap: 0.75rem; align-content: start; min-width: 0; max-width: 24rem; }
    .said { min-width: 0; }
    .said > h2:first-child { margin-top: 0; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end; }
    .seen { display: grid; grid-template-columns: repeat(3, minmax(0, 8rem)); gap: 0.75rem; }
    .seen button { padding: 0.35rem; display: grid; gap: 0.25rem; text-align: center; font-variant-numeric: tabular-nums; }
    .summary { margin: 1rem 0 0; padding: 0.7rem 1rem; background: var(--panel); font: 1.0625rem/1.5 var(--font-text); }
    .table { overflow-x: auto; margin-bottom: 1.25rem; }
    .table table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    .table caption { text-align: left; color: var(--ink-2); padding-bottom: 0.3rem; }
    .table th, .table td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
    .table thead th { font-weight: 600; }
    .table tbody th { color: var(--ink-2); }
    .table tbody :is(th, td) { white-space: nowrap; }
    @media (max-width: 40rem) { .table table { font-size: 0.8125rem; } .table th, .table td { padding-right: 0.5rem; } }
    .table .chosen > * { font-weight: 600; color: var(--ink); }
    .bars td { width: 28%; min-width: 4.5rem; white-space: nowrap; }
    .bars td i { display: inline-block; height: 0.6rem; min-width: 1px; background: var(--hue); margin-right: 0.4rem; vertical-align: baseline; }
    .bars td span { color: var(--ink-2); font-size: 0.8125rem; }
    .bars td.best span { color: var(--ink); font-weight: 600; }
    .network-0 { --hue: var(--strided); } .network-1 { --hue: var(--spd); } .network-2 { --hue: var(--ink-2); }
    small { display: block; color: var(--ink-2); font-size: 0.8125rem; }
    .primary { background: var(--ink); color: var(--paper); border-color: var(--ink); }
    .primary[aria-disabled='true'] { background: var(--panel); color: var(--ink-2); border-color: var(--line); }
    :host([data-over]) { outline: 3px dashed var(--accent); outline-offset: 6px; }
    @media print { .bar { display: none; } }
  `,
];
