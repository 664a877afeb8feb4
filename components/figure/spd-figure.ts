// <spd-figure name="reads" kernel="3">: a figure in a page of the notebook.
import { NEAR } from './near.ts';
import { OnPage } from './on-page.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class SpdFigure extends Player {
  #sleep: IntersectionObserver | undefined;
  #waking: ReturnType<typeof setTimeout> | undefined;

  /**
   * Its poster stands as it is until a reader comes near: to wake lays it out anew. Each wakes in a task of its own, for
   * several may be near at once; until then the page keeps room for its controls (Figure.astro).
   */
  override connectedCallback(): void {
    this.#sleep = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#wake();
      },
      { rootMargin: NEAR },
    );
    this.#sleep.observe(this);
  }

  override disconnectedCallback(): void {
    if (!this.#sleep && this.#waking === undefined) super.disconnectedCallback();
    this.#rest();
  }

  #wake(): void {
    this.#rest();
    this.#waking = setTimeout(() => {
      this.#rest();
      this.setAttribute('awake', '');
      super.connectedCallback();
    });
  }

  /** Neither asleep nor waking any longer. */
  #rest(): void {
    this.#sleep?.disconnect();
    clearTimeout(this.#waking);
    this.#sleep = undefined;
    this.#waking = undefined;
  }

  protected override findPlace(): FigurePlace {
    return new OnPage(this);
  }
}

customElements.define('spd-figure', SpdFigure);
