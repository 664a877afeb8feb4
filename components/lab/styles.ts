import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { experimentStyles } from '#components/kit/experiments.ts';

/** The lab as a whole; its panels bring their own. */
export const labStyles = [
  controlStyles,
  experimentStyles,
  css`
    :host { display: block; font: 0.9375rem/1.4 var(--font-ui); color: var(--ink); }
    .bar { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; margin-bottom: 1.25rem; }
    .choose { margin-block: 1rem; }
    .choose .controls { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17.5rem), 1fr)); }
    .choose select { width: 100%; }
    .choose p { margin: 0.6rem 0 0; color: var(--ink-2); }
    .primary { background: var(--ink); color: var(--paper); border-color: var(--ink); }
    .contenders { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1.5rem; }
    @media (max-width: 48rem) {
      /* Side by side under the thumb, and in view while a control is moved. */
      .contenders { position: sticky; top: 0; z-index: 2; display: flex; gap: 0.75rem; overflow-x: auto; scroll-snap-type: x proximity; background: var(--paper); padding-bottom: 0.5rem; }
      lab-panel { flex: 0 0 min(15rem, 62vw); scroll-snap-align: start; }
    }
    .draws { display: flex; gap: 0.5rem; align-items: center; margin-top: 0.75rem; }
    .question { margin: 0.75rem 0 0; display: flex; flex-wrap: wrap; gap: 0.4rem 0.8rem; align-items: center; color: var(--ink-2); }
    .asked { margin: 1rem 0 0; display: grid; gap: 0.3rem; }
    .asked p { margin: 0; max-width: 46rem; }
    .asked h2 { font: 600 1rem/1.3 var(--font-ui); margin: 0; }
    .asked dl { display: grid; grid-template-columns: auto 1fr; gap: 0.15rem 1rem; margin: 0; }
    @media (max-width: 30rem) { .asked dl { grid-template-columns: 1fr; } }
    .asked dt { color: var(--ink-2); }
    .asked dd { margin: 0; font-variant-numeric: tabular-nums; }
    .analysis { margin: 1rem 0; padding-block: 0.5rem; border-block: 1px solid var(--line); }
    .analysis + .analysis { margin-top: -1rem; border-top: 0; }
    .analysis summary { cursor: pointer; min-height: 2rem; font: 600 1rem/2rem var(--font-ui); }
    .legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; list-style: none; margin: 0.75rem 0 1.5rem; padding: 0; color: var(--ink-2); font-size: 0.875rem; }
    .legend li { display: flex; align-items: center; gap: 0.5rem; }
    .legend li::before { content: ''; width: 0.9rem; height: 0.9rem; background: #3b4038; border: 2px solid #7df0c0; }
    .legend .class::before { border: 2px dashed #6fd3ff; border-style: dashed solid; }
    .legend .miss::before { border: 2px dashed #ffe14d; }
    .legend .false::before { border: 2px dotted #ff9ee5; }
    .settings { display: grid; gap: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
    .message { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin: 0 0 1rem; padding-left: 0.8rem; border-left: 3px solid var(--accent); }
    .score { margin-top: 2.5rem; }
    @media print { .bar, .choose, .settings { display: none; } }
  `,
];
