import { css, html, LitElement, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Point } from '#components/kit/scene-view.ts';
import { commandOf } from '../commands.ts';
import { type BoxHandled, type HeldBox, inside } from './boxes.ts';
import { between, type Dragged, moved, pulled } from './drags.ts';

/** The least that a finger can hit, CSS px. */
const REACH = 24;
/** A pointer that moves less draws nothing, CSS px. */
const SLACK = 4;
/** Side of a corner's knob, CSS px. */
const KNOB = 10;

/** A finger that moves here does not scroll: `touch-action` alone is not enough within an SVG. */
const stay = (event: TouchEvent) => event.preventDefault();

interface Drag {
  pointer: number;
  name: string;
  /** Null while a new box is drawn. */
  id: string | null;
  /** What becomes of the box. */
  at: Dragged;
  from: Point;
  begun: boolean;
}

let gestures = 0;

/** `<box-handles>`: lies over a picture; boxes on it are drawn, moved and pulled by hand and by key. Fires `box` and `named`. */
export class BoxHandles extends LitElement {
  static override properties = {
    boxes: { attribute: false },
    selected: { attribute: false },
    extent: { attribute: false },
    draws: { type: Boolean },
    keys: { type: Boolean },
    label: {},
    unit: { state: true },
  };

  declare boxes: readonly HeldBox[];
  declare selected: string | null;
  /** Pixels of the picture. */
  declare extent: { width: number; height: number };
  /** Whether a pointer on free ground draws a box. */
  declare draws: boolean;
  /** Whether the keyboard reaches the boxes here. */
  declare keys: boolean;
  /** What the boxes are, for a screen reader. */
  declare label: string;
  /** CSS px in a pixel of the picture. */
  declare unit: number;

