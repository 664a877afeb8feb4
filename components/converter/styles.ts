import { css } from 'lit';
import { controlStyles } from '#components/kit/controls.ts';

export const converterStyles = [
  controlStyles,
  css`
    :host { display: grid; gap: 1rem; font: 0.9375rem/1.4 var(--font-ui); color: var(--ink); }
    p { margin: 0; }
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
    .primary:disabled { background: transparent; color: var(--ink-2); border-color: var(--line); }
    .choose input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
    .does, .known { max-width: 44rem; color: var(--ink-2); }
    .known strong { color: var(--ink); }
    .status { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; max-width: 44rem; }
    .status:empty { display: none; }
    [role='alert'] { color: var(--strided); max-width: 44rem; }
    [role='alert']:empty { display: none; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; }
    .list { max-height: 24rem; overflow: auto; border-block: 1px solid var(--line); }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
    th { text-align: left; font-weight: 400; }
    thead th { position: sticky; top: 0; background: var(--paper); font-weight: 600; z-index: 1; }
    th, td { padding: 0.3rem 1rem 0.3rem 0; vertical-align: middle; white-space: nowrap; }
    tbody tr { border-top: 1px solid var(--line); }
    tbody th label { display: flex; gap: 0.5rem; align-items: center; cursor: pointer; font-family: var(--font-mono); font-size: 0.8125rem; }
    .unfit { color: var(--ink-2); }
    .unfit label { cursor: default; }
    .inputs input { font: inherit; width: 5rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 3px; }
    @media print { :host { display: none; } }
  `,
];
