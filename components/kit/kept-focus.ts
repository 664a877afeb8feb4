import type { ReactiveController, ReactiveElement } from 'lit';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Where an update takes the very control out of an element that has the focus (a button that has done its work, the row
 * that it removes), the focus goes to what stands next there, or before it. Browsers would drop it: whoever has no
 * pointer would begin again at the top of the page.
 */
export class KeptFocus implements ReactiveController {
  readonly #host: ReactiveElement;
  #focused: Element | null = null;
  /** Where the focus may go, best first. */
  #others: HTMLElement[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    this.#focused = focused;
    if (!focused) return;
    const all = [...this.#host.shadowRoot!.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const isBehind = (other: Element) =>
      (focused.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const before = all.filter((other) => !isBehind(other) && other !== focused);
    this.#others = [...all.filter(isBehind), ...before.reverse()];
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    this.#others.find((other) => other.isConnected && other.checkVisibility())?.focus();
  }
}
