// <spd-code>: programs for exactly the settings that are shown, one framework at a time.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { panel as said } from '#content/words/en/code-panel.ts';
import { copying } from '#content/words/en/copy.ts';
import { kit } from '#content/words/en/kit.ts';
import type { Framework, Snippet } from '#lib/figures/kit/code.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { Answer } from './answer.ts';
import './answer-status.ts';
import { controlStyles } from './control-styles.ts';
import { loadCode } from './load-code.ts';

/** Writes the programs for some values; what it needs is fetched then. */
export type WritesPrograms = (values: AnyValues) => Promise<Snippet[]> | Snippet[];

export class CodePanel extends LitElement {
  static override properties = {
    write: { attribute: false },
    values: { attribute: false },
    opened: { type: Boolean },
    chosen: { state: true },
    message: { state: true },
  };
  declare write: WritesPrograms;
  declare values: AnyValues;
  /** A closed panel writes no programs. */
  declare opened: boolean;
  declare chosen: Framework;
  declare message: string;

  readonly #programs = new Answer<Snippet[]>(this);

  constructor() {
    super();
    this.write = () => [];
    this.values = {};
    this.opened = false;
    this.chosen = 'PyTorch';
    this.message = '';
  }

  async #copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.message = copying.copied;
    } catch {
      this.message = copying.copyFailed;
    }
  }

  #choose(framework: Framework): void {
    this.chosen = framework;
    this.message = '';
  }

  /** What writes the programs is fetched when the panel is first opened. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.opened || !(changed.has('opened') || changed.has('values'))) return;
    const { write, values } = this;
    void this.#programs.ask(() => loadCode(async () => write(values)));
  }

  override render(): TemplateResult {
    const { value: snippets = [], status } = this.#programs;
    const { chosen } = this;
    const shown = snippets.find(({ framework }) => framework === chosen);
    const stands = html`<answer-status .answer=${this.#programs} working=${kit.code.loading} endless></answer-status>`;
    // Programs for other settings than those shown would be wrong.
    if (!shown || status === 'failed') return stands;
    return html`${stands}
      <div class="bar" role="group" aria-label=${said.framework}>
        ${snippets.map(
          ({ framework }) =>
            html`<button aria-pressed=${framework === chosen} @click=${() => this.#choose(framework)}>${framework}</button>`,
        )}
        <button class="copy" @click=${() => this.#copy(shown.code)}>${copying.copy}</button>
        <span role="status">${this.message}</span>
      </div>
      <pre tabindex="0" role="region" aria-label=${said.program(chosen)}><code>${shown.code}</code></pre>
      <p>${chosen === 'Keras' ? said.keras : said.tested}</p>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-block: 0.4rem;
      }
      .copy {
        margin-inline-start: auto;
      }
      pre {
        overflow-x: auto;
        margin: 0;
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 0.75rem 0.9rem;
        background: var(--panel);
        color: var(--ink);
        font: 0.8125rem / 1.5 var(--font-mono);
      }
      p {
        margin: 0.4rem 0 0;
        color: var(--ink-2);
      }
    `,
  ];
}

customElements.define('spd-code', CodePanel);
