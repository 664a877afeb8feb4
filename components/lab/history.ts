/** Steps that can be taken back. */
const MOST = 200;

/** A value that a reader changes, with the way back and forth again. */
export class History<T> {
  value: T;
  private past: T[] = [];
  private future: T[] = [];
  private gesture: string | undefined;

  constructor(value: T) {
    this.value = value;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Another value, from which there is no way back. */
  begin(value: T): void {
    this.value = value;
    this.past = [];
    this.future = [];
    this.gesture = undefined;
  }

  /** A step; those that follow each other in one gesture (a drag, a key held down) are taken back as one. */
  set(value: T, gesture?: string): void {
    const goesOn = gesture !== undefined && gesture === this.gesture;
    if (!goesOn) this.past = [...this.past, this.value].slice(-MOST);
    this.gesture = gesture;
    this.value = value;
    this.future = [];
  }

  /** Whether there was a step to take back. */
  undo(): boolean {
    return this.go(this.past, this.future);
  }

  /** Whether there was a step to take again. */
  redo(): boolean {
    return this.go(this.future, this.past);
  }

  private go(from: T[], to: T[]): boolean {
    const value = from.pop();
    if (value === undefined) return false;
    to.push(this.value);
    this.value = value;
    this.gesture = undefined;
    return true;
  }
}
