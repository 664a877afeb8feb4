import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import type { Box } from '#lib/detection/index.ts';
import type { Mark } from './marks.ts';
import type { Picture } from './picture/picture.ts';
import { paint, pictureImage } from './pixel-image.ts';

/** Height of a label on screen, CSS px. */
const LABEL = 11;

/** A place in a picture, pixels. */
export interface Point {
  x: number;
  y: number;
}

function around({ x, y, width, height }: Box) {
  return svg`<ellipse cx=${x + width / 2} cy=${y + height / 2} rx=${width * 0.75 + 3} ry=${height * 0.75 + 3}></ellipse>`;
}

/** From the top of that ring to its bottom. */
function extent({ y, height }: Box): { top: number; bottom: number } {
  const [middle, reach] = [y + height / 2, height * 0.75 + 3];
  return { top: middle - reach, bottom: middle + reach };
}

/**
 * `<scene-view>`: a picture with crisp pixels and the marks of one detector on it.
 * Fires `point` with the place that was clicked, in pixels of the picture.
 */
export class SceneView extends LitElement {
  static override properties = {
    picture: { attribute: false },
    marks: { attribute: false },
    outlines: { attribute: false },
    ring: { attribute: false },
    named: { attribute: false },
    classes: { attribute: false },
    label: {},
    showLabels: { type: Boolean, attribute: false },
    pixelsPerUnit: { state: true },
  };

  declare picture: Picture | null;
  declare marks: Mark[];
  /** Boxes without a verdict, in thin frames under the marks. */
  declare outlines: readonly Box[];
  /** The one object that is spoken of. */
  declare ring: Box | null;
  /** The truth whose marks have their label beside them although the others have none. */
  declare named: number | null;
  declare classes: readonly string[];
  /** What a screen reader is told of the whole picture. */
  declare label: string;
  /** Whether class and score stand beside every mark, or beside the one under the pointer alone. */
  declare showLabels: boolean;
  declare pixelsPerUnit: number;

