import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';

export const flowStyles = [
  controlStyles,
  css`
    :host {
      display: block; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink);
      /* What is left of a screen for a stage, under the choices and above the buttons. */
      --room: max(30rem, 100svh - 12rem);
    }
    p { margin: 0 0 0.8rem; max-width: 46rem; }
    .small { font-size: 0.875rem; margin: 0.6rem 0 0.3rem; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.6rem 1.25rem; align-items: end; margin-bottom: 1rem; }
    .bar .scene { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
    .stages { display: flex; flex-wrap: wrap; gap: 0.25rem 0; margin-bottom: 1.1rem; border-bottom: 1px solid var(--line); }
    .stages button { border: 0; border-bottom: 3px solid transparent; border-radius: 0; padding: 0.35rem 0.8rem 0.35rem 0; margin-right: 0.5rem; min-height: 2.25rem; color: var(--ink-2); }
    .stages button[aria-selected='true'] { border-bottom-color: var(--accent); color: var(--ink); font-weight: 600; }
    .panel { min-height: 30rem; scroll-margin-top: 1rem; }
    .panel[aria-busy='true'] { opacity: 0.65; }
    .panel > img { display: block; width: min(24rem, 100%); height: auto; image-rendering: pixelated; }
    .turn { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; margin-top: 1.1rem; }
    .turn .primary { background: var(--ink); color: var(--paper); border-color: var(--ink); }
    .turn p { margin: 0 0 0 auto; color: var(--ink-2); font-size: 0.8125rem; }
    .message { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding-left: 0.8rem; border-left: 3px solid var(--accent); }
    figure { margin: 0; min-width: 0; }
    figcaption { margin-top: 0.35rem; color: var(--ink-2); font-size: 0.8125rem; line-height: 1.4; }
    figcaption strong { display: block; color: var(--ink); font-weight: 600; }
    figcaption span { display: block; }
    figcaption span.tally { color: var(--ink); font-size: 0.9375rem; }
    a { color: var(--accent); }
    .input { display: grid; gap: 1rem; grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .input .large { grid-column: 1 / -1; max-width: max(12rem, 100svh - 36rem); }
    .maps { display: grid; gap: 1.1rem 2rem; }
    .mosaics { display: grid; gap: 1rem; grid-template-columns: repeat(2, minmax(0, 1fr)); align-content: start; }
    .pair { display: grid; gap: 1rem; grid-template-columns: repeat(2, minmax(0, 21rem)); margin-top: 1rem; }
    .head { display: grid; gap: 1.25rem 2rem; grid-template-columns: minmax(0, 1fr); }
    .lens { width: min(15rem, 100%); margin-top: 0.8rem; }
    .three { max-width: 25rem; display: grid; gap: 0.75rem; grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .asked { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
    .asked > div { display: grid; gap: 0.75rem; align-content: start; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .asked p { grid-column: 1 / -1; margin: 0; }
    @media (min-width: 46rem) {
      .panel { min-height: min(36rem, var(--room)); }
      .maps { grid-template-columns: minmax(0, auto) minmax(11rem, 1fr); }
      .mosaics { grid-template-columns: repeat(3, minmax(0, min(12rem, (var(--room) - 16.5rem) / 2))); }
      .head { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
      .head > figure { max-width: calc(var(--room) - 6.5rem); }
      .head .three { max-width: min(25rem, var(--room) - 13rem); }
      .head .scroll { max-height: min(14rem, (var(--room) - 7rem) / 2); }
      .lens { width: clamp(8rem, var(--room) - 24.5rem, 15rem); }
      .input { grid-template-columns: minmax(0, min(30.5rem, var(--room) - 6rem)) minmax(0, min(11rem, (var(--room) - 10.5rem) / 3)); grid-template-rows: repeat(3, auto); }
      .input .large { grid-column: 1; grid-row: 1 / 4; max-width: none; }
    }
    @media (min-width: 46rem) and (max-height: 52rem) {
      .mosaics figure:not(.chosen) span { display: none; }
    }
    @media (min-width: 64rem) and (min-height: 52rem) {
      .asked > div { grid-template-columns: minmax(0, calc((var(--room) - 12.5rem) / 2)); }
    }
    .pickable { cursor: crosshair; }
    svg rect, svg path { fill: none; vector-effect: non-scaling-stroke; }
    .truth { stroke: #fff; stroke-width: 1; stroke-opacity: 0.9; }
    .picked { stroke: #ff8f66; stroke-width: 3; }
    .candidate { stroke: #fff; stroke-width: 1; stroke-opacity: 0.75; }
    .cell { stroke: #ffe14d; stroke-width: 2; }
    .anchor { stroke: #ffe14d; stroke-width: 2; stroke-dasharray: 4 3; }
    .box { stroke: #7df0c0; stroke-width: 3; }
    svg .answers { fill: #ffe14d; stroke: none; }
    .grid { stroke: #fff; stroke-opacity: 0.35; stroke-width: 1; }
    .key { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; list-style: none; margin: 0; padding: 0; }
    .key li { display: flex; align-items: center; gap: 0.4rem; }
    .key li::before { content: ''; width: 0.9rem; height: 0.9rem; background: #3b4038; border: 2px solid #ffe14d; }
    .key .anchor::before { border-style: dashed; }
    .key .box::before { border-color: #7df0c0; }
    .key .candidate::before { border: 1px solid #fff; }
    .sums { margin: 0; padding-left: 1.3rem; font: 0.8125rem/1.7 var(--font-mono); overflow-wrap: anywhere; }
    table { border-collapse: collapse; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
    caption { white-space: nowrap; text-align: left; padding-bottom: 0.3rem; font-weight: 600; }
    th, td { text-align: left; padding: 0.12rem 1rem 0.12rem 0; font-weight: 400; border-bottom: 1px solid var(--line); }
    thead th { color: var(--ink-2); }
    tr.stays td { font-weight: 600; }
    tr.gone td { color: var(--ink-2); }
    .scroll { max-height: 14rem; overflow: auto; margin-bottom: 1rem; }
    /* On paper all stages stand one after the other, as without JavaScript. */
    @media screen { slot { display: none; } }
    @media print { .bar, .stages, .message, .panel, .turn { display: none; } }
  `,
];
