import { css } from 'lit';

/** The player around the drawing. */
export const playerStyles = css`
  :host {
    display: block;
    font: 0.875rem / 1.35 var(--font-ui);
    color: var(--ink);
  }
  /* Something in the drawing is being dragged. */
  :host([held]) {
    user-select: none;
    cursor: grabbing;
  }
  .stage {
    display: block;
    position: relative;
    border-radius: 4px;
  }
  .guess {
    margin: 0.4rem 0 0;
    color: var(--ink-2);
  }
  /* Until the bet is made a veil lies over it. */
  @media screen {
    :host([waiting]) {
      visibility: hidden;
    }
  }
  .stage.over {
    outline: 3px dashed var(--accent);
    outline-offset: 6px;
  }
  ::slotted(svg) {
    display: block;
    width: auto;
    max-width: 100%;
    height: auto;
    max-height: max(16rem, 100svh - var(--figure-room, 13rem));
    touch-action: manipulation;
  }
  /* A page may have room for the drawing alone. */
  .below {
    display: var(--figure-controls, block);
  }
  .transport {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin: 0.5rem 0;
  }
  /* On a phone the drawing itself says which moment it is, and the bar tells it to a screen reader. */
  @container (max-width: 599px) {
    .transport .moment,
    .transport select {
      display: none;
    }
  }
  .transport svg {
    width: 1rem;
    height: 1rem;
    display: block;
    fill: currentcolor;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    padding: 0;
  }
  .scrub {
    position: relative;
    flex: 1 1 10rem;
    min-width: 8rem;
  }
  .scrub input {
    width: 100%;
    display: block;
  }
  .transport .ticks {
    width: calc(100% - 16px);
    position: absolute;
    left: 8px;
    right: 8px;
    bottom: -2px;
    height: 5px;
    pointer-events: none;
  }
  .ticks rect {
    fill: var(--ink-2);
  }
  @media (forced-colors: active) {
    .ticks rect {
      fill: CanvasText;
    }
  }
  .moment {
    flex: 0 1 auto;
    min-width: 8.5rem;
    color: var(--ink-2);
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin: 0 0 0.75rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    margin-top: 0.75rem;
  }
  figure-explorer {
    display: flex;
    gap: 0.5rem;
  }
  .whole {
    margin-left: auto;
    color: var(--accent);
    white-space: nowrap;
  }
  .over {
    position: relative;
  }
  .row .over {
    margin-left: auto;
  }
  .over > summary {
    display: flex;
    align-items: center;
    list-style: none;
    cursor: pointer;
    border: 1px solid var(--line);
    border-radius: 4px;
    padding: 0.15rem 0.6rem;
    min-height: 2rem;
    box-sizing: border-box;
  }
  .over > summary::-webkit-details-marker {
    display: none;
  }
  .over > lazy-part {
    position: absolute;
    right: 0;
    top: calc(100% + 0.4rem);
    z-index: 5;
    width: 17rem;
    max-width: 80vw;
    box-sizing: border-box;
    padding: 0.75rem;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 6px;
    box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
  }
  .more {
    margin-top: 0.5rem;
  }
  .more > summary {
    width: fit-content;
    padding: 0.2rem 0;
    color: var(--accent);
    cursor: pointer;
  }
  .more > div {
    padding-top: 0.5rem;
  }
  .code {
    margin-top: 0.75rem;
  }
  .code summary {
    display: inline-block;
    cursor: pointer;
    padding: 0.3rem 0;
    color: var(--accent);
  }
  .code summary::before {
    content: '▸ ' / '';
  }
  .code[open] summary::before {
    content: '▾ ' / '';
  }
  .cell,
  .error {
    margin: 0.5rem 0 0;
    min-height: 1.35em;
  }
  .error {
    color: var(--strided);
  }
  .error:empty {
    display: none;
  }
  @media print {
    .transport,
    .presets,
    .controls,
    .row,
    .cell,
    .more,
    .code {
      display: none;
    }
  }
`;
