import { css, html, LitElement, type PropertyValues } from 'lit';
import { kit } from '#content/words/en/kit.ts';
import { Answer } from './answer.ts';
import './answer-status.ts';
import { loadCode } from './load-code.ts';

/**
 * `<lazy-part .code=${() => import('./part.ts')} .wanted=${open}>`: holds elements whose code is fetched when it is first
 * wanted, and stands in for them until it has come. Fires `part-ready`.
 */
export class LazyPart extends LitElement {
  static override properties = { code: { attribute: false }, wanted: { type: Boolean } };
  declare code: () => Promise<unknown>;
  declare wanted: boolean;

  readonly #arrival = new Answer<unknown>(this, {
    onAnswer: () => this.dispatchEvent(new Event('part-ready')),
  });

  constructor() {
    super();
    this.code = async () => {};
    this.wanted = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('wanted') && this.wanted && this.#arrival.status === 'idle')
      void this.#arrival.ask(() => loadCode(this.code));
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
  `;

  override render() {
    const here = this.#arrival.status === 'done';
    return html`<answer-status .answer=${this.#arrival} working=${kit.code.loading} endless></answer-status>
      <slot ?hidden=${!here}></slot>`;
  }
}

customElements.define('lazy-part', LazyPart);
