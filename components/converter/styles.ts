import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';

export const converterStyles = [
  controlStyles,
  css`
    :host { display: grid; gap: 1rem; font: 0.9375rem/1.4 var(--font-ui); color: var(--ink); }
    p { margin: 0; }
    /* Where not all fits into one line, the kind of conversion has its own, and from and to stay together. */
    @media (max-width: 63.99rem) { .controls > :first-child { flex-basis: 100%; } }
    .drop {
      display: flex;
      flex-wrap: wrap;
      gap: 0.6rem 1rem;
      align-items: center;
      padding: 1.5rem;
      border: 2px dashed var(--line);
      border-radius: 6px;
    }
    .drop.over { border-color: var(--accent); background: var(--panel); }
    .hint { flex: 1 1 12rem; color: var(--ink-2); }
    .choose { position: relative; }
    .choose input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
    .choose span, .primary {
      display: block;
      padding: 0.35rem 0.8rem;
      border: 1px solid var(--ink);
      border-radius: 4px;
      background: var(--ink);
      color: var(--paper);
    }
    .primary { justify-self: start; }
    .primary[aria-disabled='true'] { background: transparent; color: var(--ink-2); border-color: var(--line); }
    .choose input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
    .does, .known { max-width: 44rem; color: var(--ink-2); }
    .known strong { color: var(--ink); }
    .status { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; max-width: 44rem; }
    .status:empty { display: none; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; }
    @media print { :host { display: none; } }
  `,
];
