import { css, html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Point } from '#components/kit/scene-view.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { type Pose, roundPose, type StandingObject } from '#lib/scenes/index.ts';
import { type Command, commandOf } from './commands.ts';
import { gesture, Handles, stay } from './handles.ts';

/** What a reader does to an object in a picture. */
export interface Handled {
  id: string;
  /** Nothing but the choice of the object where neither is given. */
  command?: Command;
  pose?: Pose;
  /** Steps of one gesture are one step to take back. */
  gesture?: string;
}

/** Half the side of what a finger can hit, CSS px. */
const REACH = 12;

/** Between an object and a knob on it, CSS px. */
const APART = 18;
/** Side of a knob, CSS px. */
const KNOB = 9;

/** What a pointer does to the object that it holds. */
type Way = 'move' | 'turn' | 'resize';

interface Drag {
  way: Way;
  object: StandingObject;
  /** Where the pointer took hold, world units. */
  from: Point;
  name: string;
  /** Whether it went anywhere. */
  moved?: boolean;
}

/**
 * `<scene-handles>`: lies over a picture of a scene; its objects can be moved, turned and resized. Fires `handle`,
 * `named`, and `press` with the place, pixels of the picture, where an object was taken hold of and not moved. Its units are those of the world.
 */
export class SceneHandles extends Handles {
  static override properties = {
    standing: { attribute: false },
    resolution: { attribute: false },
  };

  declare standing: readonly StandingObject[];
  /** Pixels a side of the picture. */
  declare resolution: number;

  #drag: Drag | null = null;
  #held = '';

  constructor() {
    super();
    this.standing = [];
    this.resolution = 128;
  }

  static override styles = [
    Handles.styles,
    css`
    .reach { cursor: grab; }
    .reach:active { cursor: grabbing; }
    .frame { fill: none; stroke: none; vector-effect: non-scaling-stroke; }
    .under { stroke-width: 5; }
    g:hover .over { stroke: #fff; stroke-width: 1.5; }
    g:focus-visible .under { stroke: #000; stroke-opacity: 0.6; }
    g:focus-visible .over { stroke: #fff; stroke-width: 3; }
    .knob .reach { cursor: ew-resize; }
    .knob.turn .reach { cursor: crosshair; }
    .knob line { stroke: #fff; stroke-width: 1.5; vector-effect: non-scaling-stroke; pointer-events: none; }
  `,
  ];

  protected override get across(): number {
    return 128;
  }

