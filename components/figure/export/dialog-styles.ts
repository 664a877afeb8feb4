import { css } from 'lit';

/** The dialog of files: a preview beside the choices, one above the other on a phone. */
export const dialogStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(52rem, 100vw - 1.5rem);
    max-height: calc(100dvh - 1.5rem);
    padding: 0;
    overflow: hidden;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: 0 12px 48px rgb(0 0 0 / 0.3);
    font: 0.9375rem / 1.4 var(--font-ui);
  }
  dialog::backdrop {
    background: rgb(10 11 14 / 0.55);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 1.5rem - 2px);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.7rem 1.1rem;
  }
  header {
    border-bottom: 1px solid var(--line);
  }
  h2 {
    margin: 0;
    font: 600 1.0625rem / 1.3 var(--font-ui);
  }
  .close {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    margin: -0.3rem -0.5rem -0.3rem 0;
    padding: 0;
    border-color: transparent;
  }
  .close svg {
    width: 1rem;
    height: 1rem;
    stroke: currentcolor;
    stroke-width: 1.6;
    fill: none;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 1.2rem;
    padding: 1rem 1.1rem;
    overflow: auto;
  }
  figure,
  footer p {
    margin: 0;
  }
  .shown {
    display: grid;
    place-items: center;
    min-height: 8rem;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--panel);
  }
  .clear {
    background: repeating-conic-gradient(var(--line) 0 25%, var(--paper) 0 50%) 0 0 / 16px 16px;
  }
  .shown img {
    display: block;
    width: 100%;
    height: auto;
  }
  figcaption {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    margin-top: 0.5rem;
    color: var(--ink-2);
    font-size: 0.875rem;
  }
  figcaption span {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 0.9rem;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 0.35rem;
    color: var(--ink-2);
    font-size: 0.875rem;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.4rem;
  }
  .film .cards {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .card {
    position: relative;
    display: grid;
    align-content: start;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    cursor: pointer;
  }
  .card input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .card b {
    font-weight: 600;
  }
  .card span {
    color: var(--ink-2);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  .card:hover {
    border-color: var(--ink-2);
  }
  .card:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .unable,
  .unable input {
    cursor: not-allowed;
  }
  .unable {
    border-style: dashed;
  }
  .unable b {
    color: var(--ink-2);
    font-weight: 400;
    text-decoration: line-through;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6rem;
  }
  .options label {
    display: grid;
    gap: 0.2rem;
    align-content: start;
    min-width: 0;
  }
  .options span {
    color: var(--ink-2);
    font-size: 0.875rem;
  }
  .options select,
  .options input[type='number'] {
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
  }
  .options .check {
    grid-column: 1 / -1;
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  footer {
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  footer p[role='status'] {
    overflow-wrap: anywhere;
  }
  footer p:empty {
    display: none;
  }
  footer answer-status,
  footer p[role='status'] {
    flex: 1 0 100%;
  }
  .licence {
    flex: 1 1 12rem;
    color: var(--ink-2);
    font-size: 0.8125rem;
  }
  .licence a {
    color: var(--accent);
  }
  .save {
    min-width: 7rem;
    min-height: 2.4rem;
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  .save[aria-disabled='true'] {
    background: transparent;
  }
  @media (max-width: 640px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .shown img {
      width: auto;
      max-width: 100%;
      max-height: 9rem;
    }
    .save {
      flex: 1;
    }
    .licence {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
