// <spd-figure name="reads" kernel="3">: a figure in a page of the notebook.
import { OnPage } from './on-page.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class SpdFigure extends Player {
  #waking: ReturnType<typeof setTimeout> | undefined;

  /** Each in a task of its own: the code comes for all figures of a page at once. */
  override connectedCallback(): void {
    this.#waking = setTimeout(() => {
      this.#waking = undefined;
      super.connectedCallback();
    });
  }

  override disconnectedCallback(): void {
    if (this.#waking === undefined) super.disconnectedCallback();
    clearTimeout(this.#waking);
    this.#waking = undefined;
  }

  protected override findPlace(): FigurePlace {
    return new OnPage(this);
  }
}

customElements.define('spd-figure', SpdFigure);
