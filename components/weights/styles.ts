import { css } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { fileButtonStyles } from '#components/kit/file-button.ts';

/** What the parts of the page share: type, buttons, places to drop a file on, messages. */
export const sharedStyles = [
  controlStyles,
  fileButtonStyles,
  css`
    :host {
      display: block;
      min-width: 0;
      font: 0.9375rem/1.45 var(--font-ui);
      color: var(--ink);
    }
    h2 {
      font: 600 1.25rem/1.3 var(--font-text);
      margin: 0 0 0.5rem;
    }
    p {
      margin: 0 0 0.75rem;
    }
    .quiet {
      color: var(--ink-2);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: center;
      margin: 0 0 0.75rem;
    }
    .message {
      padding-left: 0.8rem;
      border-left: 3px solid var(--accent);
      overflow-wrap: anywhere;
    }
    .message.bad {
      border-color: var(--strided);
    }
    .message progress {
      vertical-align: middle;
      margin-inline: 0.5rem;
      max-width: 100%;
    }
    .drop {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: center;
      padding: 0.9rem;
      margin: 0 0 0.75rem;
      border: 1px dashed var(--ink-2);
      border-radius: 4px;
      color: var(--ink-2);
    }
    :host([data-over]) .drop {
      background: var(--mark);
      color: var(--ink);
    }
    .scroll {
      max-height: 24rem;
      overflow: auto;
    }
    table {
      border-collapse: collapse;
      width: 100%;
      font-size: 0.875rem;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 0.2rem 0.75rem 0.2rem 0;
      border-bottom: 1px solid var(--line);
      font-weight: 400;
      text-align: right;
    }
    th:first-child,
    td:first-child {
      text-align: left;
    }
    th:last-child,
    td:last-child {
      padding-right: 0.25rem;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--paper);
      color: var(--ink-2);
    }
    summary {
      width: fit-content;
      min-height: 1.5rem;
      cursor: pointer;
    }
    @media print {
      .drop,
      button {
        display: none;
      }
    }
  `,
];

/** The page's own frame around its parts. */
export const pageStyles = [
  ...sharedStyles,
  css`
    section {
      min-width: 0;
      margin-bottom: 2.5rem;
    }
    .setup {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
      gap: 0 2.5rem;
    }
    .settings {
      display: grid;
      gap: 1.25rem;
    }
    .settings .row {
      margin: 0;
    }
    select {
      max-width: 100%;
    }
  `,
];
