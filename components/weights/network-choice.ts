import { html, LitElement, nothing } from 'lit';
import { architectures } from '#components/kit/architectures.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Detector } from '#lib/detector/index.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { isDetector, SIZES, sideOf } from './parameters.ts';
import { sharedStyles } from './styles.ts';

/** A network with more multiply-accumulates than this makes a browser sweat. */
const HEAVY = 10e9;

/** `<network-choice>`: the architecture and its input size, and what a pass costs. Fires `pick` with what is to change. */
export class NetworkChoice extends LitElement {
  static override properties = { architecture: {}, size: {}, model: { attribute: false } };

  declare architecture: string;
  /** `own`, or the side of the input, pixels. */
  declare size: string;
  /** What is loaded: it may have other classes, and another width, than the catalogue says. */
  declare model: Detector | null;

  constructor() {
    super();
    this.model = null;
  }

  #counted(side: number): Graph {
    const { model, architecture } = this;
    if (model?.info.name === architecture) return model.graphAt(side);
    return buildGraph(architectures.get(architecture), { size: side });
  }

  #pick(name: 'architecture' | 'size', event: Event): void {
    const detail = { [name]: (event.target as HTMLSelectElement).value };
    this.dispatchEvent(new CustomEvent('pick', { detail }));
  }

  override render() {
    const { architecture, size } = this;
    const side = sideOf(this);
    const graph = this.#counted(side);
    return html`
      <h2>${words.modelTitle}</h2>
      <div class="row">
        <label class="control"><span>${words.architecture}</span>
          <select name="architecture" @change=${(event: Event) => this.#pick('architecture', event)}>
            ${groups().map(
              ([label, names]) => html`<optgroup label=${label}>
                ${names.map((name) => html`<option value=${name} ?selected=${name === architecture}>${name}</option>`)}
              </optgroup>`,
            )}
          </select>
        </label>
        <label class="control"><span>${words.inputSize}</span>
          <select name="size" @change=${(event: Event) => this.#pick('size', event)}>
            <option value="own" ?selected=${size === 'own'}>${words.ownSize(architectures.get(architecture).input)}</option>
            ${SIZES.map((one) => html`<option value=${one} ?selected=${size === String(one)}>${words.size(one)}</option>`)}
          </select>
        </label>
      </div>
      <p class="quiet">${words.counts(graph.parameters, graph.macs, side)}
        ${graph.macs > HEAVY ? words.heavy : nothing}</p>
    `;
  }

  static override styles = sharedStyles;
}

/** The names of the catalogue, detectors and classifiers apart. */
function groups(): [label: string, names: string[]][] {
  return [
    [words.detectors, architectures.names.filter(isDetector)],
    [words.classifiers, architectures.names.filter((name) => !isDetector(name))],
  ];
}

customElements.define('network-choice', NetworkChoice);