  /** CSS px: asked for after each picture, it would have the page laid out at once. */
  #width = 0;
  readonly #resize = new ResizeObserver(([{ contentRect }]) => {
    this.#width = contentRect.width;
    this.#measure();
  });

  constructor() {
    super();
    this.picture = null;
    this.marks = [];
    this.outlines = [];
    this.ring = null;
    this.named = null;
    this.classes = [];
    this.label = '';
    this.showLabels = true;
    this.pixelsPerUnit = 3;
  }

  static override styles = css`
    :host { display: block; position: relative; line-height: 0; background: var(--panel, #eee); }
    canvas { width: 100%; image-rendering: pixelated; display: block; }
    /* Crisp pixels are for pictures that are enlarged: shrinking would drop every few rows of a large one. */
    :host([data-shrunk]) canvas { image-rendering: auto; }
    svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
    rect { fill: none; vector-effect: non-scaling-stroke; }
    .under { stroke: #000; stroke-opacity: 0.55; stroke-width: 4; }
    .outline { stroke: #fff; stroke-width: 1; }
    ellipse { fill: none; stroke: #fff; stroke-width: 3; vector-effect: non-scaling-stroke; pointer-events: none; }
    .hit, .found { stroke: #7df0c0; stroke-width: 2; }
    .miss { stroke: #ffe14d; stroke-width: 2; stroke-dasharray: 4 3; }
    .class { stroke: #6fd3ff; stroke-width: 2; stroke-dasharray: 9 2; }
    .false { stroke: #ff9ee5; stroke-width: 2; stroke-dasharray: 1 3; stroke-linecap: round; }
    text { font-family: var(--font-ui, sans-serif); font-weight: 600; fill: #fff; paint-order: stroke;
      stroke: #000; stroke-opacity: 0.8; stroke-width: 0.22em; stroke-linejoin: round; pointer-events: none; }
    text.t-miss { fill: #ffe14d; }
    text.t-class { fill: #b5e8ff; }
    text.t-false { fill: #ffb8ec; }
    .quiet rect { pointer-events: all; }
    /* Not hidden, but gone: a label that nobody sees would be laid out with every move of an object. */
    .quiet g:not(:hover, .named) text { display: none; }
    @media print { canvas { print-color-adjust: exact; } }
  `;

  override connectedCallback() {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback() {
    this.#resize.disconnect();
    super.disconnectedCallback();
  }

  override updated(changed: PropertyValues) {
    if (changed.has('picture')) {
      this.#limitHeight();
      this.#paint();
      this.#measure();
    }
  }

  override render() {
    const picture = this.picture;
    const [width, height] = picture ? [picture.width, picture.height] : [128, 128];
    return html`
      <canvas width=${width} height=${height} role="img" aria-label=${this.label}></canvas>
      <svg class=${this.showLabels ? nothing : 'quiet'} viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" @click=${this.#point}>
        ${this.outlines.map(
          ({ x, y, width, height }) =>
            svg`<rect class="outline" x=${x} y=${y} width=${width} height=${height}></rect>`,
        )}
        ${this.marks.map((mark) => this.#mark(mark, width))}
        ${this.ring ? around(this.ring) : nothing}
      </svg>
    `;
  }

  #point({ offsetX, offsetY }: MouseEvent): void {
    const detail = { x: offsetX / this.pixelsPerUnit, y: offsetY / this.pixelsPerUnit };
    this.dispatchEvent(new CustomEvent<Point>('point', { detail, bubbles: true, composed: true }));
  }

  #mark(mark: Mark, width: number) {
    const size = LABEL / this.pixelsPerUnit;
    // The frame stands half a pixel outside the box, so that it never hides the few pixels it marks.
    const gap = Math.max(0.5, 2 / this.pixelsPerUnit);
    const box = {
      x: mark.x - gap,
      y: mark.y - gap,
      w: mark.width + 2 * gap,
      h: mark.height + 2 * gap,
    };
    const right = mark.x > width * 0.8;
    const named = this.named !== null && mark.truth === this.named;
    // The ring around the object that is spoken of stands clear of its name.
    const ring = named && this.ring ? extent(this.ring) : null;
    const top = Math.min(box.y, ring?.top ?? box.y);
    const bottom = Math.max(box.y + box.h, ring?.bottom ?? box.y + box.h);
    const above = top > size * 1.4;
    return svg`
      <g class=${named ? 'named' : nothing}>
        <rect class="under" x=${box.x} y=${box.y} width=${box.w} height=${box.h}></rect>
        <rect class=${mark.kind} x=${box.x} y=${box.y} width=${box.w} height=${box.h}></rect>
        <text class="t-${mark.kind}" font-size=${size} text-anchor=${right ? 'end' : 'start'}
          x=${right ? box.x + box.w : box.x} y=${above ? top - size * 0.3 : bottom + size}
          >${this.classes[mark.classIndex]}${mark.score === undefined ? '' : ` ${mark.score.toFixed(2).slice(1)}`}</text>
      </g>`;
  }

  /** A picture of one column would be hundreds of screens high at the width of the page. */
  #limitHeight() {
    const { width, height } = this.picture ?? { width: 1, height: 1 };
    const most = height > 2 * width ? `max(1px, calc(90vh * ${width / height}))` : '';
    if (this.style.maxWidth !== most) this.style.maxWidth = most;
  }

  #paint() {
    if (this.picture) paint(this.renderRoot.querySelector('canvas'), pictureImage(this.picture));
  }

  #measure() {
    if (!this.picture || !this.#width) return;
    this.pixelsPerUnit = this.#width / this.picture.width;
    this.toggleAttribute('data-shrunk', this.pixelsPerUnit * devicePixelRatio < 1);
  }
}

customElements.define('scene-view', SceneView);
