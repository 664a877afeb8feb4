import { sentenceOf } from '#components/kit/faults.ts';
import { loadCode } from '#components/kit/load-code.ts';
import type { Kind, Told } from './bet.ts';
import { Held, ledTo, named } from './held.ts';
import { keep, kept } from './kept.ts';
import { kindOf, type Spec } from './kinds/index.ts';

type AnyKind = Kind<Spec, unknown>;

/**
 * `<predict-answer data-id data-spec data-for>`: a bet opens the answer, says what came of it, lets go what it held and
 * marks the guess there. It stays on the device and can be taken back.
 */
export class PredictAnswer extends HTMLElement {
  /** What came of the guess. */
  declare told: Told | undefined;
  #held: Held | undefined;
  #leave = new AbortController();
  #kind: AnyKind | undefined;

  /** In a task of its own: a page has many, and a reader may touch it meanwhile. */
  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    setTimeout(() => {
      if (!signal.aborted) this.#arrive(signal);
    });
  }

  #arrive(signal: AbortSignal): void {
    if (this.dataset.for) this.#held = new Held(this.dataset.for);
    const bet = kept(this.#id);
    // Opened before this code came: a disclosure needs none.
    if (this.#details.open) this.#let(false);
    else if (this.#asked) this.#tell(false);
    else if (bet === undefined) this.#hold();
    // The text has its full length only now.
    this.#target?.scrollIntoView();
    this.querySelector('.again button')?.addEventListener('click', () => this.#again(), { signal });
    this.#details.addEventListener('toggle', () => this.#shown(), { signal });
    addEventListener('hashchange', () => this.#ledTo(), { signal });
    void this.#ask(bet, signal);
  }

  /** Makes the control work once the code of its kind is there; without it the answer can still be shown. */
  async #ask(bet: unknown, signal: AbortSignal): Promise<void> {
    try {
      this.#kind = await loadCode(() => kindOf(this.#spec));
    } catch (error) {
      if (!signal.aborted) this.#verdict.textContent = sentenceOf(error);
      return;
    }
    if (signal.aborted) return;
    const kind = this.#kind;
    this.#control.inert = false;
    kind.start?.(this.#control, this.#spec);
    const ready = this.querySelector<HTMLButtonElement>('.ready');
    if (ready) ready.hidden = false;
    const value = this.#read(kind, bet);
    if (value !== undefined) this.#answer(kind, value, false);
    else if (bet !== undefined && !this.#asked) this.#hold();
    this.#control.addEventListener('change', () => this.#changed(kind), { signal });
    ready?.addEventListener('click', () => this.#bet(kind), { signal });
    // An option may have been chosen before.
    if (kind.atOnce && kind.read(this.#control, this.#spec) !== value) this.#bet(kind);
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

  get #control(): HTMLElement {
    return this.querySelector<HTMLElement>('.bet')!;
  }

  get #verdict(): HTMLElement {
    return this.querySelector<HTMLElement>('.verdict')!;
  }

  get #details(): HTMLDetailsElement {
    return this.querySelector('details')!;
  }

  #focus(): void {
    this.querySelector<HTMLElement>('.bet :is(input, button, [tabindex])')?.focus();
  }

  /** What was kept, as far as this bet understands it. */
  #read(kind: AnyKind, value: unknown): unknown {
    if (value === undefined) return undefined;
    try {
      kind.put(this.#control, this.#spec, value);
      return kind.read(this.#control, this.#spec);
    } catch {
      kind.put(this.#control, this.#spec, undefined);
    }
  }

  /** What the address leads to, where that waits for this bet. */
  get #target(): Element | undefined {
    const target = ledTo();
    const behind = this.closest('.asked')?.contains(target) && !this.contains(target);
    return (behind && target) || this.#held?.target;
  }

  /** Somebody's link leads to what waits for this bet, or names a setting in it. */
  get #asked(): boolean {
    return this.#target !== undefined || this.#held?.asked || named(this.closest('.asked') ?? this);
  }

  #hold(): void {
    delete this.dataset.told;
    this.#held?.hold(this, () => {
      this.#details.open = true;
    });
  }

  /** An option is a bet at once; what is painted or dragged waits for the button. */
  #changed(kind: AnyKind): void {
    if (kind.atOnce || this.dataset.verdict) this.#bet(kind);
  }

  #bet(kind: AnyKind): void {
    const value = kind.read(this.#control, this.#spec);
    if (value === undefined) {
      this.#verdict.textContent = kind.unset ?? '';
      this.#focus();
      return;
    }
    keep(this.#id, value);
    this.#answer(kind, value, !this.#details.open);
  }

  #answer(kind: AnyKind, value: unknown, play: boolean): void {
    const told = kind.tell(this.#spec, value);
    this.dataset.verdict = told.right ? 'right' : 'wrong';
    this.#verdict.textContent = told.sentence;
    this.#details.open = true;
    this.#let(play);
    this.#mark(told);
  }

  /** In the figure that is held; charts come for it themselves. */
  #mark(told: Told | undefined): void {
    this.told = told;
    this.dispatchEvent(new Event('bet', { bubbles: true }));
    this.#held?.mark(told);
  }

  /** The reader wants no bet. */
  #shown(): void {
    if (this.#details.open && !this.dataset.verdict) this.#let(true);
  }

  #let(play: boolean): void {
    this.#anew.hidden = false;
    this.#tell(play);
  }

  /** What waited is there, and stays. */
  #tell(play: boolean): void {
    this.dataset.told = '';
    this.#held?.release(play);
  }

  get #anew(): HTMLElement {
    return this.querySelector<HTMLElement>('.again')!;
  }

  /** The list of contents leads to what is held. */
  #ledTo(): void {
    if (!this.#asked) return;
    this.#tell(false);
    this.#target?.scrollIntoView();
  }

  /** As if it had never been made. */
  #again(): void {
    keep(this.#id, undefined);
    delete this.dataset.verdict;
    this.#kind?.put(this.#control, this.#spec, undefined);
    this.#verdict.textContent = '';
    this.#details.open = false;
    this.#anew.hidden = true;
    this.#mark(undefined);
    this.#hold();
    this.#focus();
  }
}

customElements.define('predict-answer', PredictAnswer);
