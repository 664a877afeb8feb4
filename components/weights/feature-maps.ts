import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { checkbox } from '#components/kit/checkbox.ts';
import { paint } from '#components/kit/pixel-image.ts';
import '#components/kit/answer-status.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Detector, NetworkInput } from '#lib/detector/index.ts';
import type { GraphNode } from '#lib/model/index.ts';
import { crispScale, extentOf, greyMap, type Maps } from './grey-maps.ts';
import { breakOff } from './look.ts';
import { sharedStyles } from './styles.ts';

/** Channels at a time, and the width near which each is drawn, CSS px. */
const PAGE = 32;
const WIDTH = 80;
/** Between two maps, CSS px. */
const GAP = 4;
/** The chosen channel by itself, CSS px. */
const LARGE = 320;

/** `<feature-maps>`: the channels of one layer for one picture, in grey. Fires `layer` with the row chosen. */
export class FeatureMaps extends LitElement {
  static override properties = {
    model: { attribute: false },
    input: { attribute: false },
    layer: { type: Number },
    maps: { state: true },
    page: { state: true },
    channel: { state: true },
    together: { state: true },
  };

  declare model: Detector | null;
  /** The picture. */
  declare input: NetworkInput | null;
  declare layer: number;
  declare maps: Maps | null;
  declare page: number;
  declare channel: number;
  declare together: boolean;

