import { writeAddress } from '#components/kit/address.ts';

/**
 * `<chart-switch name>`: keeps the choice among a chart's views in the address. Showing and hiding is the style sheet's
 * work, so that the buttons work without this.
 */
export class ChartSwitch extends HTMLElement {
  connectedCallback(): void {
    const name = this.getAttribute('name') ?? '';
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const asked = new URLSearchParams(location.search).get(name);
    const input = inputs.find(({ dataset }) => dataset.key === asked);
    if (input) input.checked = true;
    this.addEventListener('change', () => {
      const chosen = inputs.findIndex(({ checked }) => checked);
      writeAddress({ [name]: chosen > 0 ? (inputs[chosen].dataset.key ?? '') : null });
    });
  }
}

customElements.define('chart-switch', ChartSwitch);
