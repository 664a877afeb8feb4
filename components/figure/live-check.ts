// What stands under a figure and computes its claim again in the engine: the part that all such checks share.
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { engineCheck as words } from '#content/words/en/checks.ts';
import { FigureWatch } from './figure-watch.ts';

/** Checks a figure's settings in the engine, and says in a sentence what came out. */
export abstract class LiveCheck<Params, Result> extends FigureWatch<Params, Result> {
  /** While it works, for the reader. */
  protected abstract readonly working: string;
  /** What came out, in a sentence. */
  protected abstract sentence(result: Result): string;
  /** A drawing beside the sentence; before there is a result, its place. */
  protected picture(_: Result | undefined): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Buttons beside the sentence. */
  protected actions(): TemplateResult | typeof nothing {
    return nothing;
  }

  override render(): TemplateResult {
    const { value, status } = this.answer;
    return html`<p class="title">${words.title}</p>
    <div class="check">
      ${this.picture(value)}
      <div>
        <p role="status">${this.#said()}</p>
        <answer-status .answer=${this.answer} working=${this.working} stopped=${words.stopped} .failed=${words.failed}></answer-status>
        ${value && status === 'done' ? this.actions() : nothing}
      </div>
    </div>`;
  }

  #said(): string {
    const { value, status } = this.answer;
    if (status === 'idle') return words.waiting;
    return value && status === 'done' ? this.sentence(value) : '';
  }

  static override styles: CSSResultGroup = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 0.875rem / 1.4 var(--font-ui);
        color: var(--ink);
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
        max-width: 42rem;
        margin: 0.25rem 0;
        color: var(--ink-2);
      }
      .title {
        margin: 0 0 0.5rem;
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];
}
