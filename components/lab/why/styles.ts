import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';

export const whyStyles = [
  controlStyles,
  css`
    :host { display: block; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); padding-top: 0.75rem; }
    p { margin: 0 0 0.75rem; max-width: 46rem; }
    .small, figcaption { font-size: 0.8125rem; color: var(--ink-2); margin: 0.3rem 0; }
    .controls { margin-bottom: 1rem; }
    .models { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
    .models > section { min-width: 0; max-width: 24rem; }
    h3 { font: 600 1rem/1.3 var(--font-ui); margin: 0 0 0.4rem; display: flex; gap: 0.5rem; align-items: baseline; }
    h3::before { content: ''; flex: none; width: 0.8em; height: 0.8em; align-self: center; background: var(--swatch); }
    .strided { --swatch: var(--strided); }
    .spd { --swatch: var(--spd); }
    .pooled { --swatch: var(--ink-2); }
    .verdict { min-height: 4.35em; }
    figure { margin: 0; min-width: 0; }
    pixel-view { border: 1px solid var(--line); }
    rect { fill: none; vector-effect: non-scaling-stroke; }
    .cell { stroke: #fff; stroke-opacity: 0.25; stroke-width: 1; }
    .said { fill: #000; fill-opacity: 0.35; }
    .bar { fill: #ff8a1f; stroke: #000; stroke-opacity: 0.5; stroke-width: 0.5; }
    .bar.decides { fill: #ffe14d; }
    .truth { stroke: #fff; stroke-width: 2; paint-order: stroke; }
    .box { stroke: #ffe14d; stroke-width: 2; stroke-dasharray: 5 3; }
    .decisive { stroke: #000; stroke-width: 3; }
    text { font-family: var(--font-ui); font-weight: 600; fill: #fff; stroke: #000; stroke-width: 0.2em; stroke-opacity: 0.85;
      paint-order: stroke; text-anchor: end; dominant-baseline: central; }
    .channels { display: grid; gap: 0.5rem; grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .four { display: grid; gap: 0.5rem; grid-template-columns: repeat(4, minmax(0, 1fr)); }
    .phases { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.4rem; padding: 0; font-size: 0.8125rem; }
    .phases li::before { content: ''; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.35em; background: var(--phase); }
    .four figure { border-top: 3px solid var(--phase); }
    .p0 { --phase: var(--phase-a); }
    .p1 { --phase: var(--phase-b); }
    .p2 { --phase: var(--phase-c); }
    .p3 { --phase: var(--phase-d); }
    select { max-width: 100%; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; white-space: nowrap; }
    @media (max-width: 48rem) { .verdict { min-height: 0; } }
  `,
];
