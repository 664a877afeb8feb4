import type { ReactiveController } from 'lit';
import type { AnyFigure } from '#lib/figures/index.ts';
import { momentOf } from './address.ts';
import { complain, complainOfNames } from './complain.ts';
import { pressInFrame } from './frame-keys.ts';
import { introduction } from './introduction.ts';
import { readMail } from './mailbox.ts';
import { giveFocusBack, hear, isFramed, tellChange, tellParent } from './messages.ts';
import type { PlacedPlayer } from './place.ts';
import { type Incoming, readMessage } from './protocol.ts';

/** Speaks with the page around, and takes and hands on the keys of the whole frame. */
export class Embedded implements ReactiveController {
  readonly #player: PlacedPlayer;
  readonly #keys: () => boolean;
  /** What came before the figure was there. */
  readonly #waiting: Incoming[] = [];
  #isReady = false;
  /** At the next slide:start: on the first visit where nobody has named a moment, later where it was interrupted. */
  #playsOnStart = true;
  #leave = new AbortController();

  /** @param keys with keys=off all of them are the deck's */
  constructor(player: PlacedPlayer, keys: () => boolean) {
    this.#player = player;
    this.#keys = keys;
    player.addController(this);
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    // Wherever the focus is: beside the figure, too, the deck's keys are the deck's.
    addEventListener(
      'keydown',
      (event) => pressInFrame(event, this.#player.actions, this.#keys()),
      { signal: this.#leave.signal },
    );
    readMail((data) => {
      const message = readMessage(data);
      if (!message) return;
      hear();
      if (this.#isReady) this.#obey(message);
      else this.#waiting.push(message);
    });
  }

  hostDisconnected(): void {
    this.#leave.abort();
  }

  /** The figure is drawn for the first time: the page around is told, and what it has said meanwhile is done; `isAsked`: its address names a moment. */
  ready(figure: AnyFigure, isAsked: boolean): void {
    this.#playsOnStart = !isAsked;
    tellParent({ type: 'ready', ...introduction(figure, this.#player.values) });
    this.#isReady = true;
    for (const message of this.#waiting.splice(0)) this.#obey(message);
  }

  #obey(message: Incoming): void {
    const { figure, values, actions, t, playing } = this.#player;
    if (!figure) return;
    switch (message.type) {
      case 'start':
        if (this.#playsOnStart) actions.play();
        this.#playsOnStart = false;
        break;
      case 'play':
        actions.play();
        break;
      case 'pause':
        actions.pause();
        break;
      case 'stop':
        this.#playsOnStart ||= playing;
        actions.pause();
        giveFocusBack();
        break;
      case 'next':
        this.#step(1);
        break;
      case 'previous':
        this.#step(-1);
        break;
      case 'goto': {
        const moment = momentOf(figure, values, message);
        this.#playsOnStart = false;
        actions.goTo(moment.t);
        complain(moment.errors);
        break;
      }
      case 'set':
        complainOfNames(Object.keys(message.params), figure.parameters);
        complain(this.#player.take(message.params));
        break;
      case 'get':
        tellChange(values, t);
        break;
      case 'wrong':
        complain([message.error]);
    }
  }

  /** Where there is no further moment the deck moves: a clicker steps a figure and the slides alike. */
  #step(direction: 1 | -1): void {
    this.#playsOnStart = false;
    if (this.#player.actions.step(direction) || !isFramed()) return;
    const key = direction > 0 ? 'PageDown' : 'PageUp';
    const method = direction > 0 ? 'next' : 'prev';
    window.parent.postMessage(JSON.stringify({ method }), '*');
    tellParent({ type: 'key', key, code: key });
  }
}
