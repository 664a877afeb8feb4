import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { lab as words } from '#content/words/en/lab.ts';
import { BACKENDS, type BackendName, type BackendReport } from '#lib/engine/backend-names.ts';
import { Answer } from './answer.ts';
import { spokenFault } from './fault-words.ts';
import { live } from './live.ts';
import './answer-status.ts';
import { controlStyles } from './control-styles.ts';
import { engine } from './engine-client.ts';

/**
 * `<backend-choice>`: which back end the engine uses, and why; the reader may choose another. A choice waits for the
 * passes that run. Fires `backend` after a change. `used` is what the last pass ran on; the list never names another.
 */
export class BackendChoice extends LitElement {
  static override properties = { used: {}, choice: { state: true }, note: { state: true } };

  declare used: string;
  /** What the list shows: the choice that is in effect, or, for a moment, the one that is tried. */
  declare choice: BackendName | 'auto';
  declare note: string;

  readonly #answer = new Answer<BackendReport>(this, {
    onAnswer: (report) => this.#chosen(report),
  });
  #inEffect: BackendName | 'auto' = 'auto';
  #stopListening: (() => void) | null = null;

  constructor() {
    super();
    this.used = '';
    this.choice = 'auto';
    this.note = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('used') || this.#answer.working) return;
    // It may have gone over to another by itself.
    if (this.used && this.#inEffect !== 'auto') this.#inEffect = this.used as BackendName;
    this.choice = this.#inEffect;
  }

  override updated(): void {
    // Not before there was a pass: asking for the engine starts it.
    if (!this.used || this.#stopListening) return;
    this.#stopListening = () => {};
    engine().then(
      (client) => {
        if (!this.isConnected) return;
        this.#stopListening = client.onBackendChange(({ to, said }) => {
          this.note = spokenFault(said);
          this.used = to;
        });
      },
      () => {
        this.#stopListening = null;
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  async #choose(event: Event): Promise<void> {
    const choice = (event.target as HTMLSelectElement).value as BackendName | 'auto';
    this.choice = choice;
    this.note = '';
    const report = await this.#answer.ask(async () => (await engine()).use(choice));
    if (report) this.#inEffect = choice;
    // A newer choice says what is shown.
    if (!this.#answer.working) this.choice = this.#inEffect;
  }

  #chosen({ name, why }: BackendReport): void {
    this.#inEffect = this.choice;
    this.used = name;
    this.note = spokenFault(why);
    this.dispatchEvent(new CustomEvent('backend', { detail: name }));
  }

  override render() {
    const names: (BackendName | 'auto')[] = ['auto', ...BACKENDS];
    return html`
      <label class="control"><span>${words.backend}</span>
        <select name="backend" @change=${this.#choose}>
          ${names.map(
            (name) => html`<option value=${name} .selected=${live(name === this.choice)}>
              ${name === 'auto' ? words.fastest : name}
            </option>`,
          )}
        </select>
      </label>
      <p role="status">${this.used ? words.runsOn(this.used) : nothing} ${this.note}</p>
      <answer-status .answer=${this.#answer} working=${words.trying(this.choice)}></answer-status>
    `;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; font: 0.9375rem/1.4 var(--font-ui); }
      p { margin: 0 0 0.35rem; flex: 1 1 16rem; color: var(--ink-2); }
      answer-status { flex-basis: 100%; }
    `,
  ];
}

customElements.define('backend-choice', BackendChoice);
