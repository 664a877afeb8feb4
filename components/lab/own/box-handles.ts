import { css, html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Point } from '#components/kit/scene-view.ts';
import { commandOf } from '../commands.ts';
import { gesture, Handles, REACH, stay } from '../handles.ts';
import { type BoxHandled, type HeldBox, inside } from './boxes.ts';
import { between, type Dragged, moved, pulled } from './drags.ts';

/** A pointer that moves less draws nothing, CSS px. */
const SLACK = 4;
/** Side of a corner's knob, CSS px. */
const KNOB = 10;

interface Drag {
  name: string;
  /** Null while a new box is drawn. */
  id: string | null;
  /** What becomes of the box. */
  at: Dragged;
  from: Point;
  begun: boolean;
}

/** `<box-handles>`: lies over a picture; boxes on it are drawn, moved and pulled. Fires `box` and `named`. */
export class BoxHandles extends Handles {
  static override properties = {
    boxes: { attribute: false },
    extent: { attribute: false },
    draws: { type: Boolean },
    label: {},
  };

  declare boxes: readonly HeldBox[];
  /** Pixels of the picture. */
  declare extent: { width: number; height: number };
  /** Whether a pointer on free ground draws a box. */
  declare draws: boolean;
  /** What the boxes are, for a screen reader. */
  declare label: string;

  #drag: Drag | null = null;
  #held = '';

  constructor() {
    super();
    this.boxes = [];
    this.extent = { width: 1, height: 1 };
    this.draws = false;
    this.label = '';
  }

  static override styles = [
    Handles.styles,
    css`
    .ground { fill: transparent; pointer-events: all; touch-action: none; cursor: crosshair; }
    .reach { cursor: move; }
    .frame { fill: none; vector-effect: non-scaling-stroke; pointer-events: none; }
    .under { stroke: #000; stroke-opacity: 0.6; stroke-width: 3; }
    .over { stroke: #fff; stroke-width: 1; }
    g:hover .over, .chosen .over { stroke-width: 2; }
    g:focus-visible .under { stroke-width: 6; }
    g:focus-visible .over { stroke-width: 3; }
    .knob .reach { cursor: nwse-resize; }
    .knob.other .reach { cursor: nesw-resize; }
  `,
  ];

  protected override get across(): number {
    return this.extent.width;
  }

  /** The picture may have other pixels by now. */
  protected override willUpdate(): void {
    this.measure();
  }

  #tell(detail: BoxHandled): void {
    this.tell('box', detail);
  }

  #grab(event: PointerEvent, id: string | null, at: (from: Point) => Dragged): void {
    if (!this.takes(event)) return;
    const from = this.at(event);
    const name = gesture('box');
    this.#drag = { name, id, at: at(from), from, begun: false };
    this.#tell({ id });
  }

  #pull(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || !this.grasp.holds(event)) return;
    const { x, y } = this.at(event);
    const [right, down] = [x - drag.from.x, y - drag.from.y];
    drag.begun ||= Math.hypot(right, down) * this.unit >= SLACK;
    if (!drag.begun) return;
    this.#tell({ id: drag.id, box: inside(drag.at(right, down), this.extent), gesture: drag.name });
  }

  #release(event: PointerEvent): void {
    if (this.grasp.leaves(event)) this.#drag = null;
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
    if (!event.repeat) this.#held = gesture('box key');
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
      @pointerenter=${() => this.named(id)} @pointerleave=${() => this.named(null)}
      @focus=${() => this.named(id)} @blur=${() => this.named(null)}
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
    const apart = Math.max(0, (2 * REACH) / this.unit - Math.min(width, height)) / 2;
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    return svg`<g aria-hidden="true">${corners.map(([right, bottom]) => {
      const at = x + right * width + (right ? apart : -apart);
      const on = y + bottom * height + (bottom ? apart : -apart);
      const reach = REACH / this.unit;
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
