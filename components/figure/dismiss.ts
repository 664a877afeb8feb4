import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Panel } from './state.ts';

/** Panels that lie over others, and go when something else is wanted. */
const OVERLAYS = ['settings', 'share'] as const;

export interface DismissOptions {
  opened(): ReadonlySet<Panel>;
  close(panel: Panel): void;
}

/** Closes what lies over the figure: on Escape, and where something else is pressed. */
export class Dismiss implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DismissOptions;
  #leave = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, options: DismissOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
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
    const opened = this.#options.opened();
    return OVERLAYS.filter((panel) => opened.has(panel)).flatMap((panel) => {
      const details = this.#host.shadowRoot?.querySelector<HTMLElement>(`details.over.${panel}`);
      return details ? [{ panel, details }] : [];
    });
  }

  readonly #press = (event: Event): void => {
    for (const { panel, details } of this.#open())
      if (!event.composedPath().includes(details)) this.#options.close(panel);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    for (const { panel, details } of this.#open()) {
      this.#options.close(panel);
      details.querySelector('summary')?.focus();
      event.preventDefault();
    }
  };
}
