import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import '#components/kit/own-picture.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { firstFile } from '#components/kit/picture/picture.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { nonMaxSuppression, SHOWN } from '#lib/detection/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import { parse, type Value } from '#lib/parameters/index.ts';
import { CLASSES, generateScene, type Scene } from '#lib/scenes/index.ts';
import { choices, isUnsure, SIDES, type Side } from './choices.ts';
import { Detectors, type Found } from './detectors.ts';
import './lab-panel.ts';
import { marksOf } from '#components/kit/marks.ts';
import { constrain, declaration, type LabValues, sceneOf } from './parameters.ts';
import { type RunningScore, runningScore } from './running.ts';
import './running-table.ts';
import { labStyles } from './styles.ts';

/** Scenes at most in one running score: after that the last digit stands still. */
const MOST_SCENES = 1000;

const { left: _, right: __, resolution, ...ofScene } = declaration;
/** Of a reader's own picture only these mean anything. */
const ofPicture = {
  resolution: { ...resolution, max: 512 },
  threshold: declaration.threshold,
};

/** `<detection-lab weights="/weights/">`: two detectors side by side on one scene or picture. */
export class DetectionLab extends LitElement {
  static override properties = {
    weights: {},
    values: { state: true },
    errors: { state: true },
    scene: { state: true },
    picture: { state: true },
    found: { state: true },
    progress: { state: true },
    failure: { state: true },
    backend: { state: true },
    score: { state: true },
    running: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  declare values: LabValues;
  declare errors: string[];
  declare scene: Scene;
  /** The reader's own picture, at the resolution chosen; null while scenes are shown. */
  declare picture: Picture | null;
  declare found: Record<Side, Found> | null;
  declare progress: Progress | null;
  declare failure: string;
  declare backend: string;
  declare score: RunningScore | null;
  declare running: boolean;

  #detectors: Detectors | null = null;
  #loading: AbortController | null = null;
  #scoring: AbortController | null = null;
  /** Only the last picture asked for is shown, however long the ones before it take. */
  #asked = 0;

  constructor() {
    super();
    this.weights = '/weights/';
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    this.values = values;
    this.errors = errors;
    this.scene = generateScene(sceneOf(values));
    this.picture = null;
    this.found = null;
    this.progress = null;
    this.failure = '';
    this.backend = '';
    this.score = null;
    this.running = false;
  }

  static override styles = labStyles;

  override firstUpdated(): void {
    void this.#load();
  }

  override disconnectedCallback(): void {
    this.#loading?.abort();
    this.#scoring?.abort();
    super.disconnectedCallback();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('found')) this.toggleAttribute('data-ready', this.found !== null);
  }

