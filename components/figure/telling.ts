import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { writeAddress } from '#components/kit/address.ts';
import type { FigureState } from '#components/kit/figure-player.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { stateChanges } from './address.ts';
import { stepAt } from './clock.ts';
import { tellChange, tellParent } from './messages.ts';

/** A scrub is described only where it ends, milliseconds: listeners have their patience. */
const QUIET = 150;

/** What is told of. */
export interface Told {
  figure: AnyFigure;
  values: AnyValues;
  t: number;
  /** The reader's own picture is shown. */
  own: boolean;
  /** Of the address's keys. */
  keyPrefix: string;
  /** The values that the page itself gives; the address names only what differs. */
  base: AnyValues;
  /** Alone in a frame: the page around is told too. */
  embed: boolean;
}

/** Tells of the moment that is shown: `spd-change` to this page, messages to the page around, the address, the text. */
export class Telling implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #told: () => Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, told: () => Told | undefined) {
    this.#host = host;
    this.#told = told;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** A moment worth telling; the address names only what the reader has set. */
  moment(inAddress = true): void {
    const told = this.#told();
    if (!told) return;
    this.now();
    if (told.embed) tellChange(told.values, told.t);
    if (inAddress) writeAddress(stateChanges(told.figure, told, told.keyPrefix, told.base));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.explain(), QUIET);
  }

  /** To listeners in this page and to the page around. */
  now(): void {
    const told = this.#told();
    if (!told) return;
    const { figure, values, t, embed } = told;
    const detail: FigureState = { values, t };
    this.#host.dispatchEvent(new CustomEvent('spd-change', { bubbles: true, detail }));
    if (!embed) return;
    const stops = figure.stops(values);
    const step = stepAt(stops, t);
    if (step >= 0) tellParent({ type: 'step', step, label: stops[step - 1]?.label ?? '', at: t });
  }

  /** In the text under the drawing. */
  explain(): void {
    const told = this.#told();
    const text = this.#host.querySelector('.figure-description');
    if (told && text) text.textContent = told.figure.describe(told.values, told.t, told.own);
  }
}
