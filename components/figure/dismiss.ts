import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Panel } from './state.ts';

/** Panels that lie over others, and go when something else is wanted. */
const OVERLAYS = ['settings', 'share'] as const;

/** What has panels that can be closed. */
export interface Dismissed extends ReactiveControllerHost, HTMLElement {
  readonly opened: ReadonlySet<Panel>;
}

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

  #open(): { panel: Panel; details: HTMLElement }[] {
    const { opened } = this.#host;
    return OVERLAYS.filter((panel) => opened.has(panel)).flatMap((panel) => {
      const details = this.#host.shadowRoot?.querySelector<HTMLElement>(`details.over.${panel}`);
      return details ? [{ panel, details }] : [];
    });
  }

  readonly #press = (event: Event): void => {
    for (const { panel, details } of this.#open())
      if (!event.composedPath().includes(details)) this.#close(panel);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    for (const { panel, details } of this.#open()) {
      this.#close(panel);
      details.querySelector('summary')?.focus();
      event.preventDefault();
    }
  };
}
