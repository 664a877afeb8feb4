// <spd-figure name="reads" kernel="3">: a figure in a page of the notebook.
import { onceNear } from '#components/kit/near.ts';
import { OnPage } from './on-page.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class SpdFigure extends Player {
  /** While it sleeps: it will not wake. */
  #stay: (() => void) | undefined;

  /**
   * Its poster stands as it is until a reader comes near: to wake lays it out anew. Each wakes in a task of its own, for
   * several may be near at once; until then the page keeps room for its controls (Figure.astro).
   */
  override connectedCallback(): void {
    this.#stay = onceNear([this], () => {
      const waking = setTimeout(() => {
        this.#stay = undefined;
        this.setAttribute('awake', '');
        super.connectedCallback();
      });
      this.#stay = () => clearTimeout(waking);
    });
  }

  override disconnectedCallback(): void {
    if (this.#stay) this.#stay();
    else super.disconnectedCallback();
    this.#stay = undefined;
  }

  protected override findPlace(): FigurePlace {
    return new OnPage(this);
  }
}

customElements.define('spd-figure', SpdFigure);
