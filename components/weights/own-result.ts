import { css, html, LitElement, nothing } from 'lit';
import type { Mark } from '#components/kit/marks.ts';
import '#components/kit/scene-view.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Box, Detection } from '#lib/detection/index.ts';
import { inPicture, withinPicture } from '#lib/detector/index.ts';
import type { OwnPicture } from './own-pictures.ts';
import { sharedStyles } from './styles.ts';

/** With more boxes than this the labels would hide the picture. */
const MOST_LABELS = 40;

/**
 * `<own-result>`: one picture as the network reads it, with its boxes, or its five most likely classes, as text too.
 * What stands inside the element comes below the text.
 */
export class OwnResult extends LitElement {
  static override properties = {
    picture: { attribute: false },
    detections: { attribute: false },
    names: { attribute: false },
    detects: { type: Boolean },
  };

  declare picture: OwnPicture | null;
  /** Of a detector, above the thresholds, pixels of the input. */
  declare detections: Detection[];
  declare names: readonly string[];
  declare detects: boolean;

  constructor() {
    super();
    this.picture = null;
    this.detections = [];
    this.names = [];
    this.detects = true;
  }

  override render() {
    const { picture } = this;
    if (!picture) return nothing;
    const { result } = picture;
    const said = result ? this.#said() : '';
    const marks = this.detections.map(
      (detection): Mark => ({
        ...detection,
        ...withinPicture(detection, picture.fit),
        kind: 'found',
      }),
    );
    return html`
      <div class="view">
        <scene-view .picture=${picture.square} .marks=${marks} .classes=${this.names}
          .showLabels=${marks.length <= MOST_LABELS}
          label=${said ? `${picture.name}: ${said}` : picture.name}></scene-view>
        <p class="quiet fit">${this.#fit()}</p>
      </div>
      <div class="said">
        ${
          result
            ? html`<p class="tally" role="status">${said}, ${words.took(result.milliseconds, result.backend, result.first)}</p>`
            : html`<p class="quiet">${this.detects ? words.waiting : words.waitingClasses}</p>`
        }
        ${result ? (result.kind === 'boxes' ? this.#boxes() : this.#top()) : nothing}
        <slot></slot>
      </div>
    `;
  }

  #said(): string {
    if (this.picture?.result?.kind !== 'classes') return words.found(this.detections.length);
    const [best] = this.#best();
    return `${this.names[best.index]} ${percent(best.probability)}`;
  }

  #fit(): string {
    const { fit, cropped } = this.picture!;
    const scale = `× ${fit.scale.toPrecision(3)}`;
    const { width } = fit.canvas;
    return cropped ? words.cropped(width) : words.letterboxed(width, scale);
  }

  #best() {
    const { result } = this.picture!;
    const probabilities = result?.kind === 'classes' ? result.probabilities : [];
    return probabilities
      .map((probability, index) => ({ probability, index }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, 5);
  }

  #boxes() {
    const { fit, width, height } = this.picture!;
    if (this.detections.length === 0) return html`<p>${words.nothing}</p>`;
    const rows = this.detections.map((d) => ({ ...d, box: inPicture(d, fit, width, height) }));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.boxesTitle}><table>
      <caption>${words.boxesTitle}</caption>
      <thead><tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ({ classIndex, score, box }) => html`<tr>
          <td>${this.names[classIndex]}</td><td>${score.toFixed(3)}</td>${sides(box).map((side) => html`<td>${side}</td>`)}
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  #top() {
    return html`<table class="top">
      <caption>${words.topTitle}</caption>
      <thead><tr>${words.topColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${this.#best().map(
        ({ index, probability }) => html`<tr>
          <td>${this.names[index]}</td>
          <td><meter aria-hidden="true" min="0" max="1" .value=${probability}></meter> ${percent(probability)}</td>
        </tr>`,
      )}</tbody>
    </table>`;
  }

  static override styles = [
    ...sharedStyles,
    css`
      :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem; align-items: start; }
      .view, .said { min-width: 0; }
      .fit { margin: 0.4rem 0 0; font-size: 0.8125rem; }
      .tally { font-weight: 600; font-variant-numeric: tabular-nums; }
      .scroll { max-height: 22rem; margin-bottom: 1.25rem; }
      caption { text-align: left; color: var(--ink-2); padding-bottom: 0.25rem; }
      td:first-child { overflow-wrap: anywhere; }
      meter { width: 6rem; vertical-align: middle; margin-right: 0.5rem; }
    `,
  ];
}

function sides({ x, y, width, height }: Box): string[] {
  return [x, y, width, height].map((side) => side.toFixed(1));
}

function percent(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}

customElements.define('own-result', OwnResult);
