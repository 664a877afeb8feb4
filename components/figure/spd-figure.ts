// <spd-figure name="reads" kernel="3">: a figure in a page of the notebook, or alone in a frame.
import { Frame } from './frame.ts';
import { OnPage } from './on-page.ts';
import type { Place } from './place.ts';
import { Player } from './player.ts';

export class SpdFigure extends Player {
  protected override findPlace(): Place {
    return this.hasAttribute('embed') ? new Frame(this) : new OnPage(this);
  }
}

customElements.define('spd-figure', SpdFigure);
