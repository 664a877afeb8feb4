import { motionIsReduced } from '#components/kit/motion.ts';

export interface DebutOptions {
  /** Its code has come, and no bet is waited for. */
  ready(): boolean;
  /** From the start to the moment that the page shows of it. */
  play(): void;
}

/** That a figure plays once of its own accord, when it is asked to and its reader sees it; without motion, at once. */
export class Debut {
  readonly #options: DebutOptions;
  #due = false;
  #seen = false;

  constructor(options: DebutOptions) {
    this.#options = options;
  }

  /** It is to play, and has not yet. */
  get due(): boolean {
    return this.#due;
  }

  ask(): void {
    this.#due = true;
    // An answer that opens above it may just now push it out of sight: it is asked again where it stands, and that is known
    // in the frame after the one that moves it.
    if (motionIsReduced()) this.attempt();
    else requestAnimationFrame(() => requestAnimationFrame(() => this.attempt()));
  }

  /** The reader has taken it in hand. */
  cancel(): void {
    this.#due = false;
  }

  /** The figure is in the middle of the window, or out of it. */
  sight(seen: boolean): void {
    this.#seen = seen;
    this.attempt();
  }

  /** Plays if nothing stands against it any more. */
  attempt(): void {
    if (!this.#due || !this.#options.ready() || !(this.#seen || motionIsReduced())) return;
    this.#due = false;
    this.#options.play();
  }
}
