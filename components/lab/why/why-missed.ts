import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { pieceAround } from '#components/kit/map-images.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { why as words } from '#content/words/en/why.ts';
import { type Candidate, type Explanation, explain } from '#lib/analysis/index.ts';
import type { Truth } from '#lib/detection/index.ts';
import { SHOWN } from '#lib/detection/suppress.ts';
import { filled } from '#lib/detector/index.ts';
import { hueOf, nameOf } from '../choices.ts';
import type { Contender } from '../contenders.ts';
import { firstRow, type Heard, hear, rowsOf } from './asked.ts';
import { layerChooser, objectChooser, segments } from './choosers.ts';
import { type Deeper, decisive, gradientsOf, type Hearing, mapsAt, nameOfBox } from './deeper.ts';
import { sentenceOf } from './sentence.ts';
import { whyStyles } from './styles.ts';
import { gradientView, mapsView, type Spot, scoresView } from './views.ts';

type View = keyof typeof words.views;
const VIEWS = Object.keys(words.views) as View[];
/** Least side of what is shown around an object, px. */
const SIDE = 48;

/**
 * `<why-missed>`: why each detector found or missed one object of the scene: its reason in a sentence, the scores of the
 * cells around it, the gradient of its score, and the maps of any layer. Fires `ask` with the number of an object.
 */
export class WhyMissed extends LitElement {
  static override properties = {
    contenders: { attribute: false },
    picture: { attribute: false },
    truths: { attribute: false },
    classes: { attribute: false },
    asked: { attribute: false },
    threshold: { type: Number },
    view: { state: true },
    level: { state: true },
    rows: { state: true },
  };

  declare contenders: readonly Contender[];
  declare picture: Picture;
  declare truths: readonly Truth[];
  /** What the detectors can find. */
  declare classes: readonly string[];
  /** The number of the object that the reader asks about. */
  declare asked: number | null;
  declare threshold: number;
  declare view: View;
  /** Which level of the head; null: that of the first detector's deciding box. */
  declare level: number | null;
  /** The layer that is shown of each detector, by its name. */
  declare rows: Readonly<Record<string, number>>;

  readonly #hearing = new Answer<Hearing>(this);
  readonly #deeper = new Answer<Deeper>(this);

  constructor() {
    super();
    this.contenders = [];
    this.truths = [];
    this.classes = [];
    this.asked = null;
    this.threshold = SHOWN.scoreThreshold;
    this.view = 'scores';
    this.level = null;
    this.rows = {};
    this.explained = undefined;
  }

