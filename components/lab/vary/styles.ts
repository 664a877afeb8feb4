import { css } from 'lit';
import { chartStyles } from '../measure/styles.ts';

/** Of the panel in which one object shrinks and moves. */
export const varyStyles = [
  ...chartStyles,
  css`
      :host { padding-top: 0.75rem; }
      .models { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
      .models > section { min-width: 0; max-width: 24rem; }
      h4 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 0 0 0.4rem; display: flex; gap: 0.5rem; }
      h4::before { content: ''; flex: none; width: 0.8em; height: 0.8em; align-self: center; background: var(--swatch); }
      .small { font-size: 0.8125rem; margin: 0.3rem 0; }
      .two { display: grid; gap: 0.75rem; grid-template-columns: repeat(3, minmax(0, 8.5rem)); }
      .two figure { margin: 0; min-width: 0; }
      figcaption { margin: 0.2rem 0 0; font-size: 0.8125rem; }
      .grounds { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0 0 1rem; padding: 0; max-width: none; }
      .grounds li { width: 3.5rem; }
      pixel-view { border: 1px solid var(--line); }
      .chart .band { fill: var(--swatch); fill-opacity: 0.18; stroke: none; }
      .chart .middle { stroke-width: 1.25; }
      .chart .own { stroke-width: 3; stroke-linecap: round; }
      .threshold { stroke: var(--ink-2); stroke-dasharray: 5 4; }
      .now { stroke: var(--accent); stroke-width: 1.5; }
      .loss { fill: var(--paper); stroke: var(--swatch); stroke-width: 2.5; }
      .wide input { width: min(22rem, 70vw); }
    `,
];
