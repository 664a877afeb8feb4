import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import '#components/kit/lazy-part.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { marksOf } from '#components/kit/marks.ts';
import '#components/kit/own-picture.ts';
import { firstFile, type Picture } from '#components/kit/picture/picture.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { nonMaxSuppression, SHOWN, type Truth } from '#lib/detection/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import { defaults, type Value } from '#lib/parameters/index.ts';
import { CLASSES, generateScene, type SceneParameters } from '#lib/scenes/index.ts';
import { differences, objectAt, type Testimony, testimony } from './ask.ts';
import { choices, chosen, type DetectorName, isUnsure } from './choices.ts';
import type { Contender, ContendersOwner, Found } from './contenders.ts';
import './lab-panel.ts';
import { constrain, declaration, type LabValues, sceneOf, settings } from './parameters.ts';
import './running-score.ts';
import { labStyles } from './styles.ts';

const { pictureSide, ...ofScene } = settings;
/** Of a reader's own picture only these mean anything. */
const ofPicture = { pictureSide, threshold: settings.threshold };

/** What the detectors look at: a scene, whose objects are known, or the reader's own picture. */
interface Subject {
  picture: Picture;
  truths: Truth[] | null;
  /** What the scene was generated from. */
  scene?: SceneParameters;
}

/** What was found, by whom, in what: none of it is true of another subject. */
interface Sight {
  subject: Subject;
  contenders: Contender[];
  /** In the order of the contenders. */
  found: Found[];
}

