import { css, html, LitElement, nothing } from 'lit';
import { boxesOf, type Mark, tally } from '#components/kit/marks.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { ownBoxes } from '#content/words/en/own-boxes.ts';
import { foundByChance } from '#lib/analysis/chance.ts';
import type { Truth } from '#lib/detection/index.ts';
import type { JudgedCard } from '#lib/detector/index.ts';
import type { StandingObject } from '#lib/scenes/index.ts';
import { type DetectorName, hueOf, nameOf, subjectsOf } from './choices.ts';
import { keepingLast } from './last.ts';
import '#components/kit/scene-view.ts';
import type { HeldBox } from './own/boxes.ts';
import type { Price } from './price.ts';
import './scene-handles.ts';

/** One detector of the lab: its name, its picture with marks, what it found in a line, and the same as a table. */
export class LabPanel extends LitElement {
  static override properties = {
    detector: {},
    picture: { attribute: false },
    marks: { attribute: false },
    truths: { attribute: false },
    outlined: { attribute: false },
    labelled: { attribute: false },
    asked: { attribute: false },
    named: { attribute: false },
    standing: { attribute: false },
    boxes: { attribute: false },
    draws: { type: Boolean },
    selected: { attribute: false },
    keys: { type: Boolean },
    classes: { attribute: false },
    card: { attribute: false },
    price: { attribute: false },
    looking: { attribute: false },
    open: { state: true },
  };

  declare detector: DetectorName;
  declare picture: Picture | null;
  declare marks: Mark[];
  declare truths: Truth[] | null;
  /** Whether the truths are drawn. */
  declare outlined: boolean;
  /** Whether class and score stand beside every box. */
  declare labelled: boolean;
  /** The object or the false alarm that the reader asks about. */
  declare asked: Truth | null;
  /** The number of the object that is named: under the pointer, with the focus, or asked about. */
  declare named: number | null;
  /** What can be taken hold of; null in a picture that is no scene. */
  declare standing: readonly StandingObject[] | null;
  /** The true boxes of a reader's own picture; null in a scene. */
  declare boxes: readonly HeldBox[] | null;
  /** Whether a pointer draws more of them. */
  declare draws: boolean;
  declare selected: string | null;
  /** Whether the keyboard reaches the objects in this panel. */
  declare keys: boolean;
  declare classes: readonly string[];
  declare card: JudgedCard | null;
  /** Of a pass through the network; null while nothing is known of the picture. */
  declare price: Price | null;
  /** Whether an answer is on its way. */
  declare looking: boolean;
  /** Whether the table is seen. */
  declare open: boolean;

  constructor() {
    super();
    this.detector = 'yolov5p';
    this.picture = null;
    this.marks = [];
    this.truths = null;
    this.outlined = false;
    this.labelled = false;
    this.asked = null;
    this.named = null;
    this.standing = null;
    this.boxes = null;
    this.draws = false;
    this.selected = null;
    this.keys = false;
    this.classes = [];
    this.card = null;
    this.price = null;
    this.looking = false;
    this.open = false;
  }