  async #load(): Promise<void> {
    this.failure = '';
    this.#loading?.abort();
    this.#loading = new AbortController();
    try {
      const onProgress = (progress: Progress) => {
        this.progress = progress;
      };
      const folder = new URL(this.weights, document.baseURI).href;
      const { left, right } = this.values;
      const { signal } = this.#loading;
      this.#detectors = await Detectors.load(
        folder,
        { left, right },
        onProgress,
        signal,
        this.#detectors ?? undefined,
      );
      this.progress = null;
      await this.#detect();
    } catch (error) {
      this.progress = null;
      this.failure = words.failed((error as Error).message);
    }
  }

  async #detect(): Promise<void> {
    if (!this.#detectors) return;
    const asked = ++this.#asked;
    try {
      const found = await this.#detectors.run(this.picture ?? this.scene);
      if (asked !== this.#asked) return;
      this.found = found;
      this.backend = found.right.backend;
      this.failure = '';
    } catch (error) {
      if (asked === this.#asked) this.failure = words.failed((error as Error).message);
    }
  }

  #change(name: string, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value }, constrain);
    this.values = values;
    this.errors = errors;
    writeValues(declaration, values);
    if (name === 'threshold' || name === 'truth') return;
    this.#scoring?.abort();
    if (name in choices) {
      this.found = null;
      this.score = null;
      void this.#load();
      return;
    }
    if (this.picture) this.#askPicture();
    else this.#show();
  }

  #show(): void {
    this.picture = null;
    this.scene = generateScene(sceneOf(this.values));
    void this.#detect();
  }

  #askPicture(): void {
    const own = this.renderRoot.querySelector('spd-own-picture');
    if (own) own.side = this.values.resolution;
  }

  #takePicture(event: CustomEvent<Picture | null>): void {
    this.#scoring?.abort();
    this.picture = event.detail;
    if (this.picture) void this.#detect();
    else this.#show();
  }

  /** A picture dropped on the lab is as good as one chosen. */
  #drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const chooser = this.renderRoot.querySelector('spd-own-picture');
    if (event.type === 'drop') void chooser?.take(firstFile(event.dataTransfer.files));
  }

  async #toggleScore(): Promise<void> {
    if (this.running) {
      this.#scoring?.abort();
      return;
    }
    if (!this.#detectors) return;
    this.#scoring = new AbortController();
    this.running = true;
    this.score = null;
    const { signal } = this.#scoring;
    try {
      await runningScore(this.#detectors, sceneOf(this.values), MOST_SCENES, signal, (score) => {
        this.score = score;
      });
    } catch (error) {
      this.failure = words.failed((error as Error).message);
    } finally {
      this.running = false;
    }
  }

  override render() {
    const shown = this.picture ?? this.scene;
    return html`
      <div class="bar">
        ${
          this.picture
            ? nothing
            : html`
              <button type="button" @click=${() => this.#change('seed', Math.max(0, this.values.seed - 1))}>${words.previousScene}</button>
              <button type="button" class="primary" @click=${() => this.#change('seed', this.values.seed + 1)}>${words.nextScene}</button>`
        }
        <spd-own-picture .side=${this.values.resolution} @picture=${this.#takePicture}></spd-own-picture>
      </div>
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      ${this.#status()}
      <div class="choose">
        ${controls(choices, this.values, (name, value) => this.#change(name, value))}
        ${SIDES.some((side) => isUnsure(this.values[side])) ? html`<p>${words.unsure}</p>` : nothing}
      </div>
      <div class="pair" @dragover=${this.#drop} @drop=${this.#drop}>
        ${SIDES.map((side) => this.#panel(side, shown))}
      </div>
      <ul class="legend">
        ${(['hit', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
      </ul>
      <div class="settings">
        ${controls(this.picture ? ofPicture : { resolution, ...ofScene }, this.values, (name, value) => this.#change(name, value))}
        <backend-choice .used=${this.backend} @backend=${() => this.#detect()}></backend-choice>
      </div>
      ${this.picture ? nothing : this.#scoreSection()}
    `;
  }

  #panel(side: Side, shown: Picture) {
    const found = this.found?.[side];
    const sure = found?.candidates.filter(({ score }) => score >= this.values.threshold) ?? [];
    const seen = nonMaxSuppression(sure, SHOWN);
    return html`<lab-panel
      class=${side}
      .detector=${this.values[side]}
      .picture=${shown}
      .classes=${CLASSES}
      .card=${this.#detectors?.cards[side] ?? null}
      .milliseconds=${found?.milliseconds ?? null}
      .truths=${this.picture ? null : this.scene.objects}
      .outlined=${this.values.truth}
      .marks=${found ? marksOf(seen, this.picture ? null : this.scene.objects) : []}
    ></lab-panel>`;
  }

  #status() {
    if (this.failure) {
      return html`<p class="message" role="alert">${this.failure}
        <button type="button" @click=${() => this.#load()}>${words.retry}</button></p>`;
    }
    if (!this.progress) return nothing;
    const { loaded, total } = this.progress;
    return html`<p class="message" role="status">
      <label>${words.loading(loaded)} <progress .value=${loaded} max=${total ?? nothing}></progress></label>
      <button type="button" @click=${() => this.#loading?.abort()}>${words.stop}</button>
    </p>`;
  }

  #scoreSection() {
    return html`<section class="score" aria-label=${words.scoreTitle}>
      <h2>${words.scoreTitle}</h2>
      <p>${words.scoreText}</p>
      <button type="button" ?disabled=${!this.found} @click=${this.#toggleScore}>
        ${this.running ? words.stop : words.start}
      </button>
      <running-table .score=${this.score} .running=${this.running}></running-table>
    </section>`;
  }
}

customElements.define('detection-lab', DetectionLab);
