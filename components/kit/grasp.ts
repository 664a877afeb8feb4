/**
 * One pointer at a time holds a thing, and only what that one does moves it. A second finger, or a palm beside the pen, is
 * let be until the first has gone.
 */
export class Grasp {
  #holder: Pick<PointerEvent, 'pointerId' | 'pointerType'> | undefined;

  /** Whether what comes down takes hold: the first finger, the pen's point, a mouse's main button. */
  takes({ button, isPrimary, pointerId, pointerType }: PointerEvent): boolean {
    if (button !== 0 || !isPrimary) return false;
    // A first finger has no other beside it: one that is said to hold still has gone unseen.
    if (this.#holder && this.#holder.pointerType !== pointerType) return false;
    this.#holder = { pointerId, pointerType };
    return true;
  }

  /** Whether this pointer is the one that holds. */
  holds({ pointerId }: PointerEvent): boolean {
    return this.#holder?.pointerId === pointerId;
  }

  /** Lets go, if this pointer is the one that holds; whether it was. */
  leaves(event: PointerEvent): boolean {
    if (!this.holds(event)) return false;
    this.#holder = undefined;
    return true;
  }
}
