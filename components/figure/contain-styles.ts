import { css } from 'lit';

/** The player that fills a frame: the drawing in the middle, one row of controls, and what is opened over the drawing. */
export const containStyles = css`
  :host([contain]) .player {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  :host([contain]) .stage {
    flex: 1;
    min-height: 0;
  }
  .bar {
    position: relative;
    display: flex;
    gap: 0.5rem;
    align-items: center;
    padding-top: 0.4rem;
  }
  .bar:empty {
    display: none;
  }
  .bar .transport {
    flex: 1;
    flex-wrap: nowrap;
    min-width: 0;
    margin: 0;
  }
  .bar .scrub {
    min-width: 3rem;
  }
  .bar .moment {
    min-width: 0;
    max-width: 40%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .bar > .over {
    position: static;
  }
  .bar > .over > lazy-part {
    top: auto;
    bottom: calc(100% + 0.2rem);
    max-width: 100%;
    max-height: calc(100svh - 5rem);
    overflow: auto;
  }
  .bar > .settings > lazy-part {
    width: min(100%, 34rem);
  }
  @container (max-width: 799px) {
    .bar select {
      display: none;
    }
    .bar > .over > summary {
      padding-inline: 0.4rem;
      font-size: 0.8125rem;
    }
    .bar .icon {
      width: 2rem;
      height: 2rem;
    }
    .bar,
    .bar .transport {
      gap: 0.25rem;
    }
  }
`;
