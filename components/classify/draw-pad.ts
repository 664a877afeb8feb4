import { css, html, LitElement, nothing } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { Grasp } from '#components/kit/grasp.ts';
import { paint, pictureImage } from '#components/kit/pixel-image.ts';
import { classify as words } from '#content/words/en/classify.ts';
import { SIDE } from '#lib/classify/index.ts';
import { COLOURS, type Point, RADII, stroked } from './pen.ts';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * `<draw-pad .pixels>`: a picture of 32 x 32 pixels to draw on, by pointer or keyboard. Fires `draw` with the new pixels
 * at every move, and `stroke` with those before it at a stroke's beginning.
 */
export class DrawPad extends LitElement {
  static override properties = {
    pixels: { attribute: false },
    colour: { state: true },
    width: { state: true },
    pen: { state: true },
  };
  /** RGB uint8 [32, 32, 3]. */
  declare pixels: Uint8Array;
  declare colour: number;
  declare width: number;
  /** Where the keyboard's pen stands; null until it is moved. */
  declare pen: Point | null;

  readonly #grasp = new Grasp();
  #last: Point | null = null;

  constructor() {
    super();
    this.pixels = new Uint8Array(3 * SIDE * SIDE);
    this.colour = 0;
    this.width = 1;
    this.pen = null;
  }

  #at({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.renderRoot
      .querySelector('canvas')!
      .getBoundingClientRect();
    return { x: (SIDE * (clientX - left)) / width, y: (SIDE * (clientY - top)) / height };
  }

  #begin(): void {
    this.dispatchEvent(new CustomEvent('stroke', { detail: this.pixels }));
  }

  #stroke(from: Point, to: Point): void {
    this.pixels = stroked(this.pixels, from, to, {
      colour: this.colour,
      radius: RADII[this.width],
    });
    this.dispatchEvent(new CustomEvent('draw', { detail: this.pixels }));
  }

  #down(event: PointerEvent): void {
    if (!this.#grasp.takes(event)) return;
    (event.target as Element).setPointerCapture(event.pointerId);
    this.#begin();
    this.#last = this.#at(event);
    this.#stroke(this.#last, this.#last);
  }

  #move(event: PointerEvent): void {
    if (!this.#last || !this.#grasp.holds(event)) return;
    const next = this.#at(event);
    this.#stroke(this.#last, next);
    this.#last = next;
  }

  #up(event: PointerEvent): void {
    if (this.#grasp.leaves(event)) this.#last = null;
  }

  #key(event: KeyboardEvent): void {
    const pen = this.pen ?? { x: SIDE / 2, y: SIDE / 2 };
    const step = ARROWS[event.key];
    if (step) {
      const within = (value: number) => Math.min(SIDE - 1, Math.max(0, value));
      this.pen = { x: within(pen.x + step[0]), y: within(pen.y + step[1]) };
    } else if (event.key === ' ') {
      const middle = { x: pen.x + 0.5, y: pen.y + 0.5 };
      this.pen = pen;
      this.#begin();
      this.#stroke(middle, middle);
    } else return;
    event.preventDefault();
  }

  override updated(): void {
    const { pixels } = this;
    paint(
      this.renderRoot.querySelector('canvas'),
      pictureImage({ width: SIDE, height: SIDE, pixels }),
    );
  }

  override render() {
    const { pen } = this;
    const share = (value: number) => `${(100 * value) / SIDE}%`;
    return html`
      <div class="pad" role="application" tabindex="0" aria-label=${words.pad.label} @keydown=${this.#key}>
        <canvas width=${SIDE} height=${SIDE} @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}></canvas>
        ${pen ? html`<i class="pen" style="left:${share(pen.x)};top:${share(pen.y)}"></i>` : nothing}
      </div>
      <p class="visually-hidden" role="status">${pen ? words.pad.at(pen.x, pen.y) : ''}</p>
      <div class="pens" role="group" aria-label=${words.pad.pen}>${COLOURS.map(
        (colour, i) =>
          html`<button type="button" class="ink" style="--own:rgb(${colour.join()})" aria-label=${words.pad.colours[i]} title=${words.pad.colours[i]} aria-pressed=${i === this.colour} @click=${() => {
            this.colour = i;
          }}></button>`,
      )}</div>
      <div class="pens" role="group" aria-label=${words.pad.width}>${words.pad.widths.map(
        (name, i) =>
          html`<button type="button" aria-pressed=${i === this.width} @click=${() => {
            this.width = i;
          }}>${name}</button>`,
      )}</div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: grid; gap: 0.6rem; min-width: 0; }
      .pad { position: relative; line-height: 0; border: 1px solid var(--line); }
      canvas { width: 100%; image-rendering: pixelated; touch-action: none; cursor: crosshair; }
      .pen { position: absolute; width: 3.125%; height: 3.125%; outline: 2px solid #fff; box-shadow: 0 0 0 4px #15161a; pointer-events: none; }
      .pens { display: flex; flex-wrap: wrap; gap: 0.3rem; }
      button.ink, button.ink[aria-pressed='true'] { width: 2rem; min-height: 2rem; padding: 0; background: var(--own); }
      button.ink[aria-pressed='true'] { outline: 3px solid var(--accent); outline-offset: 1px; }
      .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }
      @media (forced-colors: active) { button.ink { forced-color-adjust: none; } }
    `,
  ];
}

customElements.define('draw-pad', DrawPad);
