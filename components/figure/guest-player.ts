// The player inside <strideless-figure>; fetched when a reader comes near one.
import { belowInFrame } from './bar.ts';
import { containStyles } from './contain-styles.ts';
import { Guest, type GuestHost } from './guest.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export { faultOf } from './guest.ts';

export class GuestPlayer extends Player {
  static override styles = [...Player.styles, containStyles];

  protected override readonly below = belowInFrame;

  readonly guest: Guest;

  constructor(host: GuestHost) {
    super();
    this.guest = new Guest(this, host);
    this.embedHref = '';
  }

  protected override findPlace(): FigurePlace {
    return this.guest;
  }
}

customElements.define('strideless-player', GuestPlayer);
