// Plays, scrubs and steps a figure of lib/figures. Where it stands (place.ts) says what it is to show, and is told of it.

import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import type { FigurePlayer } from '#components/kit/figure-player.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { motionIsReduced } from '#components/kit/motion.ts';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import { Paste } from '#components/kit/paste.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import { actionsOf } from './actions.ts';
import { parseFor, restOf, timeOfStep } from './address.ts';
import { type Below, below } from './below.ts';
import { Debut } from './debut.ts';
import { Drawn } from './drawn.ts';
import { LateCells } from './late-cells.ts';
import type { PlayerOptions } from './options.ts';
import type { FigurePlace, PlacedPlayer } from './place.ts';
import { Playback } from './playback.ts';
import { PlayerElement } from './player-element.ts';
import { Pointer } from './pointer.ts';
import { Sight } from './sight.ts';
import type { PlayerActions, Told } from './state.ts';
import { playerStyles } from './styles.ts';
import { Telling } from './telling.ts';
import { coming, view } from './view.ts';

export abstract class Player extends PlayerElement implements FigurePlayer, PlacedPlayer {
  #place: FigurePlace | undefined;
  /** A moment was asked for. */
  #isAsked = false;
  /** What was asked of the figure before it was there. */
  readonly #wishes: (() => void)[] = [];
  readonly #debut = new Debut({
    ready: () => this.figure !== undefined && !this.waiting,
    play: () => this.figure && this.#playback.playOnce(this.#rest(this.figure)),
  });
  readonly #cells = new LateCells(this);
  readonly #arrival = new Answer<AnyFigure>(this, { onAnswer: (figure) => this.#begin(figure) });
  readonly #drawn = new Drawn(this, () => this.place);
  readonly #playback = new Playback(this, {
    course: () => {
      const { figure, values } = this;
      return figure && { stops: figure.stops(values), seconds: figure.seconds(values) };
    },
    still: () => this.options.still,
    loops: () => this.options.loop,
    onMoment: () =>
      this.#playback.byItself ? this.#telling.now() : this.#telling.changed(!this.#led),
  });
  readonly actions: PlayerActions = actionsOf(this, this.#playback, this.#cells);
  readonly #telling = new Telling(
    this,
    () => this.place,
    () => this.figure && this.#told(this.figure),
  );
  readonly #pointer = new Pointer(
    () => {
      const { svg } = this.#drawn;
      return (
        this.figure &&
        svg && {
          state: this.shown(this.figure, this.#playback, this.#cells.found),
          actions: this.actions,
          svg,
        }
      );
    },
    (held) => this.toggleAttribute('held', held),
  );

  constructor() {
    super();
    new Paste(this, ([file]) => this.actions.giveFile(file), this.actions.takesFiles);
    new Sight(this, {
      atOnce: () => this.place.atOnce,
      onNear: () => this.figure || this.#arrival.ask(() => loadCode(() => this.place.load())),
      onMiddle: (isThere) => this.#debut.sight(isThere),
      onHidden: () => {
        this.#debut.sight(false);
        this.#playback.leave();
      },
      onPrint: () => this.requestUpdate(),
      onSize: () => this.#size(),
    });
  }

  /** What stands under the drawing. */
  protected readonly below: Below = below;

  /** Asked for once, when the player stands in it. */
  protected abstract findPlace(): FigurePlace;

  protected get place(): FigurePlace {
    this.#place ??= this.findPlace();
    return this.#place;
  }

  override connectedCallback(): void {
    void this.place;
    super.connectedCallback();
  }

  /** Which layout. */
  #size(): void {
    this.layout = this.#drawn.fit();
  }

  #begin(figure: AnyFigure): void {
    const { base, values, errors, t, options } = this.place.begin(figure);
    this.base = base;
    this.#isAsked = t !== undefined;
    this.takeOptions(options);
    this.values = values;
    this.errors = errors;
    if (this.once && !this.#led && t === undefined && !motionIsReduced()) this.#debut.ask();
    this.#playback.begin(t ?? (this.#early ? 0 : this.#rest(figure)), t !== undefined);
    this.figure = figure;
    this.#size();
    if (options.autoplay) this.#playback.play();
    for (const wish of this.#wishes.splice(0)) wish();
    this.#debut.attempt();
  }

  /** How it looks and plays, from now on. */
  takeOptions(options: PlayerOptions): void {
    this.options = options;
    this.#playback.speed = options.speed;
    this.toggleAttribute('contain', options.contain);
    // A theme may have a layout of its own.
    if (this.figure) this.#size();
  }

  get chooser(): OwnPicture | null {
    return this.renderRoot.querySelector('spd-own-picture');
  }

  /** Something in the page sets its moments. */
  get #led(): boolean {
    return this.closest('[data-leads]') !== null;
  }

  /** It has not played yet. */
  get #early(): boolean {
    return this.#debut.due || this.waiting;
  }

  #rest(figure: AnyFigure): number {
    return restOf(figure, this.values, this.stop);
  }

  playOnce(): void {
    this.#debut.ask();
  }

  get debuting(): boolean {
    return this.#debut.due || this.#playback.byItself;
  }

  get t(): number {
    return this.#playback.t;
  }

  get playing(): boolean {
    return this.#playback.playing;
  }

  goTo(t: number): void {
    this.#debut.cancel();
    this.#playback.goTo(t);
  }

  goToStop(stop: number): void {
    if (this.figure) this.goTo(timeOfStep(this.figure, this.values, stop));
    else this.#wishes.push(() => this.goToStop(stop));
  }

  set(params: Readonly<Record<string, unknown>>): void {
    const { figure } = this;
    if (!figure) return void this.#wishes.push(() => this.set(params));
    this.errors = this.take(params);
  }

  /** One sentence for each value that could not be taken as it was given. */
  take(params: Readonly<Record<string, unknown>>): string[] {
    const { figure } = this;
    if (!figure) return [];
    const { values, errors } = parseFor(figure, { ...this.values, ...params });
    if (this.#debut.due) this.goTo(this.#rest(figure));
    this.#playback.keepMoment(() => {
      this.values = values;
    });
    this.highlight = undefined;
    this.#telling.changed(!this.#led);
    return errors;
  }

  override updated(changed: PropertyValues): void {
    const { figure, values, layout, highlight } = this;
    if (!figure) return void this.toggleAttribute('failed', this.#arrival.status === 'failed');
    // On paper nothing is played, and nothing waits.
    const t = this.#early && matchMedia('print').matches ? this.#rest(figure) : this.t;
    this.#drawn.draw(figure, t, this.#cells.lit(highlight, values, t, { layout }));
    if (this.guess?.marks) this.#cells.ask();
    if (changed.has('values')) this.#drawn.askPicture(figure);
    if (changed.has('picture')) this.#telling.explain();
    if (!changed.has('figure')) return;
    // Now there is the row of controls, which takes room.
    this.#size();
    this.#telling.explain();
    this.place.ready?.(this.#told(figure), this.#isAsked);
    this.#telling.now();
  }

  #told(figure: AnyFigure): Told {
    const { values, t, picture, base, stop } = this;
    return { figure, values, t, own: picture !== undefined, base, stop };
  }

  override render(): TemplateResult {
    const { figure, actions, options, errors } = this;
    if (!figure) return coming(this.#arrival);
    return view({
      state: this.shown(figure, this.#playback, this.#cells.found),
      actions,
      pointer: this.#pointer,
      drawn: this.#drawn,
      shared: this.place.share({
        ...this.#told(figure),
        picture: this.#drawn.picture,
        drawing: () => this.#drawn.svg as SVGSVGElement,
      }),
      options,
      below: this.below,
      errors,
      press: (event) => this.place.press?.(event),
    });
  }

  static override styles: CSSResultGroup[] = [controlStyles, playerStyles];
}
