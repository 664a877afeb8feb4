import { type CSSResultGroup, css, LitElement, type PropertyDeclarations } from 'lit';
import { Grasp } from '#components/kit/grasp.ts';
import type { Point } from '#components/kit/scene-view.ts';

/** A finger that moves here does not scroll: `touch-action` alone is not enough within an SVG, the browser takes over. */
export const stay = (event: TouchEvent): void => event.preventDefault();

/** The least that a finger can hit, CSS px. */
export const REACH = 24;

let gestures = 0;

/** Names a gesture: its steps are taken back as one. */
export function gesture(of: string): string {
  return `${of} ${++gestures}`;
}

/**
 * What lies over a picture so that something in it can be taken hold of, by hand and (in one picture, where `keys` is set)
 * by keyboard. Fires `named` with the id of what is under the pointer or has the focus, null where that is nothing.
 */
export abstract class Handles extends LitElement {
  static override properties: PropertyDeclarations = {
    selected: { attribute: false },
    keys: { type: Boolean },
    unit: { state: true },
  };

  declare selected: string | null;
  /** Whether the keyboard reaches what stands here. */
  declare keys: boolean;
  /** CSS px in a unit of the drawing. */
  declare unit: number;

  protected readonly grasp = new Grasp();
  readonly #resize = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.selected = null;
    this.keys = false;
    this.unit = 3;
  }

  static override styles: CSSResultGroup = css`
    :host { position: absolute; inset: 0; pointer-events: none; }
    svg { width: 100%; height: 100%; overflow: visible; display: block; }
    g { outline: none; }
    .reach { fill: transparent; pointer-events: all; touch-action: none; }
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

  /** Units of the drawing across it. */
  protected abstract get across(): number;

  protected measure(): void {
    if (this.clientWidth > 0) this.unit = this.clientWidth / this.across;
  }

  /** Puts the focus on what has this id. */
  focusObject(id: string): void {
    this.renderRoot.querySelector<SVGElement>(`[data-id="${id}"]`)?.focus();
  }

  /** Where a pointer is, units of the drawing. */
  protected at({ clientX, clientY }: PointerEvent): Point {
    const { left, top } = this.renderRoot.querySelector('svg')!.getBoundingClientRect();
    return { x: (clientX - left) / this.unit, y: (clientY - top) / this.unit };
  }

  /** Whether what comes down takes hold, and if so all that it does goes to where it came down; a second finger does not. */
  protected takes(event: PointerEvent): boolean {
    if (!this.grasp.takes(event)) return false;
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    return true;
  }

  protected named(id: string | null): void {
    this.tell('named', id);
  }

  protected tell<Detail>(event: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(event, { detail, bubbles: true, composed: true }));
  }
}
