// <spd-figure name="reads" kernel="3">: plays, scrubs and steps a figure of lib/figures.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { writeAddress } from '#components/kit/address.ts';
import { controlStyles } from '#components/kit/controls.ts';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import { figure as words } from '#content/words/en/player.ts';
import { type AnyFigure, loadFigure, type Picture } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { parseFor, readState, stateChanges, timeOfStep } from './address.ts';
import { advance, nextStop, previousStop, stepAt } from './clock.ts';
import { adoptPoster, cellOf, NARROW } from './drawing.ts';
import { type EmbedOptions, embedOptions } from './embed-options.ts';
import { handOn, readMessage, tellParent } from './messages.ts';
import { Pointer } from './pointer.ts';
import { settings } from './settings.ts';
import { playerStyles } from './styles.ts';
import { transport } from './transport.ts';

/** Seconds to rest at a named moment; without motion each moment is shown for longer. */
const DWELL = 0.9;
const DWELL_STILL = 1.8;

export class SpdFigure extends LitElement {
  static override properties = {
    name: {},
    embed: { type: Boolean },
    embedHref: { attribute: 'embed-href' },
    show: {},
    figure: { state: true },
    values: { state: true },
    t: { state: true },
    playing: { state: true },
    speed: { state: true },
    errors: { state: true },
    narrow: { state: true },
    highlight: { state: true },
    exploring: { state: true },
    grid: { state: true },
    picture: { state: true },
    scenePicture: { state: true },
    over: { state: true },
    coding: { state: true },
  };
  declare name: string;
  /** The page holds nothing but this figure: plain keys in the URL, messages to the page around. */
  declare embed: boolean;
  declare embedHref: string;
  /** Which controls: all (default), steps, none. */
  declare show: 'all' | 'steps' | 'none';
  declare figure: AnyFigure | undefined;
  declare values: AnyValues;
  declare t: number;
  declare playing: boolean;
  declare speed: number;
  declare errors: string[];
  declare narrow: boolean;
  declare highlight: string | undefined;
  declare exploring: boolean;
  declare grid: string;
  /** The reader's own. */
  declare picture: Picture | undefined;
  /** What the parameters ask for. */
  declare scenePicture: Picture | undefined;
  declare over: boolean;
  /** The panel with programs is open. */
  declare coding: boolean;

  /** The drawing, once the figure is there. */
  svg: SVGSVGElement | undefined;
  /** The values that the page itself gives; the address names only what differs. */
  base: AnyValues = {};
  #pointer = new Pointer(this);
  #rest = 0;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave = new AbortController();
  #visible = true;
  /** Set by the reader or the address; a poster is only a beginning. */
  #touched = false;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #options: EmbedOptions | undefined;

