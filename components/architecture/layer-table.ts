// <spd-layer-table for="architecture">: writes the table anew when its figure shows other networks.
import { html, LitElement, type PropertyValues } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import type { FigureState } from '#components/kit/figure-player.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { architectures as words } from '#content/words/en/architectures.ts';
import { kit } from '#content/words/en/kit.ts';
import type { Params } from '#lib/figures/architecture/parameters.ts';
import { tableMarkup } from './table-markup.ts';

class SpdLayerTable extends LitElement {
  static override properties = { for: {}, wanted: { state: true } };
  declare for: string;
  /** The networks that the figure shows; undefined while it shows those that the page was built with. */
  declare wanted: Params | undefined;

  readonly #markup = new Answer<string>(this, {
    onAnswer: (markup) => {
      const place = this.querySelector('.table');
      if (place) place.innerHTML = markup;
    },
  });
  #leave = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    document.addEventListener('spd-change', (event) => this.#follow(event), {
      signal: this.#leave.signal,
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
  }

  #follow(event: Event): void {
    if ((event.target as Element).id !== this.for) return;
    const { values } = (event as CustomEvent<FigureState<Params>>).detail;
    const { model, size } = this.wanted ?? {};
    if (values.model !== model || values.size !== size) this.wanted = values;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { wanted } = this;
    if (!changed.has('wanted') || !wanted) return;
    void this.#markup.ask(async () => {
      const [{ layerTable }, { architecture }] = await loadCode(() =>
        Promise.all([
          import('#lib/figures/architecture/table.ts'),
          import('#content/words/en/figures/architecture.ts'),
        ]),
      );
      return tableMarkup(layerTable(architecture, wanted), words);
    });
  }

  override render() {
    return html`<answer-status .answer=${this.#markup} working=${kit.code.loading} endless></answer-status><slot></slot>`;
  }
}

customElements.define('spd-layer-table', SpdLayerTable);
