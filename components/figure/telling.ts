import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FigureState } from '#components/kit/figure-player.ts';
import type { FigurePlace } from './place.ts';
import type { Told } from './state.ts';

/** A scrub is described only where it ends, milliseconds: listeners have their patience. */
const QUIET = 150;

/** Tells of the moment that is shown: `spd-change` to this page, the place of the player, the text under the drawing. */
export class Telling implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #place: () => FigurePlace;
  readonly #told: () => Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    place: () => FigurePlace,
    told: () => Told | undefined,
  ) {
    this.#host = host;
    this.#place = place;
    this.#told = told;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Something was set, or playing came to a moment; `kept`: by the reader. */
  changed(kept = true): void {
    const told = this.#told();
    if (!told) return;
    this.now();
    this.#place().changed(told, kept);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.explain(), QUIET);
  }

  /** To listeners in this page and to the place. */
  now(): void {
    const told = this.#told();
    if (!told) return;
    const { values, t } = told;
    const detail: FigureState = { values, t };
    this.#host.dispatchEvent(new CustomEvent('spd-change', { bubbles: true, detail }));
    this.#place().moment?.(told);
  }

  /** In the text under the drawing. */
  explain(): void {
    const told = this.#told();
    const text = this.#host.querySelector('.figure-description');
    if (told && text) text.textContent = told.figure.describe(told.values, told.t, told.own);
  }
}
