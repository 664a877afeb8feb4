import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Panel } from './state.ts';

/** Panels that lie over others, and go when something else is wanted. */
const OVERLAYS = ['settings', 'share'] as const;

/** What has panels that can be closed. */
export type Dismissed = ReactiveControllerHost & HTMLElement;

type Open = (panel: Panel, on: boolean) => void;

const known = new WeakSet<Dismissed>();

/** From now on what lies over the figure closes on Escape, and where something else is pressed. */
export function dismiss(host: Dismissed, open: Open): void {
  if (known.has(host)) return;
  known.add(host);
  host.addController(new Dismiss(host, (panel) => open(panel, false)));
}

class Dismiss implements ReactiveController {
  readonly #host: Dismissed;
  readonly #close: (panel: Panel) => void;
  #leave = new AbortController();

  constructor(host: Dismissed, close: (panel: Panel) => void) {
    this.#host = host;
    this.#close = close;
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

  /** As they stand: a panel that has just been opened tells so a moment later. */
  #open(): { panel: Panel; details: HTMLDetailsElement }[] {
    return OVERLAYS.flatMap((panel) => {
      const details = this.#host.shadowRoot?.querySelector<HTMLDetailsElement>(
        `details.over.${panel}[open]`,
      );
      return details ? [{ panel, details }] : [];
    });
  }

  #shut(panel: Panel, details: HTMLDetailsElement): void {
    details.open = false;
    this.#close(panel);
  }

  readonly #press = (event: Event): void => {
    for (const { panel, details } of this.#open())
      if (!event.composedPath().includes(details)) this.#shut(panel, details);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    for (const { panel, details } of this.#open()) {
      this.#shut(panel, details);
      details.querySelector('summary')?.focus();
      event.preventDefault();
    }
  };
}
