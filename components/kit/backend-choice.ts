import { css, html, LitElement, nothing } from 'lit';
import { lab as words } from '#content/words/en/lab.ts';
import { BACKENDS, type BackendName } from '#lib/engine/backend-names.ts';
import { controlStyles } from './controls.ts';
import { engine } from './engine-client.ts';

/**
 * `<backend-choice>`: which back end the engine uses, and why; the reader may choose another. Fires `backend` after a
 * change. `used` is what the last pass ran on.
 */
export class BackendChoice extends LitElement {
  static override properties = { used: {}, note: { state: true } };

  declare used: string;
  declare note: string;
  #listening = false;
  #stopListening: () => void = () => {};

  constructor() {
    super();
    this.used = '';
    this.note = '';
  }

  override updated(): void {
    // Not before there was a pass: asking for the engine starts it.
    if (!this.used || this.#listening) return;
    this.#listening = true;
    void engine().then((client) => {
      this.#stopListening = client.onBackendChange(({ message }) => {
        this.note = message;
      });
    });
  }

  override disconnectedCallback(): void {
    this.#stopListening();
    this.#listening = false;
    super.disconnectedCallback();
  }

  async #choose(event: Event): Promise<void> {
    const choice = (event.target as HTMLSelectElement).value as BackendName | 'auto';
    this.note = words.trying(choice);
    try {
      const { name, why } = await (await engine()).use(choice);
      this.used = name;
      this.note = why;
      this.dispatchEvent(new CustomEvent('backend', { detail: name }));
    } catch (error) {
      this.note = (error as Error).message;
    }
  }

  override render() {
    return html`
      <label class="control"><span>${words.backend}</span>
        <select name="backend" @change=${this.#choose}>
          <option value="auto">${words.fastest}</option>
          ${BACKENDS.map((name) => html`<option value=${name}>${name}</option>`)}
        </select>
      </label>
      <p role="status">${this.used ? words.runsOn(this.used) : nothing} ${this.note}</p>
    `;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; font: 0.9375rem/1.4 var(--font-ui); }
      p { margin: 0; flex: 1 1 16rem; color: var(--ink-2); }
    `,
  ];
}

customElements.define('backend-choice', BackendChoice);
