import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { kit as words } from '#content/words/en/kit.ts';
import type { Answer } from './answer.ts';
import { controlStyles } from './control-styles.ts';
import { helpedByReload, SaidError } from './faults.ts';

/**
 * `<answer-status>`: how an asynchronous answer stands, for every widget alike: progress with Stop, what went wrong with
 * Try again, and Reload where only that helps. It shows nothing while all is well. Keep it in the page: what is told
 * in a live region must be told in one that is there already. Fires `stop` after the reader's Stop.
 */
export class AnswerStatus extends LitElement {
  static override properties = {
    answer: { attribute: false },
    working: {},
    stopped: {},
    loaded: { attribute: false },
    total: { attribute: false },
    failed: { attribute: false },
    endless: { type: Boolean },
    again: {},
  };

  /** Whose state is shown. */
  declare answer: Answer<unknown, unknown> | undefined;
  /** The sentence beside the progress. */
  declare working: string;
  /** The sentence after Stop. */
  declare stopped: string;
  /** For the bar: how far the work is, and of how much; undefined where nobody knows. */
  declare loaded: number | undefined;
  declare total: number | undefined;
  /** Puts a fault into a sentence of the widget's own. */
  declare failed: (reason: string) => string;
  /** Work that can't be stopped, as that of fetching code. */
  declare endless: boolean;
  /** On the button after Stop. */
  declare again: string;

  /** The button has the focus, and may be about to go. */
  #focused = false;
  #unfollow: () => void = () => {};

  constructor() {
    super();
    this.working = words.working;
    this.stopped = words.stopped;
    this.failed = (reason) => reason;
    this.endless = false;
    this.again = words.retry;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  #follow(): void {
    this.#unfollow();
    if (this.answer && this.isConnected) this.#unfollow = this.answer.watch(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('answer')) this.#follow();
    this.#focused = this.shadowRoot?.activeElement !== null;
  }

  /** Where the button with the focus has gone, the focus stays in its place. */
  protected override updated(): void {
    if (this.#focused && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('.place')?.focus();
  }

  override render() {
    const { answer } = this;
    const status = answer?.status;
    const shown = answer?.slow || status === 'stopped' || status === 'failed';
    const said = answer?.slow ? this.working : status === 'stopped' ? this.stopped : '';
    return html`<div class=${shown ? 'place shown' : 'place'} tabindex="-1">
      <p role="status">${said}</p>
      <p role="alert">${status === 'failed' ? this.failed(answer?.failure ?? '') : nothing}</p>
      ${answer?.slow ? this.#bar() : nothing}
      ${shown && this.#hasButton(answer) ? this.#button(answer) : nothing}
      ${
        helpedByReload(answer?.error)
          ? html`<button type="button" @click=${() => location.reload()}>${words.reload}</button>`
          : nothing
      }
    </div>`;
  }

  #hasButton(answer: Answer<unknown, unknown> | undefined): boolean {
    if (answer?.slow) return !this.endless;
    return !(answer?.error instanceof SaidError) || answer.error.again;
  }

  /** One button that changes its word: the focus stays on it. */
  #button(answer: Answer<unknown, unknown> | undefined) {
    const word = answer?.slow
      ? words.stop
      : answer?.status === 'stopped'
        ? this.again
        : words.retry;
    const act = () => {
      if (!answer?.slow) void answer?.retry();
      else {
        answer.stop();
        this.dispatchEvent(new Event('stop'));
      }
    };
    return html`<button type="button" @click=${act}>${word}</button>`;
  }

  #bar() {
    const { loaded, total, working } = this;
    return total === undefined || loaded === undefined
      ? html`<progress aria-label=${working}></progress>`
      : html`<progress aria-label=${working} .value=${loaded} max=${total}></progress>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 0.9375rem / 1.4 var(--font-ui);
        color: var(--ink);
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
      }
      .shown {
        padding-left: 0.8rem;
        border-left: 3px solid var(--accent);
        margin-block: 0.5rem;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      p:empty {
        display: none;
      }
      progress {
        max-width: 100%;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('answer-status', AnswerStatus);

declare global {
  interface HTMLElementTagNameMap {
    'answer-status': AnswerStatus;
  }
}