  static override styles = css`
    :host { display: block; min-width: 0; contain: layout style; }
    .stage { position: relative; }
    h2 { font: 600 1rem/1.3 var(--font-ui); margin: 0 0 0.4rem; display: flex; gap: 0.5rem; align-items: baseline; flex-wrap: wrap; }
    h2 span { font-weight: 400; font-size: 0.8125rem; color: var(--ink-2); }
    h2::before { content: ''; width: 0.8em; height: 0.8em; align-self: center; background: var(--swatch); }
    h2.strided { --swatch: var(--strided); }
    h2.spd { --swatch: var(--spd); }
    h2.pooled { --swatch: var(--ink-2); }
    .tally, .price { min-height: 1.4em; }
    .price { margin-top: 0; color: var(--ink-2); font-size: 0.8125rem; }
    p { margin: 0.5rem 0; font: 0.9375rem/1.4 var(--font-ui); font-variant-numeric: tabular-nums; }
    summary { cursor: pointer; min-height: 1.5rem; font: 0.8125rem/1.5rem var(--font-ui); color: var(--ink-2); }
    .scroll { max-height: 16rem; overflow: auto; }
    table { border-collapse: collapse; font: 0.8125rem/1.4 var(--font-ui); font-variant-numeric: tabular-nums; }
    th, td { text-align: left; padding: 0.15rem 0.9rem 0.15rem 0; font-weight: 400; border-bottom: 1px solid var(--line); }
    th { color: var(--ink-2); }
    @media (max-width: 48rem) { h2 { flex-wrap: nowrap; min-height: 2.6em; } h2::before { flex: none; } h2 span, details { display: none; } p { margin: 0.3rem 0 0; font-size: 0.8125rem; } .price { font-size: 0.75rem; } .price span { display: none; } }
    @media print { details { display: none; } }
  `;

  override render() {
    const said = this.#said();
    return html`
      <h2 class=${hueOf(this.detector)}>${nameOf(this.detector)}<span>${this.card ? this.#line(this.card, words.trained[subjectsOf(this.detector)].heldOut) : nothing}</span></h2>
      <div class="stage"><scene-view .picture=${this.picture} .marks=${this.marks} .classes=${this.classes} .showLabels=${this.labelled} .ring=${this.asked} .named=${this.named}
        .outlines=${this.outlined ? (this.truths ?? []) : []}
        label=${said ? `${nameOf(this.detector)}: ${said}` : nameOf(this.detector)}></scene-view>
        ${this.standing ? html`<scene-handles class="handles" tabindex="-1" .standing=${this.standing} .selected=${this.selected} .resolution=${this.picture?.width ?? 128} ?keys=${this.keys}></scene-handles>` : nothing}
        ${this.boxes && this.picture ? html`<box-handles class="handles" tabindex="-1" .boxes=${this.boxes} .selected=${this.selected} .extent=${this.picture} ?draws=${this.draws} ?keys=${this.keys} label=${ownBoxes.boxes}></box-handles>` : nothing}</div>
      <p class="tally" role="status">${said}</p>
      <p class="price">${this.price ? html`${words.price(this.price)}<span>${words.looks(this.price.passes)}</span>` : nothing}</p>
      <details @toggle=${this.#toggled}>
        <summary>${words.asTable}</summary>
        ${this.open ? this.#table() : nothing}
      </details>
    `;
  }

  readonly #line = keepingLast(words.cardLine);
  /** Boxes are matched dozens of times for it: once for each look at a picture. */
  readonly #chance = keepingLast(
    (marks: readonly Mark[], truths: readonly Truth[], extent: Picture) =>
      foundByChance(boxesOf(marks), truths, extent),
  );

  #toggled({ target }: Event): void {
    this.open = (target as HTMLDetailsElement).open;
  }

  #table() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.asTable}><table>
          <thead><tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
          <tbody>${this.marks.map(
            (mark) => html`<tr>
              <td>${this.classes[mark.classIndex]}</td>
              <td>${words.kinds[mark.kind]}</td>
              <td>${Math.max(mark.width, mark.height).toFixed(1)}</td>
              <td>${mark.score === undefined ? '–' : mark.score.toFixed(2)}</td>
            </tr>`,
          )}</tbody>
        </table></div>`;
  }

  #said(): string {
    if (!this.price) return this.looking ? '' : words.notYet;
    const counts = tally(this.marks);
    const { truths, picture } = this;
    const chance = truths && picture ? this.#chance(this.marks, truths, picture) : 0;
    return truths
      ? words.tally({ ...counts, chance }, truths.length)
      : words.tallyOwn(counts.found);
  }
}

customElements.define('lab-panel', LabPanel);

declare global {
  interface HTMLElementTagNameMap {
    'lab-panel': LabPanel;
  }
}
