import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What has panels that can be closed. */
export type Dismissed = ReactiveControllerHost & HTMLElement;

const known = new WeakSet<Dismissed>();

/** From now on what lies over the figure closes on Escape, and where something else is pressed. */
export function dismiss(host: Dismissed): void {
  if (known.has(host)) return;
  known.add(host);
  host.addController(new Dismiss(host));
}

class Dismiss implements ReactiveController {
  readonly #host: Dismissed;
  #leave = new AbortController();

  constructor(host: Dismissed) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    addEventListener('pointerdown', this.#press, { signal });
    // Before anybody else takes the key for theirs, as a slide deck around would.
    addEventListener('keydown', this.#key, { signal, capture: true });
  }

  hostDisconnected(): void {
    this.#leave.abort();
  }

  /** Panels that lie over others, and go when something else is wanted. A panel itself says that it was opened or closed. */
  get #open(): Iterable<HTMLDetailsElement> {
    return this.#host.shadowRoot?.querySelectorAll<HTMLDetailsElement>('details.over[open]') ?? [];
  }

  readonly #press = (event: Event): void => {
    for (const panel of this.#open) if (!event.composedPath().includes(panel)) panel.open = false;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    for (const panel of this.#open) {
      panel.open = false;
      panel.querySelector('summary')?.focus();
      event.preventDefault();
    }
  };
}
