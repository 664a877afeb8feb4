// What stands under a figure and computes its claim again in the engine: the part that all such checks share.
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { controlStyles } from '#components/kit/controls.ts';
import { engineCheck as words } from '#content/words/en/checks.ts';
import { FigureWatch } from './figure-watch.ts';

/** Checks a figure's settings in the engine, and says in a sentence what came out. */
export abstract class LiveCheck<Params, Result> extends FigureWatch<Params> {
  static override properties = { ...FigureWatch.properties, result: { state: true } };
  declare result: Result | undefined;

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

  protected async take(params: Params, current: () => boolean): Promise<void> {
    const result = await this.check(params);
    if (current()) this.result = result;
  }

  override render(): TemplateResult {
    const { result, status } = this;
    const { title, stop, retry } = words;
    return html`<div class="check">
      ${result ? this.picture(result) : nothing}
      <div>
        <p class="title">${title}</p>
        <p role="status">${this.#said()}</p>
        ${status === 'working' ? html`<progress aria-label=${this.working}></progress> <button @click=${this.stop}>${stop}</button>` : nothing}
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