  readonly #answer = new Answer<Maps>(this, {
    onAnswer: (maps) => {
      this.maps = maps;
    },
  });
  #stopping: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.model = null;
    this.input = null;
    this.layer = -1;
    this.maps = null;
    this.page = 0;
    this.channel = 0;
    this.together = false;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('model') || changed.has('layer')) {
      this.page = 0;
      this.channel = 0;
    }
  }

  override updated(changed: PropertyValues): void {
    if (['model', 'input', 'layer'].some((name) => changed.has(name))) this.#compute();
    this.#paint();
  }

  /** Rows with one map as their output; the last row of a detector has three. */
  #rows(): GraphNode[] {
    const { model, input } = this;
    if (!model) return [];
    const { nodes } = input
      ? model.graphAt(input.height, input.width)
      : model.graphAt(model.info.picture.height);
    return nodes.filter(({ outputs }) => outputs.length === 1);
  }

  #row(): GraphNode | undefined {
    return this.#rows().find(({ index }) => index === this.layer);
  }

  #compute(): void {
    const { model, input } = this;
    const row = this.#row();
    if (!model || !input || !row) {
      this.maps = null;
      this.#answer.reset();
      return;
    }
    void this.#answer.ask(async (signal) => {
      await this.#stopping;
      const { outputs } = await model.layers(input, [row.index], { signal });
      const [{ data, shape }] = outputs;
      const [, height, width, channels] = shape;
      return { data, height, width, channels };
    });
  }

  #paint(): void {
    const { maps } = this;
    if (!maps) return;
    const whole = this.together ? extentOf(maps) : undefined;
    const drawn = (channel: number, canvas: Element, values: number) => {
      const grey = greyMap(maps, channel, whole ?? extentOf(maps, channel), values);
      paint(canvas as HTMLCanvasElement, grey);
    };
    const { values } = crispScale(maps.width, WIDTH);
    this.renderRoot.querySelectorAll('.maps canvas').forEach((canvas, i) => {
      drawn(this.page * PAGE + i, canvas, values);
    });
    const large = this.renderRoot.querySelector('.large canvas');
    if (large) drawn(this.channel, large, crispScale(maps.width, LARGE).values);
  }

  #choose(event: Event): void {
    const detail = Number((event.target as HTMLSelectElement).value);
    this.layer = detail;
    this.dispatchEvent(new CustomEvent('layer', { detail }));
  }

  #turn(pages: number): void {
    this.page += pages;
    this.channel = this.page * PAGE;
  }

  #slide(event: Event): void {
    this.channel = Number((event.target as HTMLInputElement).value);
    this.page = Math.floor(this.channel / PAGE);
  }

  #join(together: boolean): void {
    this.together = together;
  }

  override render() {
    return html`
      <h2>${words.mapsTitle}</h2>
      <p class="quiet">${words.mapsIntro}</p>
      <div class="row">
        <label class="control"><span>${words.layer}</span>
          <select name="layer" ?disabled=${!this.model} @change=${this.#choose}>
            <option value="-1" ?selected=${!this.#row()}>${words.noLayer}</option>
            ${this.#rows().map(
              (node) =>
                html`<option value=${node.index} ?selected=${node.index === this.layer}>${optionOf(node)}</option>`,
            )}
          </select>
        </label>
      </div>
      <answer-status .answer=${this.#answer} .failed=${words.failedRun} working=${words.computing}
        stopped=${words.layerStopped} again=${words.goOn} @stop=${this.#stopped}></answer-status>
      ${this.maps ? this.#shown(this.maps) : nothing}
    `;
  }

  /** The layer's pass ends, and with the engine, where it takes long, whatever else runs in it. */
  #stopped(): void {
    this.#stopping = breakOff().catch(() => undefined);
  }

  #shown(maps: Maps) {
    const from = this.page * PAGE;
    const to = Math.min(maps.channels, from + PAGE);
    const { pixels, values } = crispScale(maps.width, WIDTH);
    const [columns, rows] = [maps.width, maps.height].map((side) => Math.ceil(side / values));
    const { channels, height, width } = maps;
    const label = words.mapsLabel(this.#row()?.module ?? '', channels, height, width);
    return html`
      <div class="row">
        <label class="control"><span>${words.channel} <b>${this.channel}</b></span>
          <input type="range" min="0" max=${maps.channels - 1} .value=${String(this.channel)} @input=${this.#slide} />
        </label>
        ${checkbox(words.together, this.together, (on) => this.#join(on), 'together')}
      </div>
      <div class="both">
        <div class="large">
          ${this.#large(maps)}
        </div>
        <div class="grid">
          <div class="maps" role="img" aria-label=${label} style=${`gap: ${GAP}px`}>
            ${Array.from(
              { length: to - from },
              (
                _,
                i,
              ) => html`<canvas class=${from + i === this.channel ? 'chosen' : ''} title=${`${words.channel} ${from + i}`}
                width=${columns} height=${rows} style=${`width: ${columns * pixels}px; height: ${rows * pixels}px`}
                @click=${() => {
                  this.channel = from + i;
                }}></canvas>`,
            )}
          </div>
          <div class="row pages">
            <span>${words.channels(from, to - 1, maps.channels)}</span>
            ${
              maps.channels > PAGE
                ? html`<button type="button" aria-disabled=${from === 0} @click=${() => from > 0 && this.#turn(-1)}>${words.earlier}</button>
                  <button type="button" aria-disabled=${to === maps.channels} @click=${() => to < maps.channels && this.#turn(1)}>${words.later}</button>`
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  #large(maps: Maps) {
    const { pixels, values } = crispScale(maps.width, LARGE);
    const [columns, rows] = [maps.width, maps.height].map((side) => Math.ceil(side / values));
    const { least, mean, most } = extentOf(maps, this.channel);
    const said = words.channelSaid(this.channel, number(least), number(mean), number(most));
    return html`<canvas width=${columns} height=${rows} role="img" aria-label=${said}
        style=${`width: ${columns * pixels}px`}></canvas>
      <p class="quiet" role="status">${said}</p>`;
  }

  static override styles = [
    ...sharedStyles,
    css`
      .both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem; align-items: start; }
      .grid, .large { min-width: 0; }
      .maps { display: flex; flex-wrap: wrap; }
      canvas { image-rendering: pixelated; background: var(--panel); display: block; max-width: 100%; }
      .large canvas { height: auto; }
      .maps canvas { cursor: pointer; outline: 0 solid var(--accent); }
      .maps canvas.chosen { outline: 2px solid var(--accent); outline-offset: 1px; }
      .large p, .pages { margin: 0.5rem 0 0; font-size: 0.875rem; }
      .together { display: flex; align-items: center; gap: 0.5rem; min-height: 2rem; }
      select { max-width: 100%; }
    `,
  ];
}

function optionOf({ index, module, outputShapes: [shape] }: GraphNode): string {
  const { height, width, channels } = shape;
  return words.layerOption(index, module, `${height} × ${width} × ${channels}`);
}

function number(value: number): string {
  return value.toPrecision(3);
}

customElements.define('feature-maps', FeatureMaps);
