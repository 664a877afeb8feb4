import { writeAddress } from '#components/kit/address.ts';
import { shorten } from '#lib/parameters/shorten.ts';

/**
 * `<chart-switch name unknown="…">`: keeps the choice among a chart's views in the address. Showing and hiding is the style
 * sheet's work, so that the buttons work without this. `unknown` is the sentence on an address that names a view that there
 * is not, {view} being what it names.
 */
export class ChartSwitch extends HTMLElement {
  connectedCallback(): void {
    const name = this.getAttribute('name') ?? '';
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const asked = new URLSearchParams(location.search).get(name);
    const plain = asked?.trim().toLowerCase();
    const input = inputs.find(({ dataset }) => dataset.key?.toLowerCase() === plain);
    if (input) input.checked = true;
    const said = this.querySelector('[role=status]');
    if (said && asked !== null && !input)
      said.textContent =
        this.getAttribute('unknown')?.replace('{view}', () => shorten(asked)) ?? '';
    this.addEventListener('change', () => {
      said?.replaceChildren();
      const chosen = inputs.findIndex(({ checked }) => checked);
      writeAddress({ [name]: chosen > 0 ? (inputs[chosen].dataset.key ?? '') : null });
    });
  }
}

customElements.define('chart-switch', ChartSwitch);
