import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { experimentStyles } from '#components/kit/experiments.ts';
import { stageEditorStyles } from '#components/kit/stage-editor.ts';

export const stackStyles = [
  controlStyles,
  experimentStyles,
  stageEditorStyles,
  css`
    :host { display: block; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); }
    h2 { font: 600 1.125rem/1.3 var(--font-text); margin: 2.25rem 0 0.75rem; }
    h3 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 0 0 0.6rem; }
    h4 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 0 0 0.15rem; }
    p { margin: 0; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem 2.5rem; }
    .editors { margin-bottom: 1.25rem; }
    ol { list-style: none; margin: 0; padding: 0; }
    .message { margin: 0.75rem 0; padding-left: 0.8rem; border-left: 3px solid var(--accent); }
    .fair { margin: 0.75rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; color: var(--ink-2); }
    .pair > div { min-width: 0; }
    .summary { margin-top: 1.5rem; padding: 0.9rem 1.1rem; background: var(--panel); font: 1.0625rem/1.5 var(--font-text); max-width: 46rem; }
    .help { margin-top: 0.6rem; color: var(--ink-2); max-width: 42rem; font-size: 0.875rem; }
    .footprints { display: flex; flex-wrap: wrap; gap: 1.25rem 2.5rem; }
    .footprints figure { margin: 0; width: min(14rem, 42%); }
    .footprints pixel-view { border: 1px solid var(--line); }
    figcaption { display: grid; margin-top: 0.35rem; }
    figcaption b { font-weight: 600; }
    figcaption span { color: var(--ink-2); font-variant-numeric: tabular-nums; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
    thead th { font-weight: 600; }
    tbody th { color: var(--ink-2); }
    .cards li { display: grid; grid-template-columns: 84px minmax(0, 1fr); gap: 1rem; padding-block: 0.9rem; border-top: 1px solid var(--line); }
    .cards li > div { grid-column: 2; min-width: 0; }
    .cards p { color: var(--ink-2); font-variant-numeric: tabular-nums; }
    .cards p b { font-weight: 400; color: var(--ink); }
    .reads { display: flex; flex-wrap: wrap; gap: 0.15rem 0.7rem; align-items: baseline; }
    .reads span { white-space: nowrap; color: var(--ink); }
    .reads i { display: inline-block; font: 600 0.75rem/1.05rem var(--font-ui); width: 1.05rem; margin-right: 0.25rem; text-align: center; color: #15161a; background: var(--hue); }
    .phase-0 { --hue: var(--phase-a); } .phase-1 { --hue: var(--phase-b); }
    .phase-2 { --hue: var(--phase-c); } .phase-3 { --hue: var(--phase-d); }
    .reads .phase-0 i { color: #fff; }
    .kernel { display: block; max-width: 100%; height: auto; }
    .kernel rect { fill: var(--hue); }
    .kernel text { font: 600 9px var(--font-ui); text-anchor: middle; fill: #15161a; }
    .kernel .phase-0 + text { fill: #fff; }
    .kernel .nought { fill: none; stroke: var(--ink-2); stroke-dasharray: 2 2; }
    .train { max-width: 42rem; }
    a.primary { display: inline-block; margin-top: 0.75rem; padding: 0.35rem 0.9rem; border-radius: 4px; background: var(--ink); color: var(--paper); text-decoration: none; }
    a.primary:hover { text-decoration: underline; }
    details.code { margin-top: 2rem; }
    details.code > summary { cursor: pointer; color: var(--ink-2); }
    @media print { .moves, .add, details.code { display: none; } }
  `,
];
