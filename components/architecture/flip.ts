// <spd-flip for="architecture">: two buttons that take a figure to its first and to its last named moment, moving.
import { css, html, LitElement, type TemplateResult } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import type { FigurePlayer } from '#components/kit/figure-player.ts';
import { motionIsReduced } from '#components/kit/motion.ts';
import { architectures as words } from '#content/words/en/architectures.ts';

const SECONDS = 1.6;

class SpdFlip extends LitElement {
  static override properties = { for: {}, t: { state: true } };
  declare for: string;
  /** The figure's time, or where it is going. */
  declare t: number;

  #frame = 0;
  #leave = new AbortController();

  constructor() {
    super();
    this.for = '';
    this.t = 1;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    document.addEventListener(
      'spd-change',
      (event) => {
        if ((event.target as Element).id !== this.for || this.#frame) return;
        this.t = (event as CustomEvent<{ t: number }>).detail.t;
      },
      { signal: this.#leave.signal },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#leave.abort();
  }

  #go(end: 'first' | 'last'): void {
    const player = document.getElementById(this.for) as FigurePlayer | null;
    const stops = player?.figure?.stops(player.values);
    if (!player || !stops) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const [from, to] = [player.t, (end === 'first' ? stops[0] : stops[stops.length - 1]).t];
    this.t = to;
    if (motionIsReduced()) {
      player.goTo(to);
      return;
    }
    const start = performance.now();
    const tick = (now: number) => {
      // The reader may want it still by now.
      const passed = motionIsReduced() ? 1 : (now - start) / (1000 * SECONDS);
      const u = Math.min(1, Math.max(0, passed));
      this.#frame = u < 1 ? requestAnimationFrame(tick) : 0;
      player.goTo(u < 1 ? from + (to - from) * u : to);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  override render(): TemplateResult {
    const button = (end: 'first' | 'last', text: string, pressed: boolean) =>
      html`<button aria-pressed=${pressed} @click=${() => this.#go(end)}>${text}</button>`;
    return html`<div role="group" aria-label=${words.flip}>
      ${button('first', words.sides.strided, this.t < 0.5)}
      ${button('last', words.sides.spd, this.t >= 0.5)}
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 1rem / 1.35 var(--font-ui);
      }
      div {
        display: inline-flex;
      }
      button {
        min-height: 2.5rem;
        padding-inline: 1.4rem;
        border-radius: 4px 0 0 4px;
      }
      button + button {
        border-radius: 0 4px 4px 0;
        border-left: 0;
      }
    `,
  ];
}

customElements.define('spd-flip', SpdFlip);