/** `<detection-lab weights="/weights/">`: two to four detectors side by side on one scene or picture. */
export class DetectionLab extends LitElement {
  static override properties = {
    weights: {},
    values: { state: true },
    errors: { state: true },
    subject: { state: true },
    asked: { state: true },
    explaining: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  declare values: LabValues;
  declare errors: string[];
  declare subject: Subject;
  /** The number of the object that the reader asks about. */
  declare asked: number | null;
  /** Whether the panel that says why was opened. */
  declare explaining: boolean;

  readonly #sight = new Answer<Sight, Progress>(this);
  #owner: ContendersOwner | null = null;

  constructor() {
    super();
    this.weights = '/weights/';
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    this.values = values;
    this.errors = errors;
    this.subject = this.#scene();
    this.asked = null;
    this.explaining = false;
  }

  static override styles = labStyles;

  override firstUpdated(): void {
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#owner?.release();
  }

  override updated(): void {
    this.toggleAttribute('data-ready', this.#seen !== null);
  }

  /** What was found in the picture that is shown, by the detectors that are chosen; null while that is not known. */
  get #seen(): Sight | null {
    const { status, value } = this.#sight;
    return status === 'done' && value?.subject === this.subject ? value : null;
  }

  /** The detectors that are chosen look at what is shown. */
  #look(): void {
    const { subject } = this;
    const names = chosen(this.values);
    void this.#sight.ask(async (signal, tell) => {
      const part = await loadCode(() => import('./engine-part.ts'));
      this.#owner ??= new part.ContendersOwner(new URL(this.weights, document.baseURI).href);
      const contenders = await this.#owner.hold(names, { signal, onProgress: tell });
      const found = await part.look(contenders, subject.picture, { signal, warm: true });
      return { subject, contenders, found };
    });
  }

  #scene(): Subject {
    const scene = sceneOf(this.values);
    const picture = generateScene(scene);
    return { picture, truths: picture.objects, scene };
  }

  #change(name: string, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value }, constrain);
    this.values = values;
    this.errors = errors;
    writeValues(declaration, values);
    if (['threshold', 'truth', 'labels'].includes(name)) return;
    if (name in choices) this.#look();
    else if (name !== 'pictureSide') this.#show(this.#scene());
  }

  #show(subject: Subject): void {
    this.asked = null;
    this.subject = subject;
    this.#look();
  }

  #takePicture({ detail }: CustomEvent<Picture | null>): void {
    this.#show(detail ? { picture: detail, truths: null } : this.#scene());
  }

  /** A picture dropped on the lab is as good as one chosen. */
  #drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const chooser = this.renderRoot.querySelector('spd-own-picture');
    if (event.type === 'drop') void chooser?.take(firstFile(event.dataTransfer.files));
  }

  /** Every setting as it was at first; whom to compare stays. */
  #reset(): void {
    const values = { ...this.values, ...defaults(settings) };
    this.values = values;
    this.errors = [];
    writeValues(declaration, values);
    this.#show(this.#scene());
  }

  /** What every contender says of the scene that is shown. */
  get #testimonies(): Testimony[] {
    const { contenders, found } = this.#seen ?? { contenders: [], found: [] };
    return contenders.map(({ name }, i) => {
      const sure = found[i].candidates.filter(({ score }) => score >= this.values.threshold);
      return { name, marks: marksOf(nonMaxSuppression(sure, SHOWN), this.subject.truths) };
    });
  }

  #ask({ detail }: CustomEvent<Point>): void {
    this.asked = this.subject.truths && objectAt(this.subject.truths, detail);
  }

  #askNext(different: readonly number[]): void {
    this.asked = different.find((index) => index > (this.asked ?? -1)) ?? different[0] ?? null;
  }

  override render() {
    const { truths } = this.subject;
    const own = truths === null;
    const { progress } = this.#sight;
    const testimonies = this.#testimonies;
    return html`
      <div class="bar">
        ${
          own
            ? nothing
            : html`
              <button type="button" @click=${() => this.#change('seed', Math.max(0, this.values.seed - 1))}>${words.previousScene}</button>
              <button type="button" class="primary" @click=${() => this.#change('seed', this.values.seed + 1)}>${words.nextScene}</button>
              <button type="button" @click=${this.#reset}>${words.reset}</button>`
        }
        <spd-own-picture .side=${this.values.pictureSide} @picture=${this.#takePicture}></spd-own-picture>
      </div>
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <answer-status .answer=${this.#sight} .failed=${words.failed}
        working=${progress ? words.loading(progress.loaded) : words.starting}
        .loaded=${progress?.loaded} .total=${progress?.total}></answer-status>
      <div class="choose">
        ${controls(choices, this.values, (name, value) => this.#change(name, value))}
        ${chosen(this.values).some(isUnsure) ? html`<p>${words.unsure}</p>` : nothing}
      </div>
      <div class="contenders" @dragover=${this.#drop} @drop=${this.#drop} @point=${this.#ask}>
        ${chosen(this.values).map((name, i) => this.#panel(name, i, testimonies[i]))}
      </div>
      ${truths && testimonies.length > 0 ? this.#questions(truths, testimonies) : nothing}
      <ul class="legend">
        ${(['hit', 'class', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
      </ul>
      <div class="settings">
        ${controls(own ? ofPicture : ofScene, this.values, (name, value) => this.#change(name, value))}
        <backend-choice .used=${this.#backend} @backend=${() => this.#look()}></backend-choice>
      </div>
      ${own ? nothing : html`<running-score .contenders=${this.#seen?.contenders ?? null} .scene=${this.subject.scene}></running-score>`}
    `;
  }

  /** What the last pass ran on. */
  get #backend(): string {
    return this.#sight.value?.found[0].backend ?? '';
  }

  #panel(name: DetectorName, place: number, said: Testimony | undefined) {
    const { picture, truths } = this.subject;
    const held = this.#sight.value?.contenders[place];
    const seen = said?.name === name;
    return html`<lab-panel
      .detector=${name}
      .picture=${picture}
      .classes=${CLASSES}
      .card=${held?.name === name ? held.card : null}
      .milliseconds=${seen ? this.#seen?.found[place].milliseconds : null}
      .looking=${this.#sight.working}
      .truths=${truths}
      .outlined=${this.values.truth}
      .labelled=${this.values.labels}
      .asked=${this.asked === null ? null : (truths?.[this.asked] ?? null)}
      .marks=${seen ? said.marks : []}
    ></lab-panel>`;
  }

  #questions(truths: readonly Truth[], all: readonly Testimony[]) {
    const different = differences(truths, all);
    return html`
      <p class="question">
        <span>${words.differences(different.length)}</span>
        <button type="button" aria-disabled=${different.length === 0} @click=${() => this.#askNext(different)}>${words.nextDifference}</button>
      </p>
      ${this.asked === null ? html`<p class="question">${words.askHint}</p>` : testimony(truths, this.asked, CLASSES, all)}
      ${this.#why(truths)}`;
  }

  #why(truths: readonly Truth[]) {
    const opened = (event: Event) => {
      this.explaining ||= (event.target as HTMLDetailsElement).open;
    };
    const ask = ({ detail }: CustomEvent<number | null>) => {
      this.asked = detail;
    };
    return html`<details class="analysis" @toggle=${opened}>
      <summary>${words.why}</summary>
      <lazy-part .code=${() => import('./why/why-missed.ts')} ?wanted=${this.explaining}>
        <why-missed .contenders=${this.#seen?.contenders ?? []} .picture=${this.subject.picture} .truths=${truths}
          .asked=${this.asked} .threshold=${this.values.threshold} @ask=${ask}></why-missed>
      </lazy-part>
    </details>`;
  }
}

customElements.define('detection-lab', DetectionLab);
