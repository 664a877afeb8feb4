import { css } from 'lit';

/**
 * The controls' look; they take colours and typefaces from the page. (What is said of it stands here: a comment in a style
 * is sent to the reader.) Controls begin at one height, so that their names stand on one line. A box to tick is drawn here,
 * for the browser's own is grey in the dark, as if it could not be ticked. A button with nothing to do is not disabled: that
 * would drop the focus that stands on it. In forced colours a choice shows in those of the system.
 */
export const controlStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: start;
  }
  .controls > button {
    align-self: end;
  }
  .control {
    display: grid;
    grid-template-columns: minmax(0, auto);
    max-width: 100%;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--ink-2);
  }
  .control b {
    white-space: nowrap;
    font-weight: 400;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .segments legend {
    padding: 0;
    margin-bottom: 0.25rem;
  }
  .segments > div {
    display: inline-flex;
    width: fit-content;
    border: 1px solid var(--line);
    border-radius: 4px;
    overflow: hidden;
  }
  .segments label {
    position: relative;
    min-width: 2rem;
    text-align: center;
  }
  .segments input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    width: 100%;
    height: 100%;
    cursor: pointer;
  }
  .segments span {
    display: block;
    padding: 0.25rem 0.5rem;
    color: var(--ink);
  }
  .segments input:checked + span {
    background: var(--ink);
    color: var(--paper);
  }
  .segments input:focus-visible + span {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }
  input[type='range'] {
    width: 9rem;
    height: 1.75rem;
    margin: 0;
  }
  input[type='checkbox'] {
    appearance: none;
    width: 1.1rem;
    height: 1.1rem;
    border: 1px solid var(--ink-2);
    border-radius: 4px;
    vertical-align: middle;
  }
  input[type='checkbox']:checked {
    background: var(--accent);
    box-shadow: inset 0 0 0 2px var(--paper);
  }
  button,
  select,
  input[type='number'],
  input[type='text'] {
    font: inherit;
    color: var(--ink);
    background: transparent;
    border: 1px solid var(--line);
    border-radius: 4px;
    min-height: 2rem;
    padding: 0.15rem 0.6rem;
    max-width: 100%;
  }
  select {
    background: var(--paper);
  }
  input[type='number'],
  input[type='text'] {
    box-sizing: border-box;
  }
  input[type='number'] {
    width: 7.5rem;
    font-variant-numeric: tabular-nums;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    border-color: var(--ink-2);
  }
  button[aria-pressed='true'] {
    background: var(--ink);
    color: var(--paper);
  }
  button[aria-disabled='true'] {
    color: var(--ink-2);
    border-color: var(--line);
    cursor: default;
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
    .segments input:checked + span,
    button[aria-pressed='true'],
    button[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
`;