  static override styles = whyStyles;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('asked')) this.level = null;
  }

  protected override updated(): void {
    const { picture, contenders } = this;
    const known = this.#hearing.value;
    const isNew = known?.picture !== picture || known.contenders !== contenders;
    if (this.asked !== null && contenders.length > 0 && isNew && !this.#hears(picture)) {
      this.#asking = picture;
      void this.#hearing.ask(async (signal) => ({
        ...{ picture, contenders },
        heard: await hear(contenders, picture, signal),
      }));
    }
    this.#goDeeper();
  }

  #asking: Picture | null = null;

  /** Whether the question about this picture is being answered, or was broken off. */
  #hears(picture: Picture): boolean {
    return this.#asking === picture && this.#hearing.status !== 'done';
  }

  /** What is known of the picture that is shown. */
  get #known(): Hearing | null {
    const { value } = this.#hearing;
    return value?.picture === this.picture && value.contenders === this.contenders ? value : null;
  }

  /** Thousands of boxes are weighed for it: once for each object and threshold. */
  #explained(heard: readonly Heard[]): Explanation[] {
    const { truths, threshold } = this;
    const index = this.asked!;
    const { explained: last } = this;
    if (last?.heard !== heard || last.index !== index || last.threshold !== threshold) {
      const all = heard.map(({ levels }) => explain(levels, { truths, index, threshold }));
      this.explained = { heard, index, threshold, all };
    }
    return this.explained!.all;
  }

  private explained:
    | { heard: readonly Heard[]; index: number; threshold: number; all: Explanation[] }
    | undefined;

  #rowOf({ contender: { name, detector } }: Heard): number {
    return this.rows[name] ?? firstRow(rowsOf(detector, this.picture));
  }

  /** Asks for what the view needs, once for each object, threshold and layer. */
  #goDeeper(): void {
    const hearing = this.#known;
    if (!hearing || this.view === 'scores' || this.asked === null) return;
    const { heard } = hearing;
    const boxes = this.#explained(heard).map(decisive);
    const rows = heard.map((each) => this.#rowOf(each));
    const key = [this.view, ...(this.view === 'maps' ? rows : boxes.map(nameOfBox))].join();
    if (this.#deeperFor === key && this.#deeperOf === hearing) return;
    this.#deeperFor = key;
    this.#deeperOf = hearing;
    const { view } = this;
    void this.#deeper.ask(async (signal) => ({
      ...{ key, hearing },
      ...(view === 'maps'
        ? { maps: await mapsAt(hearing, rows, signal) }
        : { gradients: await gradientsOf(hearing, boxes, signal) }),
    }));
  }

  #deeperFor = '';
  #deeperOf: Hearing | null = null;

  override render() {
    const known = this.#known;
    return html`
      <p>${words.hint}</p>
      <div class="controls">
        ${this.#chooser()}
        ${this.asked === null ? nothing : this.#views()}
        ${known && this.asked !== null && this.view === 'scores' ? this.#levels(known) : nothing}
      </div>
      <answer-status .answer=${this.#hearing} .failed=${words.failed} working=${words.asking}></answer-status>
      <answer-status .answer=${this.#deeper} .failed=${words.failed} working=${words.asking}></answer-status>
      ${known && this.asked !== null ? this.#answers(known) : nothing}
    `;
  }

  #chooser(): TemplateResult {
    return objectChooser(this.truths, this.classes, this.asked, (detail) => {
      this.dispatchEvent(new CustomEvent('ask', { detail, bubbles: true, composed: true }));
    });
  }

  #views(): TemplateResult {
    const labels = VIEWS.map((view) => words.views[view]);
    return segments('view', words.seenAs, labels, VIEWS.indexOf(this.view), (i) => {
      this.view = VIEWS[i];
    });
  }

  #levels({ heard }: Hearing): TemplateResult {
    const [{ levels }] = heard;
    const labels = levels.map(({ stride }) => words.levels(`P${Math.log2(stride)}`, stride));
    return segments('level', words.level, labels, this.#levelOf(heard), (i) => {
      this.level = i;
    });
  }

  #levelOf(heard: readonly Heard[]): number {
    if (this.level !== null) return this.level;
    return (
      this.#explained(heard)
        .map(decisive)
        .find((box) => box)?.place.level ?? 0
    );
  }

  #answers({ heard, picture }: Hearing): TemplateResult {
    const object = this.truths[this.asked!];
    const side = Math.max(SIDE, Math.round(2.5 * Math.max(object.width, object.height)));
    const [x, y] = [object.x + object.width / 2, object.y + object.height / 2];
    const place = { picture, object, piece: pieceAround(picture, x, y, side) };
    const explained = this.#explained(heard);
    const texts = {
      scores: words.scoresText(this.classes[object.classIndex]),
      ...{ gradient: words.gradientText, maps: words.mapsText },
    };
    return html`<div class="models">${heard.map(
      (each, i) => html`<section class=${hueOf(each.contender.name)}>
        <h3>${nameOf(each.contender.name)}</h3>
        <p class="verdict" role="status">${sentenceOf(explained[i], object.classIndex, this.classes, this.threshold)}</p>
        ${this.#view(each, i, place, decisive(explained[i]))}
      </section>`,
    )}</div>
    <p class="small">${texts[this.view]}</p>`;
  }

  #view(each: Heard, i: number, place: Spot, box: Candidate | undefined): TemplateResult {
    const name = nameOf(each.contender.name);
    if (this.view === 'scores') {
      const index = this.#levelOf(this.#known!.heard);
      return scoresView(name, place, { level: each.levels[index], index, box });
    }
    const { value } = this.#deeper;
    const deeper = value?.hearing === this.#known && value.key === this.#deeperFor ? value : null;
    if (this.view === 'gradient') {
      const map = deeper?.gradients?.[i];
      if (map) return gradientView(name, place, map, filled(place.picture).width);
      return html`<p class="small">${box ? nothing : words.noGradient}</p>`;
    }
    const map = deeper?.maps?.[i];
    const rows = rowsOf(each.contender.detector, place.picture);
    const row = rows.find(({ index }) => index === this.#rowOf(each));
    const phases = row?.module === 'space_to_depth';
    return html`${this.#layers(each, rows)}
      ${phases ? html`<p class="small">${words.phasesText}</p>` : nothing}
      ${map ? mapsView(place, map, phases) : nothing}`;
  }

  #layers(each: Heard, rows: ReturnType<typeof rowsOf>): TemplateResult {
    return layerChooser(rows, this.#rowOf(each), (row) => {
      this.rows = { ...this.rows, [each.contender.name]: row };
    });
  }
}

customElements.define('why-missed', WhyMissed);
