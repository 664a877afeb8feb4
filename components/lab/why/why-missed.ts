import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { why as words } from '#content/words/en/why.ts';
import type { Candidate } from '#lib/analysis/index.ts';
import type { Truth } from '#lib/detection/index.ts';
import { SHOWN } from '#lib/detection/suppress.ts';
import { filled } from '#lib/detector/index.ts';
import type { Alarm } from '../alarms.ts';
import { hueOf, nameOf } from '../choices.ts';
import type { Contender } from '../contenders.ts';
import { keepingLast } from '../last.ts';
import { firstRow, type Heard, hear, rowsOf } from './asked.ts';
import { type Choice, layerChooser, objectChooser, segments } from './choosers.ts';
import { type Deeper, gradientsOf, type Hearing, mapsAt, nameOfBox } from './deeper.ts';
import { whyStyles } from './styles.ts';
import { type Told, toldOfAlarm, toldOfObject } from './told.ts';
import { gradientView, mapsView, type Spot, scoresView, spotOf } from './views.ts';

type View = keyof typeof words.views;
const VIEWS = Object.keys(words.views) as View[];

/**
 * `<why-missed>`: why each detector found or missed one object of the scene, or raised a false alarm: its reason in a
 * sentence, the scores of the cells around it, the gradient of its score, and the maps of any layer. Fires `ask` with the
 * number of an object, or with a false alarm.
 */
export class WhyMissed extends LitElement {
  static override properties = {
    contenders: { attribute: false },
    picture: { attribute: false },
    truths: { attribute: false },
    classes: { attribute: false },
    asked: { attribute: false },
    alarms: { attribute: false },
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
  /** What the reader asks about: the number of an object, or one of the alarms. */
  declare asked: Choice;
  /** The boxes that hit nothing. */
  declare alarms: readonly Alarm[];
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
    this.alarms = [];
    this.threshold = SHOWN.scoreThreshold;
    this.view = 'scores';
    this.level = null;
    this.rows = {};
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

  #told(heard: readonly Heard[]): Told[] {
    return this.#tell(heard, this.asked, this.truths, this.threshold);
  }

  /** Thousands of boxes are weighed for it: once for each object and threshold. */
  readonly #tell = keepingLast(
    (
      heard: readonly Heard[],
      asked: Choice,
      truths: readonly Truth[],
      threshold: number,
    ): Told[] => {
      const setting = { truths, classes: this.classes, threshold };
      if (asked === null) return [];
      return typeof asked === 'number'
        ? toldOfObject(heard, asked, setting)
        : toldOfAlarm(heard, asked, setting);
    },
  );

  #rowOf({ contender: { name, detector } }: Heard): number {
    return this.rows[name] ?? firstRow(rowsOf(detector, this.picture));
  }

  /** Asks for what the view needs, once for each object, threshold and layer. */
  #goDeeper(): void {
    const hearing = this.#known;
    if (!hearing || this.view === 'scores' || this.asked === null) return;
    const { heard } = hearing;
    const boxes = this.#told(heard).map(({ box }) => box);
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
    return objectChooser(this, this.asked, (detail) => {
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
    return this.#told(heard).find(({ box }) => box)?.box?.place.level ?? 0;
  }

  #answers({ heard, picture }: Hearing): TemplateResult {
    const { asked, truths } = this;
    const isThere = typeof asked === 'number';
    const place = isThere
      ? spotOf(picture, truths[asked], [truths[asked]])
      : spotOf(picture, asked!.mark, truths);
    const told = this.#told(heard);
    const texts = {
      scores: words.scoresText(
        this.classes[place.object.classIndex],
        heard[0].levels[this.#levelOf(heard)].anchors,
        isThere,
      ),
      ...{ gradient: words.gradientText, maps: words.mapsText },
    };
    return html`<div class="models">${heard.map(
      (each, i) => html`<section class=${hueOf(each.contender.name)}>
        <h3>${nameOf(each.contender.name)}</h3>
        <p class="verdict" role="status">${told[i].sentence}</p>
        ${this.#view(each, i, place, told[i].box)}
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
