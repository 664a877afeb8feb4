import { css, html, LitElement } from 'lit';
import { weights as words } from '#content/words/en/weights.ts';
import { parseNames } from './names.ts';
import { sharedStyles } from './styles.ts';

/** `<class-names>`: the names of the classes as text, one a line. Fires `names` with the list after each change. */
export class ClassNames extends LitElement {
  static override properties = {
    names: { attribute: false },
    classes: { type: Number },
  };

  declare names: readonly string[];
  declare classes: number;

  constructor() {
    super();
    this.names = [];
    this.classes = 0;
  }

  #typed(event: Event): void {
    const detail = parseNames((event.target as HTMLTextAreaElement).value);
    this.names = detail;
    this.dispatchEvent(new CustomEvent('names', { detail }));
  }

  override render() {
    const hint = words.namesHint(this.names.length, this.classes);
    return html`<details>
      <summary>${words.namesTitle}: ${hint}</summary>
      <label>${words.namesLabel}
        <textarea rows="10" spellcheck="false" .value=${this.names.join('\n')} @change=${this.#typed}></textarea>
      </label>
    </details>`;
  }

  static override styles = [
    ...sharedStyles,
    css`
      label { display: grid; gap: 0.25rem; margin-top: 0.5rem; color: var(--ink-2); }
      textarea {
        font: 0.875rem/1.5 var(--font-mono);
        width: 100%;
        max-width: 24rem;
        box-sizing: border-box;
        color: var(--ink);
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 0.5rem;
      }
    `,
  ];
}

customElements.define('class-names', ClassNames);
