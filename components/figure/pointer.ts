import type { AnyFigure, Grip } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { cellOf } from './drawing.ts';
import type { SpdFigure } from './player.ts';

/** The pointer over a drawing: lights up the cell under it, and drags what the figure gives it to hold. */
export class Pointer {
  #player: SpdFigure;
  #hold: Grip<AnyValues> | undefined;

  constructor(player: SpdFigure) {
    this.#player = player;
  }

  /** Takes pointermove, pointerdown and pointerleave. */
  point = (event: Event): void => {
    const player = this.#player;
    const { figure } = player;
    if (!figure || this.#drag(figure, event as PointerEvent) || !figure.linked) return;
    const under = () => cellOf(event) ?? this.#cellAt(figure, event as PointerEvent);
    const cell = event.type === 'pointerleave' ? undefined : under();
    if (cell !== player.highlight && !player.exploring) player.highlight = cell;
  };

  letGo = (): void => {
    this.#hold = undefined;
    this.#player.removeAttribute('held');
  };

  /** Where a pointer is in the drawing, px of its layout. */
  #placeOf({ clientX, clientY }: PointerEvent): DOMPoint {
    const place = this.#player.svg?.getScreenCTM()?.inverse();
    return new DOMPoint(clientX, clientY).matrixTransform(place);
  }

  /** The cell of an image of cells. */
  #cellAt(figure: AnyFigure, event: PointerEvent): string | undefined {
    if (!figure.cellAt) return undefined;
    const { values, t, narrow } = this.#player;
    const { x, y } = this.#placeOf(event);
    return figure.cellAt(values, t, { narrow }, x, y);
  }

  /** Lets the pointer take hold of what the figure gives it; true while it does. */
  #drag(figure: AnyFigure, event: PointerEvent): boolean {
    if (!figure.grip) return false;
    const { values, narrow } = this.#player;
    const { x, y } = this.#placeOf(event);
    if (event.type === 'pointerdown') {
      this.#hold = figure.grip(values, { narrow }, x, y);
      if (this.#hold) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#player.toggleAttribute('held', this.#hold !== undefined);
    } else if (event.type !== 'pointermove') this.letGo();
    else if (this.#hold) this.#player.set(this.#hold(x, y));
    return this.#hold !== undefined;
  }
}
