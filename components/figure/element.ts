// <strideless-figure name="reads" kernel="3">: a figure in any page of any origin. This file is all that is fetched before
// a reader comes near one.
import { CodeError, loadCode } from '#components/kit/load-code.ts';
import { NEAR } from '#components/kit/near.ts';
import { kit } from '#content/words/en/kit.ts';
import type { EmbedOptions } from './embed-options.ts';
import type { GuestHost } from './guest.ts';
import type { GuestPlayer } from './guest-player.ts';
import type { GuestEvent } from './protocol.ts';

/** What the element gets from the script that it came with. */
export interface Brought {
  /** Address of the notebook. */
  site: URL;
  /** Its colours and typefaces, and the look of what stands in the shadow root: no style of the page gets in. */
  styles: string;
}

/** Defines <strideless-figure>, unless the page has it already. */
export function defineFigure({ site, styles }: Brought): void {
  if (customElements.get('strideless-figure')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);

  class StridelessFigure extends HTMLElement implements GuestHost {
    readonly site = site;
    readonly #home = document.createElement('div');
    /** What the page shows until the figure is there. */
    readonly #before = document.createElement('slot');
    #player: GuestPlayer | undefined;
    #isAsked = false;
    #isReady = false;
    /** What was asked of the figure before it was there. */
    readonly #wishes: ((player: GuestPlayer) => unknown)[] = [];
    #leave = new AbortController();

    constructor() {
      super();
      this.#home.className = 'home';
      this.#home.append(this.#before);
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#home);
      // As `change` of a control inside, it is nothing that the page has asked for.
      root.addEventListener('input', (event) => event.stopPropagation());
    }

    connectedCallback(): void {
      this.#leave = new AbortController();
      const near = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#arrive(),
        { rootMargin: NEAR },
      );
      near.observe(this);
      const changes = new MutationObserver((records) => this.#follow(records));
      changes.observe(this, { attributes: true, attributeOldValue: true });
      this.#leave.signal.addEventListener('abort', () => {
        near.disconnect();
        changes.disconnect();
      });
    }

    disconnectedCallback(): void {
      this.#leave.abort();
    }

    async #arrive(): Promise<void> {
      if (this.#isAsked) return;
      this.#isAsked = true;
      try {
        const code = await loadCode(() => import('./guest-player.ts'));
        this.#begin(code);
      } catch (error) {
        this.#isAsked = false;
        if (!(error instanceof CodeError)) console.error(error);
        const message = error instanceof CodeError ? error.message : kit.faults.unexpected;
        this.tell('error', { message });
      }
    }

    #begin({ GuestPlayer, faultOf }: typeof import('./guest-player.ts')): void {
      const name = this.getAttribute('name') ?? '';
      const fault = faultOf(name);
      this.#isReady = false;
      delete this.#home.dataset.ready;
      this.#player = undefined;
      this.#home.replaceChildren(this.#before);
      if (fault) {
        const said = document.createElement('p');
        said.setAttribute('role', 'status');
        said.textContent = fault;
        this.#home.append(said);
        this.tell('error', { message: fault });
        return;
      }
      const player = new GuestPlayer(this);
      player.name = name;
      const description = document.createElement('p');
      description.className = 'figure-description';
      description.id = 'description';
      description.setAttribute('aria-live', 'polite');
      player.append(this.#before, description);
      this.#player = player;
      this.#home.append(player);
    }

    #follow(records: readonly MutationRecord[]): void {
      if (!this.#isAsked) return;
      const names = new Set(
        records.flatMap(({ attributeName: name, oldValue }) =>
          name && this.getAttribute(name) !== oldValue ? [name] : [],
        ),
      );
      if (names.has('name')) {
        this.#isAsked = false;
        void this.#arrive();
      } else this.#player?.guest.follow(names);
    }

    tell(type: GuestEvent, detail: object): void {
      if (type === 'ready') this.#drawn();
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** For the first time. */
    #drawn(): void {
      const player = this.#player;
      if (!player) return;
      this.#before.remove();
      const drawing = player.querySelector(':scope > svg');
      drawing?.setAttribute('aria-label', player.figure?.title ?? '');
      drawing?.setAttribute('aria-describedby', 'description');
      this.#isReady = true;
      this.#home.dataset.ready = '';
      for (const wish of this.#wishes.splice(0)) wish(player);
    }

    look({ theme, layout, ground, scale, contain, hidden }: EmbedOptions): void {
      const { dataset, style } = this.#home;
      dataset.theme = theme;
      dataset.layout = layout;
      dataset.fit = contain ? 'contain' : 'page';
      dataset.hidden = [...hidden].join(' ');
      style.background = ground ?? '';
      style.setProperty('--scale', String(scale));
    }

    /** Now, or as soon as the figure is there, which is fetched for it; true until it is known better. */
    #wish<Answer>(wish: (player: GuestPlayer) => Answer, before: Answer): Answer {
      if (this.#isReady && this.#player) return wish(this.#player);
      this.#wishes.push(wish);
      void this.#arrive();
      return before;
    }

    play(): void {
      this.#wish((player) => player.actions.play(), undefined);
    }

    pause(): void {
      this.#wish((player) => player.actions.pause(), undefined);
    }

    /** To the next moment; false where there is none. */
    next(): boolean {
      return this.#wish((player) => player.actions.step(1), true);
    }

    /** To the moment before; false where there is none. */
    previous(): boolean {
      return this.#wish((player) => player.actions.step(-1), true);
    }

    /** To a moment by its number, 0 being the start, or to a time `{ at }`, 0 to 1. */
    goto(moment: number | { at: number }): void {
      this.#wish((player) => player.guest.goto(moment), undefined);
    }

    /** Changes parameters; the moment stays. */
    set(params: Readonly<Record<string, unknown>>): void {
      this.#wish((player) => player.guest.set(params), undefined);
    }

    get paused(): boolean {
      return !this.#player?.playing;
    }

    /** The time that is shown, 0 to 1. */
    get at(): number {
      return this.#player?.t ?? 0;
    }

    /** The values that are shown; empty until the figure is there. */
    get params(): Readonly<Record<string, unknown>> {
      return { ...this.#player?.values };
    }
  }

  customElements.define('strideless-figure', StridelessFigure);
}
