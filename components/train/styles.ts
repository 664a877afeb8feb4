import { css } from 'lit';
import { confusionStyles } from '#components/kit/confusion.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { experimentStyles } from '#components/kit/experiments.ts';
import { fileButtonStyles } from '#components/kit/file-button.ts';
import { stageEditorStyles } from '#components/kit/stage-editor.ts';

export const trainStyles = [
  controlStyles,
  experimentStyles,
  confusionStyles,
  fileButtonStyles,
  stageEditorStyles,
  css`
    :host { display: block; font: 0.9375rem/1.4 var(--font-ui); color: var(--ink); }
    h2 { font: 600 1.125rem/1.3 var(--font-text); margin: 2rem 0 0.6rem; }
    h3 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 0 0 0.5rem; }
    .settings { display: grid; gap: 1rem; }
    details.more > summary { cursor: pointer; color: var(--ink-2); }
    details.more[open] > summary { margin-bottom: 0.75rem; }
    fieldset.group { border: 0; border-top: 1px solid var(--line); margin: 0; padding: 0.75rem 0 0; min-width: 0; }
    fieldset.group > legend { padding: 0 0.75rem 0 0; font-weight: 600; }
    .editors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem 2.5rem; margin-top: 1rem; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.6rem 0.8rem; align-items: end; margin: 1.25rem 0 0.6rem; }
    .fair { margin: 0.75rem 0 0; display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; color: var(--ink-2); }
    .primary { background: var(--ink); color: var(--paper); border-color: var(--ink); }
    .primary[aria-disabled='true'] { background: var(--panel); color: var(--ink-2); border-color: var(--line); }
    .how-far { margin: 0; color: var(--ink-2); font-variant-numeric: tabular-nums; min-height: 1.4em; }
    .message { margin: 0.5rem 0; padding-left: 0.8rem; border-left: 3px solid var(--accent); }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1rem 2rem; margin-top: 1rem; }
    .chart { margin: 0; min-width: 0; }
    figcaption { color: var(--ink-2); }
    svg { display: block; width: 100%; height: auto; }
    .grid { stroke: var(--line); }
    .chance { stroke: var(--ink-2); stroke-dasharray: 2 3; }
    .tick { font: 11px var(--font-ui); fill: var(--ink-2); }
    .end { text-anchor: end; }
    .middle { text-anchor: middle; }
    path { fill: none; stroke: var(--hue); stroke-linejoin: round; }
    .mean { stroke-width: 2.5; }
    .run { stroke-width: 1; opacity: 0.35; }
    .network-1 .mean { stroke-dasharray: 7 3; }
    .network-2 .mean { stroke-dasharray: 2 3; }
    .strided { --hue: var(--strided); }
    .spd { --hue: var(--spd); }
    .pooled { --hue: var(--ink-2); }
    .networks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1.5rem 2rem; margin-top: 1.5rem; }
    .network { min-width: 0; border-top: 3px solid var(--hue); padding-top: 0.6rem; }
    in-turn:nth-child(2) .network { border-top-style: dashed; }
    in-turn:nth-child(3) .network { border-top-style: dotted; }
    .network p { margin: 0.2rem 0; color: var(--ink-2); font-variant-numeric: tabular-nums; }
    .network .now { font-size: 1.75rem; line-height: 1.2; color: var(--hue); }
    .network pixel-view { max-width: 20rem; }
    .footprint pixel-view { width: 9rem; }
    .inside { margin: 0.9rem 0 0; }
    .phases { display: grid; grid-template-columns: auto 1fr auto; gap: 0.1rem 0.5rem; align-items: center; max-width: 15rem; margin: 0.3rem 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
    .phases li { display: contents; }
    .phases i { display: block; height: 0.6rem; }
    .phase-0 { background: var(--phase-a); } .phase-1 { background: var(--phase-b); }
    .phase-2 { background: var(--phase-c); } .phase-3 { background: var(--phase-d); }
    .files { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.9rem; }
    .verdict { margin-top: 1.5rem; padding: 0.9rem 1.1rem; background: var(--panel); max-width: 44rem; }
    .verdict h2 { margin: 0 0 0.3rem; }
    .verdict p { margin: 0 0 0.4rem; }
    .differing { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2rem; }
    .differing ul { display: flex; flex-wrap: wrap; gap: 0.6rem; list-style: none; margin: 0; padding: 0; }
    .differing li { width: 4.25rem; font-size: 0.8125rem; color: var(--ink-2); }
    .differing p { margin: 0; color: var(--ink-2); }
    @media print { .bar, .settings, .fair, .files { display: none; } }
  `,
];
