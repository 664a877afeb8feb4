// What stands under a figure and computes its claim again in the engine: the part that all such checks share.
import { type CSSResultGroup, css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { engineCheck as words } from '#content/words/en/checks.ts';
import { controlStyles } from './controls.ts';
import type { SpdFigure } from './player.ts';

/** Progress is shown from here on, milliseconds. */
const PATIENCE = 500;

/** Listens to the figure whose id stands in `for`, and checks its settings in the engine when both are in view. */
export abstract class LiveCheck<Params, Result> extends LitElement {
  static override properties = {
    for: {},
    result: { state: true },
    status: { state: true },
    reason: { state: true },
  };
  declare for: string;
  declare result: Result | undefined;
  declare status: 'waiting' | 'quiet' | 'working' | 'stopped' | 'failed' | 'done';
  declare reason: string;

  /** While it works, for the reader. */
  protected abstract readonly working: string;
  /** Asks the engine. */
  protected abstract check(params: Params): Promise<Result>;
  /** What came out, in a sentence. */
  protected abstract sentence(result: Result): string;
  /** A drawing beside the sentence. */
  protected picture(_: Result): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Buttons beside the sentence. */
  protected actions(): TemplateResult | typeof nothing {
    return nothing;
  }

  #params: Params | undefined;
  #asked = '';
  #request = 0;
  #seen = false;
  #leave = new AbortController();

  constructor() {
    super();
    this.for = '';
    this.status = 'waiting';
    this.reason = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener(
      'spd-change',
      (event) => {
        if ((event.target as Element).id !== this.for) return;
        this.#params = (event as CustomEvent<{ values: Params }>).detail.values;
        this.compute();
      },
      { signal },
    );
    // The figure may have been there, and have told of its settings, before this was fetched.
    const figure = document.getElementById(this.for) as Partial<SpdFigure> | null;
    if (figure?.figure) this.#params = figure.values as Params;
    const observer = new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.compute();
    });
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
    this.#request++;
  }

  /** Asks the engine, if the settings are new and the widget is in view. A later request makes an earlier one void. */
  protected async compute(again = false): Promise<void> {
    const params = this.#params;
    if (!params || !this.#seen) return;
    const asked = JSON.stringify(params);
    if (asked === this.#asked && !again) return;
    this.#asked = asked;
    const request = ++this.#request;
    this.status = 'quiet';
    const progress = setTimeout(() => {
      if (request === this.#request) this.status = 'working';
    }, PATIENCE);
    try {
      const result = await this.check(params);
      if (request !== this.#request) return;
      this.result = result;
      this.status = 'done';
    } catch (error) {
      if (request !== this.#request) return;
      this.reason = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
    } finally {
      clearTimeout(progress);
    }
  }

  #stop(): void {
    this.#request++;
    this.#asked = '';
    this.status = 'stopped';
  }

  override render(): TemplateResult {
    const { result, status } = this;
    const { title, stop, retry } = words;
    return html`<div class="check">
      ${result ? this.picture(result) : nothing}
      <div>
        <p class="title">${title}</p>
        <p role="status">${this.#said()}</p>
        ${status === 'working' ? html`<progress aria-label=${this.working}></progress> <button @click=${this.#stop}>${stop}</button>` : nothing}
        ${status === 'failed' || status === 'stopped' ? html`<button @click=${() => this.compute(true)}>${retry}</button>` : nothing}
        ${status === 'done' ? this.actions() : nothing}
      </div>
    </div>`;
  }

  #said(): string {
    const { status, result } = this;
    const { waiting, stopped, failed } = words;
    if (status === 'waiting') return waiting;
    if (status === 'working') return this.working;
    if (status === 'stopped') return stopped;
    if (status === 'failed') return failed(this.reason);
    return result ? this.sentence(result) : '';
  }

  static override styles: CSSResultGroup = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 0.875rem / 1.4 var(--font-ui);
        color: var(--ink);
        margin-top: 1rem;
        border-top: 1px solid var(--line);
        padding-top: 0.75rem;
      }
      .check {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem 1.5rem;
        align-items: start;
      }
      .check > div {
        flex: 1 1 16rem;
      }
      svg {
        max-width: 100%;
        height: auto;
      }
      p {
        margin: 0.25rem 0;
        color: var(--ink-2);
      }
      .title {
        margin: 0;
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];
}
