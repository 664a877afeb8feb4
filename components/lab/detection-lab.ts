import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { marksOf } from '#components/kit/marks.ts';
import '#components/kit/own-picture.ts';
import { firstFile, type Picture } from '#components/kit/picture/picture.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { nonMaxSuppression, SHOWN, type Truth } from '#lib/detection/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import { parse, type Value } from '#lib/parameters/index.ts';
import { CLASSES, generateScene } from '#lib/scenes/index.ts';
import { choices, chosen, type DetectorName, isUnsure } from './choices.ts';
import type { Contender, ContendersOwner, Found } from './contenders.ts';
import './lab-panel.ts';
import { constrain, declaration, type LabValues, sceneOf } from './parameters.ts';
import type { RunningScore } from './running.ts';
import './running-table.ts';
import { labStyles } from './styles.ts';

/** Scenes at most in one running score: after that the last digit stands still. */
const MOST_SCENES = 1000;

const { left: _, right: __, pictureSide, ...ofScene } = declaration;
/** Of a reader's own picture only these mean anything. */
const ofPicture = { pictureSide, threshold: declaration.threshold };

/** What the detectors look at: a scene, whose objects are known, or the reader's own picture. */
interface Subject {
  picture: Picture;
  truths: Truth[] | null;
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
    score: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  declare values: LabValues;
  declare errors: string[];
  declare subject: Subject;
  declare score: RunningScore | null;

  readonly #sight = new Answer<Sight, Progress>(this);
  readonly #scoring = new Answer<void, RunningScore>(this);
  #owner: ContendersOwner | null = null;

  constructor() {
    super();
    this.weights = '/weights/';
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    this.values = values;
    this.errors = errors;
    this.subject = this.#scene();
    this.score = null;
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
    const scene = generateScene(sceneOf(this.values));
    return { picture: scene, truths: scene.objects };
  }

  #change(name: string, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value }, constrain);
    this.values = values;
    this.errors = errors;
    writeValues(declaration, values);
    if (['threshold', 'truth', 'labels'].includes(name)) return;
    this.#scoring.stop();
    if (name in choices) {
      this.score = null;
      this.#look();
    } else if (name !== 'pictureSide') this.#show(this.#scene());
  }

  #show(subject: Subject): void {
    this.#scoring.stop();
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

  #toggleScore(): void {
    if (this.#scoring.working) {
      this.#scoring.stop();
      return;
    }
    const { contenders } = this.#seen ?? {};
    if (!contenders) return;
    this.score = null;
    const scene = sceneOf(this.values);
    void this.#scoring.ask(async (signal) => {
      const { runningScore } = await loadCode(() => import('./engine-part.ts'));
      await runningScore(contenders, scene, MOST_SCENES, signal, (score) => {
        if (!signal.aborted) this.score = score;
      });
    });
  }

  override render() {
    const own = this.subject.truths === null;
    const { progress } = this.#sight;
    return html`
      <div class="bar">
        ${
          own
            ? nothing
            : html`
              <button type="button" @click=${() => this.#change('seed', Math.max(0, this.values.seed - 1))}>${words.previousScene}</button>
              <button type="button" class="primary" @click=${() => this.#change('seed', this.values.seed + 1)}>${words.nextScene}</button>`
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
      <div class="contenders" @dragover=${this.#drop} @drop=${this.#drop}>
        ${chosen(this.values).map((name, i) => this.#panel(name, i))}
      </div>
      <ul class="legend">
        ${(['hit', 'class', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
      </ul>
      <div class="settings">
        ${controls(own ? ofPicture : ofScene, this.values, (name, value) => this.#change(name, value))}
        <backend-choice .used=${this.#backend} @backend=${() => this.#look()}></backend-choice>
      </div>
      ${own ? nothing : this.#scoreSection()}
    `;
  }

  /** What the last pass ran on. */
  get #backend(): string {
    const counted = this.#scoring.working ? this.score?.backend : undefined;
    return counted ?? this.#sight.value?.found[0].backend ?? '';
  }

  #panel(name: DetectorName, place: number) {
    const { picture, truths } = this.subject;
    const held = this.#sight.value?.contenders[place];
    const found = held?.name === name ? this.#seen?.found[place] : undefined;
    const sure = found?.candidates.filter(({ score }) => score >= this.values.threshold) ?? [];
    return html`<lab-panel
      .detector=${name}
      .picture=${picture}
      .classes=${CLASSES}
      .card=${held?.name === name ? held.card : null}
      .milliseconds=${found?.milliseconds ?? null}
      .looking=${this.#sight.working}
      .truths=${truths}
      .outlined=${this.values.truth}
      .labelled=${this.values.labels}
      .marks=${found ? marksOf(nonMaxSuppression(sure, SHOWN), truths) : []}
    ></lab-panel>`;
  }

  #scoreSection() {
    const running = this.#scoring.working;
    return html`<section class="score" aria-label=${words.scoreTitle}>
      <h2>${words.scoreTitle}</h2>
      <p>${words.scoreText}</p>
      <button type="button" aria-disabled=${!running && !this.#seen} @click=${this.#toggleScore}>
        ${running ? words.stop : words.start}
      </button>
      ${
        this.#scoring.status === 'failed'
          ? html`<p class="message" role="alert">${words.failed(this.#scoring.failure)}</p>`
          : nothing
      }
      <running-table .score=${this.score} .running=${running}></running-table>
    </section>`;
  }
}

customElements.define('detection-lab', DetectionLab);
