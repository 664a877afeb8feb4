// <spd-figure name="reads" kernel="3">: a figure in a page of the notebook.
import { OnPage } from './on-page.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class SpdFigure extends Player {
  protected override findPlace(): FigurePlace {
    return new OnPage(this);
  }
}

customElements.define('spd-figure', SpdFigure);
