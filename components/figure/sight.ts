import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the window a figure is when its code is fetched. */
const NEAR = '400px';

export interface SightOptions {
  /** The reader comes near for the first time. */
  onNear(): void;
  /** Scrolled away, or the tab is hidden. */
  onHidden(): void;
  onSize(): void;
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
    const { onNear, onHidden, onSize } = this.#options;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        onNear();
      },
      { rootMargin: NEAR },
    );
    const seen = new IntersectionObserver(([entry]) => entry.isIntersecting || onHidden());
    const sized = new ResizeObserver(onSize);
    for (const observer of [near, seen, sized]) {
      observer.observe(this.#host);
      signal.addEventListener('abort', () => observer.disconnect());
    }
    document.addEventListener('visibilitychange', () => document.hidden && onHidden(), { signal });
  }

  hostDisconnected(): void {
    this.#leave.abort();
  }
}
