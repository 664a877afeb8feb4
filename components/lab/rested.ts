import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Sight } from './looking.ts';

/** A sight that stands for so long is at rest, milliseconds: moves of a hand follow one another faster. */
const REST = 250;

/**
 * The last sight that stood still. What is only read at rest, as the histograms are, is drawn from it: drawn with every
 * move of an object it would take longer than the detectors.
 */
export class Rested implements ReactiveController {
  value: Sight | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly current: () => Sight | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param current what is seen, where it is the newest */
  constructor(host: ReactiveControllerHost, current: () => Sight | null) {
    this.host = host;
    this.current = current;
    host.addController(this);
  }

  /** Whether what is seen stands still. */
  get now(): boolean {
    return this.value !== null && this.value === this.current();
  }

  hostUpdate(): void {
    const sight = this.current();
    clearTimeout(this.timer);
    if (!sight || sight === this.value) return;
    if (!this.value) {
      // The first is waited for.
      this.value = sight;
      return;
    }
    this.timer = setTimeout(() => {
      this.value = sight;
      this.host.requestUpdate();
    }, REST);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}