  constructor() {
    super();
    this.name = '';
    this.embed = false;
    this.embedHref = '';
    this.show = 'all';
    this.values = {};
    this.t = 0;
    this.playing = false;
    this.speed = 1;
    this.errors = [];
    this.narrow = false;
    this.exploring = false;
    this.grid = '';
    this.over = false;
    this.coding = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        this.#load();
      },
      { rootMargin: '400px' },
    );
    near.observe(this);
    const seen = new IntersectionObserver(([entry]) => {
      this.#visible = entry.isIntersecting;
      if (!this.#visible) this.pause();
    });
    seen.observe(this);
    const sized = new ResizeObserver(() => {
      this.narrow = this.clientWidth < NARROW;
      if (this.embed) tellParent({ type: 'spd:height', height: Math.ceil(this.offsetHeight) });
    });
    sized.observe(this);
    signal.addEventListener('abort', () => {
      for (const observer of [near, seen, sized]) observer.disconnect();
    });
    document.addEventListener('visibilitychange', () => document.hidden && this.pause(), {
      signal,
    });
    if (this.embed) window.addEventListener('message', (event) => this.#hear(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.#leave.abort();
  }

  async #load(): Promise<void> {
    if (this.figure) return;
    try {
      const figure = await loadFigure(this.name);
      if (figure.takesPicture) await import('#components/kit/own-picture.ts');
      // getAttribute knows no upper case, so a parameter's name may have some.
      const attributes = Object.fromEntries(
        Object.keys(figure.parameters).flatMap((name) => {
          const value = this.getAttribute(name);
          return value === null ? [] : [[name, value]];
        }),
      );
      this.base = parseFor(figure, attributes).values;
      const query = new URLSearchParams(location.search);
      const { values, errors, t } = readState(figure, query, this.keyPrefix, attributes);
      this.narrow = this.clientWidth < NARROW;
      if (this.embed) {
        this.#options = embedOptions(query);
        this.show = this.#options.show;
      }
      this.values = values;
      this.errors = [...errors, ...(this.#options?.errors ?? [])];
      this.#touched = t !== undefined;
      this.t = t ?? figure.poster(values);
      this.figure = figure;
      await this.updateComplete;
      if (this.embed)
        tellParent({ type: 'spd:ready', name: this.name, steps: figure.stops(values).length });
    } catch {
      this.errors = [words.failed];
    }
  }

  /** Of the address's keys. */
  get keyPrefix(): string {
    return this.embed ? '' : `${this.id || this.name}.`;
  }

  get #still(): boolean {
    return this.#options?.still || matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  play(): void {
    const { figure } = this;
    if (!figure || this.playing) return;
    if (this.t >= 1 || !this.#touched) this.t = 0;
    this.#touched = true;
    this.playing = true;
    if (this.#still) this.#showSteps(figure);
    else this.#animate(figure);
  }

  #animate(figure: AnyFigure): void {
    let last = performance.now();
    const tick = (now: number) => {
      if (!this.playing) return;
      const pace = {
        stops: figure.stops(this.values),
        seconds: figure.seconds(this.values),
        speed: this.speed,
        dwell: DWELL,
      };
      // A tab that slept must not jump.
      const elapsed = Math.min(0.1, (now - last) / 1000);
      last = now;
      const before = this.#rest;
      const { t, rest } = advance({ t: this.t, rest: this.#rest }, elapsed, pace);
      this.t = t;
      this.#rest = rest;
      if (rest > before) this.#arrived();
      if (t >= 1) this.pause();
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  /** Without motion: one named moment after the other. */
  #showSteps(figure: AnyFigure): void {
    const stop = nextStop(figure.stops(this.values), this.t);
    if (!stop || !this.playing) {
      this.pause();
      return;
    }
    this.t = stop.t;
    this.#arrived();
    this.#timer = setTimeout(() => this.#showSteps(figure), (1000 * DWELL_STILL) / this.speed);
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#rest = 0;
    if (!this.playing) return;
    this.playing = false;
    this.#arrived();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** To the next or previous named moment; false where there is none. */
  step(direction: 1 | -1): boolean {
    if (!this.figure) return false;
    const stops = this.figure.stops(this.values);
    const stop = direction > 0 ? nextStop(stops, this.t) : previousStop(stops, this.t);
    this.pause();
    if (!stop) return false;
    this.goTo(stop.t);
    return true;
  }

  goTo(t: number): void {
    this.pause();
    this.#touched = true;
    this.t = Math.min(1, Math.max(0, t));
    this.#arrived();
  }

  /** Takes values as attributes, URL and messages give them. */
  set(params: Readonly<Record<string, unknown>>): void {
    if (!this.figure) return;
    const step = stepAt(this.figure.stops(this.values), this.t);
    const { values, errors } = parseFor(this.figure, { ...this.values, ...params });
    this.values = values;
    this.errors = errors;
    this.highlight = undefined;
    // The named moment stays, wherever the new parameters put it.
    if (step >= 0) this.t = timeOfStep(this.figure, values, step);
    this.#arrived();
  }

  #hear(event: MessageEvent): void {
    if (event.source !== window.parent) return;
    const message = readMessage(event.data);
    if (!message || !this.figure) return;
    if (message.type === 'start') this.play();
    else if (message.type === 'stop') this.pause();
    else if (message.type === 'set') this.set(message.params);
    else this.goTo(timeOfStep(this.figure, this.values, message.n));
  }

  /** A moment worth telling. A scrub is described only where it ends: listeners have their patience. */
  #arrived(): void {
    const { figure } = this;
    if (!figure) return;
    this.#tell(figure);
    const { values, t } = this;
    writeAddress(stateChanges(figure, { values, t }, this.keyPrefix, this.base));
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#explain(figure), 150);
  }

  #explain(figure: AnyFigure): void {
    const text = this.querySelector('.figure-description');
    if (text) text.textContent = figure.describe(this.values, this.t, this.picture !== undefined);
  }

  /** Tells listeners in this page and the page around. */
  #tell(figure: AnyFigure): void {
    const { values, t } = this;
    this.dispatchEvent(new CustomEvent('spd-change', { bubbles: true, detail: { values, t } }));
    if (!this.embed) return;
    const stops = figure.stops(values);
    const step = stepAt(stops, t);
    if (step >= 0) tellParent({ type: 'spd:step', step, label: stops[step - 1]?.label ?? '' });
  }

  override updated(changed: PropertyValues): void {
    const { figure, values, t, narrow, highlight } = this;
    const picture = this.picture ?? this.scenePicture;
    if (!figure) return;
    this.svg ??= adoptPoster(this, narrow);
    this.svg.dataset.layout = narrow ? 'narrow' : 'wide';
    figure.draw(this.svg, values, t, { narrow, picture, highlight });
    if (changed.has('values')) this.#fetchPicture(figure, values);
    if (changed.has('picture')) this.#explain(figure);
    if (!changed.has('figure')) return;
    this.#explain(figure);
    this.#tell(figure);
  }

  async #fetchPicture(figure: AnyFigure, values: AnyValues): Promise<void> {
    const picture = await figure.pictureFor?.(values);
    // Meanwhile the reader may have moved on.
    if (values === this.values) this.scenePicture = picture;
  }

  #keys(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#options?.keys === false) return;
    const target = event.composedPath()[0] as HTMLElement;
    const own = target.closest?.('input, select, textarea, summary, button, a');
    const { key } = event;
    if (own && !['PageUp', 'PageDown'].includes(key)) return;
    const done = () => event.preventDefault();
    if (key === ' ') {
      this.toggle();
      done();
    } else if (key === 'Home' || key === 'End') {
      this.goTo(key === 'Home' ? 0 : 1);
      done();
    } else if (['ArrowRight', 'PageDown'].includes(key)) {
      // At the last moment the key goes on to the slide deck, or scrolls the page.
      if (this.step(1)) done();
      else if (this.embed) handOn(key, 'next');
    } else if (['ArrowLeft', 'PageUp'].includes(key)) {
      if (this.step(-1)) done();
      else if (this.embed) handOn(key, 'prev');
    }
  }

  /** A click on a cell, where the figure has a use for it. */
  pick(cell: string | undefined): boolean {
    const change = cell && this.figure?.pick?.(this.values, cell);
    if (!change) return false;
    this.set(change);
    if (this.exploring) this.highlight = cell;
    return true;
  }

  #drop(event: DragEvent): void {
    const chooser = this.renderRoot.querySelector<OwnPicture>('spd-own-picture');
    if (!chooser) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    if (event.type === 'drop') chooser.take(event.dataTransfer?.files.item(0) ?? null);
  }

  override render(): TemplateResult {
    const { figure } = this;
    if (!figure) return html`<slot></slot>${this.#problems()}`;
    return html`<div @keydown=${this.#keys}>
      <div
        class=${this.over ? 'stage over' : 'stage'}
        tabindex="0"
        role="group"
        aria-label=${words.stage(figure.title)}
        aria-description=${words.keys}
        @pointermove=${this.#pointer.point}
        @pointerdown=${this.#pointer.point}
        @pointerleave=${this.#pointer.point}
        @pointerup=${this.#pointer.letGo}
        @pointercancel=${this.#pointer.letGo}
        @click=${(event: Event) => this.pick(cellOf(event))}
        @dragover=${this.#drop}
        @dragleave=${this.#drop}
        @drop=${this.#drop}
      >
        <slot></slot>
      </div>
      ${this.show === 'none' ? nothing : transport(this, figure)}
      ${this.show === 'all' ? settings(this, figure) : nothing}
      ${this.#problems()}
    </div>`;
  }

  #problems(): TemplateResult {
    return html`<p class="error" role="status">${this.errors.join(' ')}</p>`;
  }

  static override styles = [controlStyles, playerStyles];
}

customElements.define('spd-figure', SpdFigure);