  readonly #resize = new ResizeObserver(() => {
    if (this.clientWidth > 0) this.unit = this.clientWidth / this.extent.width;
  });
  #drag: Drag | null = null;
  #held = '';

  constructor() {
    super();
    this.boxes = [];
    this.selected = null;
    this.extent = { width: 1, height: 1 };
    this.draws = false;
    this.keys = false;
    this.label = '';
    this.unit = 3;
  }

  static override styles = css`
    :host { position: absolute; inset: 0; pointer-events: none; }
    svg { width: 100%; height: 100%; overflow: visible; display: block; }
    g { outline: none; }
    .ground { fill: transparent; pointer-events: all; touch-action: none; cursor: crosshair; }
    .reach { fill: transparent; pointer-events: all; touch-action: none; cursor: move; }
    .frame { fill: none; vector-effect: non-scaling-stroke; pointer-events: none; }
    .under { stroke: #000; stroke-opacity: 0.6; stroke-width: 3; }
    .over { stroke: #fff; stroke-width: 1; }
    g:hover .over, .chosen .over { stroke-width: 2; }
    g:focus-visible .under { stroke-width: 6; }
    g:focus-visible .over { stroke-width: 3; }
    .knob .reach { cursor: nwse-resize; }
    .knob.other .reach { cursor: nesw-resize; }
    .grip { fill: #fff; stroke: #000; stroke-width: 1.5; vector-effect: non-scaling-stroke; pointer-events: none; }
    @media print { :host { display: none; } }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resize.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.clientWidth > 0) this.unit = this.clientWidth / this.extent.width;
  }

  /** Puts the focus on a box. */
  focusObject(id: string): void {
    this.renderRoot.querySelector<SVGElement>(`[data-id="${id}"]`)?.focus();
  }

  #tell(detail: BoxHandled): void {
    this.dispatchEvent(
      new CustomEvent<BoxHandled>('box', { detail, bubbles: true, composed: true }),
    );
  }

  #name(detail: string | null): void {
    this.dispatchEvent(
      new CustomEvent<string | null>('named', { detail, bubbles: true, composed: true }),
    );
  }

  /** Where a pointer is, pixels of the picture. */
  #at({ clientX, clientY }: PointerEvent): Point {
    const { left, top } = this.renderRoot.querySelector('svg')!.getBoundingClientRect();
    return { x: (clientX - left) / this.unit, y: (clientY - top) / this.unit };
  }

  #grab(event: PointerEvent, id: string | null, at: (from: Point) => Dragged): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const from = this.#at(event);
    const name = `box ${++gestures}`;
    this.#drag = { pointer: event.pointerId, name, id, at: at(from), from, begun: false };
    this.#tell({ id });
  }

  #pull(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const { x, y } = this.#at(event);
    const [right, down] = [x - drag.from.x, y - drag.from.y];
    drag.begun ||= Math.hypot(right, down) * this.unit >= SLACK;
    if (!drag.begun) return;
    this.#tell({ id: drag.id, box: inside(drag.at(right, down), this.extent), gesture: drag.name });
  }

  #release(): void {
    this.#drag = null;
  }

  #key(event: KeyboardEvent, { id }: HeldBox): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#tell({ id });
      return;
    }
    const command = commandOf(event);
    if (!command || command.do === 'turn') return;
    event.preventDefault();
    if (!event.repeat) this.#held = `box key ${++gestures}`;
    const stretched = command.do === 'move' && event.shiftKey;
    this.#tell({
      id,
      command: stretched ? { ...command, do: 'stretch' } : command,
      gesture: this.#held,
    });
  }

  override render() {
    const { keys } = this;
    const { width, height } = this.extent;
    return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role=${keys ? 'application' : nothing}
      aria-label=${keys ? this.label : nothing} aria-hidden=${keys ? nothing : 'true'}>
      ${
        this.draws
          ? svg`<rect class="ground" width=${width} height=${height}
              @pointerdown=${(event: PointerEvent) => this.#grab(event, null, between)}
              @pointermove=${this.#pull} @touchmove=${stay} @lostpointercapture=${this.#release}></rect>`
          : nothing
      }
      ${repeat(
        this.boxes,
        ({ id }) => id,
        (box) => this.#box(box),
      )}
      ${this.#knobs(this.boxes.find(({ id }) => id === this.selected))}
    </svg>`;
  }

  #box(box: HeldBox) {
    const { id, label, x, y, width, height } = box;
    const [wide, high] = [width, height].map((side) => Math.max(side, REACH / this.unit));
    const chosen = id === this.selected;
    return svg`<g data-id=${id} class=${chosen ? 'chosen' : nothing}
      tabindex=${this.keys ? 0 : nothing} role=${this.keys ? 'button' : nothing}
      aria-pressed=${this.keys ? String(chosen) : nothing} aria-label=${this.keys ? label : nothing}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, id, moved(box))}
      @pointermove=${this.#pull} @touchmove=${stay} @lostpointercapture=${this.#release}
      @pointerenter=${() => this.#name(id)} @pointerleave=${() => this.#name(null)}
      @focus=${() => this.#name(id)} @blur=${() => this.#name(null)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, box)}>
      <rect class="reach" x=${x - (wide - width) / 2} y=${y - (high - height) / 2} width=${wide} height=${high}></rect>
      ${['under', 'over'].map((name) => svg`<rect class="frame ${name}" x=${x} y=${y} width=${width} height=${height}></rect>`)}
    </g>`;
  }

  #knobs(box: HeldBox | undefined) {
    if (!box) return nothing;
    const { x, y, width, height, id } = box;
    const side = KNOB / this.unit;
    // Clear of a small box, so that the box itself can still be taken hold of.
    const apart = Math.max(0, (1.5 * REACH) / this.unit - Math.min(width, height)) / 2;
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    return svg`<g aria-hidden="true">${corners.map(([right, bottom]) => {
      const at = x + right * width + (right ? apart : -apart);
      const on = y + bottom * height + (bottom ? apart : -apart);
      const reach = (1.6 * KNOB) / this.unit;
      return svg`<g class=${right === bottom ? 'knob' : 'knob other'}
        @pointerdown=${(event: PointerEvent) => this.#grab(event, id, pulled(box, right, bottom))}
        @pointermove=${this.#pull} @touchmove=${stay} @lostpointercapture=${this.#release}>
        <rect class="reach" x=${at - reach / 2} y=${on - reach / 2} width=${reach} height=${reach}></rect>
        <rect class="grip" x=${at - side / 2} y=${on - side / 2} width=${side} height=${side}></rect></g>`;
    })}</g>`;
  }
}

customElements.define('box-handles', BoxHandles);

declare global {
  interface HTMLElementTagNameMap {
    'box-handles': BoxHandles;
  }
}
