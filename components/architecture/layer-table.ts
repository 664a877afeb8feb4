// <spd-layer-table for="architecture">: writes the table anew when its figure shows other networks.
import { architectures as words } from '#content/words/en/architectures.ts';
import type { Params } from '#lib/figures/architecture/model.ts';
import { tableMarkup } from './table-markup.ts';

class SpdLayerTable extends HTMLElement {
  #leave = new AbortController();
  #shown = '';

  connectedCallback(): void {
    this.#leave = new AbortController();
    document.addEventListener('spd-change', (event) => this.#follow(event), {
      signal: this.#leave.signal,
    });
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  async #follow(event: Event): Promise<void> {
    if ((event.target as Element).id !== this.getAttribute('for')) return;
    const { values } = (event as CustomEvent<{ values: Params }>).detail;
    const wanted = `${values.model} ${values.size}`;
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const { layerTable } = await import('#lib/figures/architecture/table.ts');
    // Meanwhile another may have been asked for.
    if (wanted !== this.#shown) return;
    const place = this.querySelector('.table');
    if (place) place.innerHTML = tableMarkup(layerTable(values), words);
  }
}

customElements.define('spd-layer-table', SpdLayerTable);
