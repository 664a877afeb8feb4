import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onceNear } from '#components/kit/near.ts';

/** The middle third of the window, in which something is being looked at. */
const MIDDLE = '-33% 0px -33% 0px';

export interface SightOptions {
  /** Near from the start, seen or not. */
  atOnce(): boolean;
  /** The reader comes near for the first time. */
  onNear(): void;
  /** It comes into the middle of the window, or leaves it. */
  onMiddle(isThere: boolean): void;
  /** Scrolled away, or the tab is hidden. */
  onHidden(): void;
  onSize(): void;
  /** It is put on paper, or no longer. */
  onPrint(): void;
}

/** Where an element is for its reader: near, out of sight, of another size. */
export class Sight implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: SightOptions;
  #leave = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, options: SightOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const { atOnce, onNear, onMiddle, onHidden, onSize, onPrint } = this.#options;
    if (atOnce()) onNear();
    signal.addEventListener('abort', onceNear([this.#host], onNear));
    let isSeen = false;
    // A frame that is not on the screen yet has not been left: a deck may have started what is in it.
    const seen = new IntersectionObserver(([entry]) => {
      if (isSeen && !entry.isIntersecting) onHidden();
      isSeen = entry.isIntersecting;
    });
    const middle = new IntersectionObserver(
      (entries) => onMiddle(entries[entries.length - 1].isIntersecting),
      { rootMargin: MIDDLE },
    );
    const sized = new ResizeObserver(onSize);
    for (const observer of [seen, middle, sized]) {
      observer.observe(this.#host);
      signal.addEventListener('abort', () => observer.disconnect());
    }
    matchMedia('print').addEventListener('change', onPrint, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && onHidden(), { signal });
  }

  hostDisconnected(): void {
    this.#leave.abort();
  }
}
