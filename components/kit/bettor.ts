import type { Guess } from './figure-player.ts';

/** A bet as charts see it. It fires `bet`, which bubbles, when the guess has been made or taken back. */
export interface Bettor extends HTMLElement {
  readonly told: Guess | undefined;
}
