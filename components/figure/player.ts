// <spd-figure name="reads" kernel="3">: plays, scrubs and steps a figure of lib/figures.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import type { FigurePlayer, Guess } from '#components/kit/figure-player.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { motionIsReduced } from '#components/kit/motion.ts';
import { kit } from '#content/words/en/kit.ts';
import { figure as words } from '#content/words/en/player.ts';
import type { AnyFigure, LayoutName, Picture } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { parseFor, restOf, timeOfStep } from './address.ts';
import { beginningOf, figureOf } from './beginning.ts';
import { containStyles } from './contain-styles.ts';
import { Debut } from './debut.ts';
import { Dismiss } from './dismiss.ts';
import { adoptPoster, drawingOf, layoutIn } from './drawing.ts';
import type { EmbedOptions, Part } from './embed-options.ts';
import { Embedded } from './embedded.ts';
import { fitted, naturalHeight } from './fit.ts';
import { press } from './keys.ts';
import { tellParent } from './messages.ts';
import { Playback } from './playback.ts';
import { Pointer } from './pointer.ts';
import { bar, settings } from './settings.ts';
import { type Shared, sharedOf } from './shared.ts';
import { Sight } from './sight.ts';
import { stage } from './stage.ts';
import { PANELS, type Panel, type PlayerActions, type PlayerState } from './state.ts';
import { playerStyles } from './styles.ts';
import { Telling, type Told } from './telling.ts';
import { transport } from './transport.ts';

const NOTHING_HIDDEN: ReadonlySet<Part> = new Set();

export class SpdFigure extends LitElement implements FigurePlayer {
  static override properties = {
    name: {},
    embed: { type: Boolean },
    embedHref: { attribute: 'embed-href' },
    show: {},
    tune: {},
    once: { type: Boolean },
    stop: { type: Number },
    waiting: { type: Boolean },
    guess: { attribute: false },
    figure: { state: true },
    values: { state: true },
    errors: { state: true },
    layout: { state: true },
    highlight: { state: true },
    exploring: { state: true },
    grid: { state: true },
    picture: { state: true },
    opened: { state: true },
  };
  declare name: string;
  /** The page holds nothing but this figure: plain keys in the URL, messages to the page around. */
  declare embed: boolean;
  declare embedHref: string;
  /** Which controls: all (default), steps, none. */
  declare show: 'all' | 'steps' | 'none';
  /** The parameters that matter in the page, apart by spaces; undefined for all. */
  declare tune: string | undefined;
  /** It plays when it first comes into view. */
  declare once: boolean;
  /** The named moment that it shows, from 1; undefined for the most telling one. */
  declare stop: number | undefined;
  /** A bet on it has not been made: it stays at its start. */
  declare waiting: boolean;
  declare guess: Guess | undefined;
  declare figure: AnyFigure | undefined;
  declare values: AnyValues;
  declare private errors: string[];
  declare private layout: LayoutName;
  declare private highlight: string | undefined;
  declare private exploring: boolean;
  declare private grid: string;
  /** The reader's own. */
  declare private picture: Picture | undefined;
  declare private opened: ReadonlySet<Panel>;