  #tell(detail: Handled): void {
    this.tell('handle', detail);
  }

  /** Where the reaches of several lie over each other, the one whose middle is nearest is meant. */
  #take(event: PointerEvent, upmost: StandingObject): void {
    const at = this.at(event);
    const far = ({ x, y }: Point) => Math.hypot(x - at.x, y - at.y);
    const meant = this.standing.reduce(
      (one, other) => (far(other) < far(one) ? other : one),
      upmost,
    );
    this.#grab(event, meant, 'move');
    if (meant === upmost) return;
    // The press gives the focus to what lies on top; the keys are for what is held.
    const own = this.renderRoot.querySelector<SVGElement>(`[data-id="${meant.id}"]`);
    setTimeout(() => own?.focus({ preventScroll: true }));
  }

  #grab(event: PointerEvent, object: StandingObject, way: Way): void {
    if (!this.takes(event)) return;
    this.#drag = { way, object, from: this.at(event), name: gesture(way) };
    this.#tell({ id: object.id });
  }

  #release(event: PointerEvent): void {
    if (!this.grasp.leaves(event)) return;
    const drag = this.#drag;
    this.#drag = null;
    if (!drag || drag.moved || drag.way !== 'move') return;
    const scale = this.resolution / 128;
    this.tell<Point>('press', { x: drag.from.x * scale, y: drag.from.y * scale });
  }

  #pull(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || !this.grasp.holds(event)) return;
    const { object } = drag;
    const pose = roundPose({ ...object, ...pulled(drag, this.at(event)) });
    const now = this.standing.find(({ id }) => id === object.id);
    const keys = Object.keys(pose) as (keyof Pose)[];
    if (!now || keys.every((key) => now[key] === pose[key])) return;
    drag.moved = true;
    this.#tell({ id: object.id, pose, gesture: drag.name });
  }

  #key(event: KeyboardEvent, { id }: StandingObject): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#tell({ id });
      return;
    }
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (!event.repeat) this.#held = gesture('key');
    this.#tell({ id, command, gesture: this.#held });
  }

  override render() {
    const { keys } = this;
    return html`<svg viewBox="0 0 128 128" role=${keys ? 'application' : nothing}
      aria-label=${keys ? words.edit.objects : nothing} aria-hidden=${keys ? nothing : 'true'}>
      ${repeat(
        this.standing,
        ({ id }) => id,
        (object) => this.#object(object),
      )}
      ${this.#knobs(this.standing.find(({ id }) => id === this.selected))}
    </svg>`;
  }

  #object(object: StandingObject) {
    const { id, kind, x, y, length, angle } = object;
    const scale = this.resolution / 128;
    const half = Math.max(length / 2, REACH / this.unit);
    const frame = length / 2 + 5 / this.unit;
    return svg`<g data-id=${id}
      transform="translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})"
      tabindex=${this.keys ? 0 : nothing} role=${this.keys ? 'button' : nothing}
      aria-pressed=${this.keys ? String(id === this.selected) : nothing}
      aria-label=${this.keys ? words.edit.object(kind, length * scale, x * scale, y * scale) : nothing}
      @pointerdown=${(event: PointerEvent) => this.#take(event, object)}
      @pointermove=${this.#pull} @touchmove=${stay}
      @lostpointercapture=${this.#release}
      @pointerenter=${() => this.named(id)} @pointerleave=${() => this.named(null)}
      @focus=${() => this.named(id)} @blur=${() => this.named(null)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, object)}>
      <circle class="reach" r=${half}></circle>
      ${['under', 'over'].map((name) => svg`<circle class="frame ${name}" r=${frame}></circle>`)}
    </g>`;
  }

  /** At the bow a round one that turns, at the stern a square one that makes longer. */
  #knobs(object: StandingObject | undefined) {
    if (!object) return nothing;
    const { x, y, angle } = object;
    const away = Math.max(object.length / 2 + APART / this.unit, (2 * REACH) / this.unit);
    const half = KNOB / 2 / this.unit;
    const knob = (way: Way, at: number, shape: unknown) => svg`<g class="knob ${way}"
      @pointerdown=${(event: PointerEvent) => this.#grab(event, object, way)}
      @pointermove=${this.#pull} @touchmove=${stay} @lostpointercapture=${this.#release}>
      <line x1=${Math.sign(at) * (object.length / 2)} x2=${at}></line>
      <circle class="reach" cx=${at} r=${REACH / this.unit}></circle>${shape}</g>`;
    // Over all objects: a neighbour must not take the hand's hold.
    return svg`<g aria-hidden="true" transform="translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})">
      ${knob('turn', away, svg`<circle class="grip" cx=${away} r=${half}></circle>`)}
      ${knob(
        'resize',
        -away,
        svg`<rect class="grip" x=${-away - half} y=${-half} width=${2 * half} height=${2 * half}></rect>`,
      )}
    </g>`;
  }
}

/** What becomes of an object whose holder has come to a place. */
function pulled({ way, object, from }: Drag, to: Point): Partial<Pose> {
  const { x, y, length } = object;
  if (way === 'move') return { x: x + to.x - from.x, y: y + to.y - from.y };
  if (way === 'turn') return { angle: Math.atan2(to.y - y, to.x - x) };
  const reach = (at: Point) => Math.hypot(at.x - x, at.y - y);
  // Both ends give way: the middle stays.
  return { length: length + 2 * (reach(to) - reach(from)) };
}

customElements.define('scene-handles', SceneHandles);

declare global {
  interface HTMLElementTagNameMap {
    'scene-handles': SceneHandles;
  }
}
