import { css, html, LitElement, type PropertyValues } from 'lit';
import { type PixelImage, paint } from './pixel-image.ts';

/**
 * `<pixel-view>`: an image with hard pixels; what stands in it (an svg) lies over it. Fires `pick` with the pixel's
 * `{ x, y }`, fractions allowed.
 */
export class PixelView extends LitElement {
  static override properties = { image: { attribute: false }, label: {} };
  declare image: PixelImage | null;
  /** What a screen reader is told. */
  declare label: string;

  constructor() {
    super();
    this.image = null;
    this.label = '';
    this.addEventListener('click', (event) => {
      const { image } = this;
      if (!image) return;
      const { left, top, width, height } = this.getBoundingClientRect();
      // A click on the very edge belongs to the pixel there, and a box of no size has none.
      const within = (share: number, pixels: number) =>
        Math.min(Math.max(0, share * pixels), pixels - 1e-6);
      const x = within((event.clientX - left) / width, image.width);
      const y = within((event.clientY - top) / height, image.height);
      if (Number.isNaN(x + y)) return;
      this.dispatchEvent(new CustomEvent('pick', { detail: { x, y } }));
    });
  }

  static override styles = css`
    :host { display: block; position: relative; line-height: 0; }
    canvas { width: 100%; display: block; image-rendering: pixelated; }
    ::slotted(svg) { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; pointer-events: none; }
    @media print { canvas { print-color-adjust: exact; } }
  `;

  override updated(changed: PropertyValues): void {
    const { image } = this;
    if (!image || !changed.has('image')) return;
    paint(this.renderRoot.querySelector('canvas'), image);
  }

  override render() {
    return html`<canvas role="img" aria-label=${this.label} width=${this.image?.width ?? 1} height=${this.image?.height ?? 1}></canvas><slot></slot>`;
  }
}

customElements.define('pixel-view', PixelView);
