import { Held } from './held.ts';
import { keep, kept } from './kept.ts';
import { kindOf, type Spec } from './kinds/index.ts';

/**
 * `<predict-answer data-id data-spec data-for>`: a bet opens the answer, says what came of it, lets go what it held and
 * marks the guess there. It stays on the device and can be taken back.
 */
export class PredictAnswer extends HTMLElement {
  #held: Held | undefined;
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.#kind.start?.(this.#control, this.#spec);
    if (this.dataset.for) this.#held = new Held(this.dataset.for);
    const ready = this.querySelector<HTMLButtonElement>('.ready');
    if (ready) ready.hidden = false;
    const value = this.#read(kept(this.#id));
    if (value !== undefined) this.#answer(value, false);
    else if (!this.#held?.asked) this.#hold();
    else this.#held.release(false);
    // The text has its full length only now.
    this.#held?.target?.scrollIntoView();
    this.#control.addEventListener('change', () => this.#changed(), { signal });
    ready?.addEventListener('click', () => this.#bet(), { signal });
    this.querySelector('.again button')?.addEventListener('click', () => this.#again(), { signal });
    this.#details.addEventListener('toggle', () => this.#shown(), { signal });
    addEventListener('hashchange', () => this.#ledTo(), { signal });
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  get #id(): string {
    return this.dataset.id ?? '';
  }

  get #spec(): Spec {
    return JSON.parse(this.dataset.spec ?? '') as Spec;
  }

  get #kind() {
    return kindOf(this.#spec);
  }

  get #control(): HTMLElement {
    return this.querySelector<HTMLElement>('.bet')!;
  }

  get #details(): HTMLDetailsElement {
    return this.querySelector('details')!;
  }

  /** What was kept, as far as this bet understands it. */
  #read(value: unknown): unknown {
    if (value === undefined) return undefined;
    try {
      this.#kind.put(this.#control, this.#spec, value);
      return this.#kind.read(this.#control, this.#spec);
    } catch {
      this.#kind.put(this.#control, this.#spec, undefined);
      return undefined;
    }
  }

  #hold(): void {
    this.#held?.hold(this, () => {
      this.#details.open = true;
    });
  }

  /** An option is a bet at once; what is painted or dragged waits for the button. */
  #changed(): void {
    if (this.#kind.atOnce || this.dataset.verdict) this.#bet();
  }

  #bet(): void {
    const value = this.#kind.read(this.#control, this.#spec);
    if (value === undefined) {
      this.querySelector<HTMLElement>('.bet :is(input, button, [tabindex])')?.focus();
      return;
    }
    keep(this.#id, value);
    this.#answer(value, !this.#details.open);
  }

  #answer(value: unknown, play: boolean): void {
    const told = this.#kind.tell(this.#spec, value);
    this.dataset.verdict = told.right ? 'right' : 'wrong';
    this.querySelector('.verdict')!.textContent = told.sentence;
    this.#details.open = true;
    this.#let(play);
    this.#held?.mark(told);
  }

  /** The reader wants no bet. */
  #shown(): void {
    if (this.#details.open && !this.dataset.verdict) this.#let(true);
  }

  #let(play: boolean): void {
    this.#anew.hidden = false;
    this.#held?.release(play);
  }

  get #anew(): HTMLElement {
    return this.querySelector<HTMLElement>('.again')!;
  }

  /** The list of contents leads to what is held. */
  #ledTo(): void {
    if (!this.#held?.asked) return;
    this.#held.release(false);
    this.#held.target?.scrollIntoView();
  }

  /** As if it had never been made. */
  #again(): void {
    keep(this.#id, undefined);
    delete this.dataset.verdict;
    this.#kind.put(this.#control, this.#spec, undefined);
    this.querySelector('.verdict')!.textContent = '';
    this.#details.open = false;
    this.#anew.hidden = true;
    this.#held?.mark(undefined);
    this.#hold();
    this.querySelector<HTMLElement>('.bet :is(input, button, [tabindex])')?.focus();
  }
}

customElements.define('predict-answer', PredictAnswer);
