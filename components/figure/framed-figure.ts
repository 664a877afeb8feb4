// <spd-figure embed name="reads">: a figure that is alone in a frame. No other page fetches what speaks with a deck.
import { Frame } from './frame.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class FramedFigure extends Player {
  protected override findPlace(): FigurePlace {
    return new Frame(this);
  }
}

customElements.define('spd-figure', FramedFigure);
