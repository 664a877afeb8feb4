import { Grasp } from '#components/kit/grasp.ts';
import type { AnyFigure, Grip } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { cellOf } from './drawing.ts';
import type { PlayerActions, PlayerState } from './state.ts';

/** The drawing under the pointer, or undefined while there is none. */
export type Under = () =>
  | { state: PlayerState; actions: PlayerActions; svg: SVGSVGElement }
  | undefined;

/** The pointer over a drawing: lights up the cell under it, and drags what the figure gives it to hold. */
export class Pointer {
  readonly #under: Under;
  readonly #onHold: (held: boolean) => void;
  readonly #grasp = new Grasp();
  #hold: Grip<AnyValues> | undefined;
  /** How often the pointer has been somewhere. */
  #places = 0;

  /** @param onHold told when the pointer takes hold of something, and when it lets go */
  constructor(under: Under, onHold: (held: boolean) => void) {
    this.#under = under;
    this.#onHold = onHold;
  }

  /** Takes pointermove, pointerdown and pointerleave. */
  point = (event: PointerEvent): void => {
    const under = this.#under();
    if (!under) return;
    const { state, actions, svg } = under;
    const { figure } = state;
    const { x, y } = placeOf(svg, event);
    if (this.#drag(figure, state, actions, event, x, y) || !figure.cells) return;
    const { values, t, layout } = state;
    const isOver = event.type !== 'pointerleave';
    const own = cellOf(event);
    const place = ++this.#places;
    actions.withCells(({ cellAt }) => {
      // Meanwhile the pointer may have gone on.
      if (place !== this.#places || state.exploring) return;
      const cell = isOver ? (own ?? cellAt?.(values, t, { layout }, x, y)) : undefined;
      if (cell !== state.highlight) actions.light(cell);
    });
  };

  letGo = (event: PointerEvent): void => {
    if (!this.#grasp.leaves(event)) return;
    this.#hold = undefined;
    this.#onHold(false);
  };

  /** A finger that holds something does not scroll; later is too late, for what it came down on may be drawn anew. */
  stay = (event: TouchEvent): void => {
    if (this.#hold) event.preventDefault();
  };

  /** Lets the pointer take hold of what the figure gives it; true while it does. */
  #drag(
    figure: AnyFigure,
    { values, layout }: PlayerState,
    actions: PlayerActions,
    event: PointerEvent,
    x: number,
    y: number,
  ): boolean {
    if (!figure.grip) return false;
    if (event.type === 'pointerdown') {
      if (!this.#grasp.takes(event)) return this.#hold !== undefined;
      this.#hold = figure.grip(values, { layout }, x, y);
      if (this.#hold) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#onHold(this.#hold !== undefined);
    } else if (event.type !== 'pointermove') this.letGo(event);
    else if (this.#grasp.holds(event)) {
      const set = this.#hold?.(x, y);
      if (set) actions.set(set);
    }
    return this.#hold !== undefined;
  }
}

/** Where a pointer is in the drawing, px of its layout. */
function placeOf(svg: SVGSVGElement, { clientX, clientY }: PointerEvent): DOMPoint {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
}
