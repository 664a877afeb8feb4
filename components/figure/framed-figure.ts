// <spd-figure embed name="reads">: a figure that is alone in a frame. No other page fetches what speaks with a deck.
import { belowInFrame } from './bar.ts';
import { containStyles } from './contain-styles.ts';
import { Frame } from './frame.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export class FramedFigure extends Player {
  static override styles = [...Player.styles, containStyles];

  protected override readonly below = belowInFrame;

  protected override findPlace(): FigurePlace {
    return new Frame(this);
  }
}

customElements.define('spd-figure', FramedFigure);
