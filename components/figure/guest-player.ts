// The player inside <strideless-figure>; fetched when a reader comes near one.
import { Guest, type GuestHost } from './guest.ts';
import type { FigurePlace } from './place.ts';
import { Player } from './player.ts';

export { faultOf } from './guest.ts';

export class GuestPlayer extends Player {
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