  /** The drawing, once the figure is there. */
  #svg: SVGSVGElement | undefined;
  /** The values that the page itself gives; the address names only what differs. */
  #base: AnyValues = {};
  #options: EmbedOptions | undefined;
  #embedded: Embedded | undefined;
  /** The address names its moment. */
  #isAsked = false;
  /** What was asked of the figure before it was there. */
  readonly #wishes: (() => void)[] = [];
  readonly #debut = new Debut({
    ready: () => this.figure !== undefined && !this.waiting,
    play: () => this.figure && this.#playback.playOnce(this.#rest(this.figure)),
  });
  readonly #arrival = new Answer<AnyFigure>(this, { onAnswer: (figure) => this.#begin(figure) });
  /** What the parameters ask for. */
  readonly #scene = new Answer<Picture | undefined>(this);
  readonly #playback = new Playback(this, {
    course: () => {
      const { figure, values } = this;
      return figure && { stops: figure.stops(values), seconds: figure.seconds(values) };
    },
    still: () => this.#options?.still ?? false,
    loops: () => this.#options?.loop ?? false,
    onMoment: () =>
      this.#playback.byItself ? this.#telling.now() : this.#telling.moment(!this.#led),
  });
  readonly #telling = new Telling(this, () => this.figure && this.#told(this.figure));
  readonly #pointer = new Pointer(
    () => {
      const svg = this.#svg;
      return this.figure && svg && { state: this.#state(this.figure), actions: this.#actions, svg };
    },
    (held) => this.toggleAttribute('held', held),
  );

  constructor() {
    super();
    this.name = '';
    this.embed = false;
    this.embedHref = '';
    this.show = 'all';
    this.once = false;
    this.waiting = false;
    this.values = {};
    this.errors = [];
    this.layout = 'wide';
    this.exploring = false;
    this.grid = '';
    this.opened = new Set();
    new Dismiss(this, {
      opened: () => this.opened,
      close: (panel) => this.#actions.open(panel, false),
    });
    new Sight(this, {
      // In a frame that is not shown, or not yet, nothing is ever near: it waits for nobody.
      atOnce: () => this.embed,
      onNear: () => this.figure || this.#arrival.ask(() => loadCode(() => figureOf(this))),
      onSeen: () => this.#debut.sight(true),
      onHidden: () => {
        this.#debut.sight(false);
        this.#playback.leave();
      },
      onPrint: () => this.requestUpdate(),
      onSize: () => this.#size(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#embedded ??= this.embed ? this.#embed() : undefined;
  }

  #embed(): Embedded {
    const host = this;
    return new Embedded(this, {
      actions: this.#actions,
      take: (params) => this.#take(params),
      get figure() {
        return host.figure;
      },
      get values() {
        return host.values;
      },
      get t() {
        return host.t;
      },
      get playing() {
        return host.#playback.playing;
      },
      get keys() {
        return host.#options?.keys !== false;
      },
    });
  }

  /** Which layout, and for how high a frame it asks. */
  #size(): void {
    const { figure, values } = this;
    this.layout =
      this.#contains && figure ? fitted(this, figure, values) : layoutIn(this.clientWidth);
    if (!this.embed) return;
    const height =
      this.#contains && figure ? naturalHeight(this, figure, values) : this.offsetHeight;
    tellParent({ type: 'height', height: Math.ceil(height) });
  }

  /** The drawing fills the frame. */
  get #contains(): boolean {
    return this.#options?.contain ?? false;
  }

  #begin(figure: AnyFigure): void {
    const { base, values, errors, t, options } = beginningOf(this, figure);
    this.#base = base;
    this.#options = options;
    this.#isAsked = t !== undefined;
    if (options) {
      this.show = options.show;
      this.#playback.speed = options.speed;
      this.toggleAttribute('contain', options.contain);
    }
    this.values = values;
    this.errors = errors;
    if (this.once && !this.#led && t === undefined && !motionIsReduced()) this.#debut.ask();
    this.#playback.begin(t ?? (this.#early ? 0 : this.#rest(figure)), t !== undefined);
    this.figure = figure;
    this.#size();
    if (options?.autoplay) this.#playback.play();
    for (const wish of this.#wishes.splice(0)) wish();
    this.#debut.attempt();
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

  drawingOf(stop: number, params: Readonly<Record<string, unknown>>): SVGSVGElement | undefined {
    return this.figure && drawingOf(this.figure, { ...this.values, ...params }, stop);
  }

  playOnce(): void {
    this.#debut.ask();
  }

  /** Of the address's keys. */
  get keyPrefix(): string {
    return this.embed ? '' : `${this.id || this.name}.`;
  }

  get t(): number {
    return this.#playback.t;
  }

  goTo(t: number): void {
    this.#debut.cancel();
    this.#playback.goTo(t);
  }

  goToStop(stop: number): void {
    if (this.figure) this.goTo(timeOfStep(this.figure, this.values, stop));
    else this.#wishes.push(() => this.goToStop(stop));
  }

  #state(figure: AnyFigure): PlayerState {
    const { values, layout, highlight, exploring, grid, opened, guess } = this;
    const { t, playing, speed } = this.#playback;
    const tune = this.tune?.split(' ');
    return {
      figure,
      tune,
      values,
      t,
      playing,
      speed,
      layout,
      highlight,
      exploring,
      grid,
      opened,
      guess,
    };
  }

  readonly #actions: PlayerActions = {
    play: () => this.#playback.play(),
    pause: () => this.#playback.pause(),
    toggle: () => this.#playback.toggle(),
    ended: () => this.t >= 1 && !this.#playback.playing,
    step: (direction) => this.#playback.step(direction),
    goTo: (t) => this.#playback.goTo(t),
    setSpeed: (speed) => {
      this.#playback.speed = speed;
    },
    set: (params) => this.set(params),
    light: (cell) => {
      this.highlight = cell;
    },
    explore: (on, grid) => {
      this.exploring = on;
      this.grid = grid;
    },
    pick: (cell) => this.#pick(cell),
    open: (panel, on) => {
      this.opened = new Set(PANELS.filter((one) => (one === panel ? on : this.opened.has(one))));
    },
    takePicture: (picture) => {
      this.picture = picture;
    },
  };

  set(params: Readonly<Record<string, unknown>>): void {
    const { figure } = this;
    if (!figure) return void this.#wishes.push(() => this.set(params));
    this.errors = this.#take(params);
  }

  /** One sentence for each value that could not be taken as it was given. */
  #take(params: Readonly<Record<string, unknown>>): string[] {
    const { figure } = this;
    if (!figure) return [];
    const { values, errors } = parseFor(figure, { ...this.values, ...params });
    if (this.#debut.due) this.goTo(this.#rest(figure));
    this.#playback.keepMoment(() => {
      this.values = values;
    });
    this.highlight = undefined;
    this.#telling.moment(!this.#led);
    return errors;
  }

  #pick(cell: string | undefined): boolean {
    const change = cell && this.figure?.pick?.(this.values, cell);
    if (!change) return false;
    this.set(change);
    if (this.exploring) this.highlight = cell;
    return true;
  }

  override updated(changed: PropertyValues): void {
    const { figure, values, layout, highlight } = this;
    if (!figure) return;
    // On paper nothing is played, and nothing waits.
    const t = this.#early && matchMedia('print').matches ? this.#rest(figure) : this.t;
    const picture = this.picture ?? this.#scene.value;
    this.#svg ??= adoptPoster(this, layout);
    this.#svg.dataset.layout = layout;
    figure.draw(this.#svg, values, t, { layout, picture, highlight });
    if (this.#contains) this.#svg.setAttribute('preserveAspectRatio', 'xMidYMid meet');
    if (changed.has('values') && figure.pictureFor)
      void this.#scene.ask(async () => loadCode(async () => figure.pictureFor?.(values)));
    if (changed.has('picture')) this.#telling.explain();
    if (!changed.has('figure')) return;
    this.#telling.explain();
    this.#embedded?.ready(figure, this.#isAsked);
    this.#telling.now();
  }

  #told(figure: AnyFigure): Told {
    const { values, t, keyPrefix, embed, picture } = this;
    return { figure, values, t, own: picture !== undefined, keyPrefix, base: this.#base, embed };
  }

  #shared(figure: AnyFigure): Shared {
    return sharedOf({
      ...this.#told(figure),
      picture: this.picture ?? this.#scene.value,
      embedHref: this.embedHref,
      fragment: this.embed ? '' : this.id,
      drawing: () => this.#svg as SVGSVGElement,
    });
  }

  override render(): TemplateResult {
    const { figure } = this;
    const arrival = html`<answer-status .answer=${this.#arrival} working=${kit.code.loading} .failed=${words.failed} endless></answer-status>`;
    if (!figure) return html`<slot></slot><slot name="caption"></slot>${arrival}`;
    const state = this.#state(figure);
    return html`<div class="player" @keydown=${(event: KeyboardEvent) => this.embed || press(event, this.#actions)}>
      ${stage(state, this.#actions, this.#pointer)}
      <slot name="caption"></slot>
      <div class="below">${this.#below(state, this.#shared(figure))}</div>
      <answer-status .answer=${this.#scene} working=${kit.code.loading} endless></answer-status>
      <p class="error" role="status">${this.errors.join(' ')}</p>
    </div>`;
  }

  #below(state: PlayerState, shared: Shared): TemplateResult {
    const { show } = this;
    const hidden = this.#options?.hidden ?? NOTHING_HIDDEN;
    const parts = {
      transport: show !== 'none' && !hidden.has('transport'),
      settings: show === 'all' && !hidden.has('settings'),
      share: show === 'all' && !hidden.has('share'),
      check: this.embed && show === 'all' && !hidden.has('check'),
    };
    const first = parts.transport ? transport(state, this.#actions) : nothing;
    if (this.#contains) return bar(state, this.#actions, shared, { first, parts });
    return html`${first} ${settings(state, this.#actions, shared, parts)}
      ${parts.check ? html`<slot name="check"></slot>` : nothing}`;
  }

  static override styles = [controlStyles, playerStyles, containStyles];
}

customElements.define('spd-figure', SpdFigure);
