import { html, LitElement, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { writeValues } from '#components/kit/address.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import '#components/kit/lazy-part.ts';
import '#components/kit/own-picture.ts';
import { firstFile, type Picture } from '#components/kit/picture/picture.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { vary } from '#content/words/en/vary.ts';
import type { Truth } from '#lib/detection/index.ts';
import { type AnyValues, type Declaration, defaults, type Value } from '#lib/parameters/index.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import { scenes } from '#lib/scenes/client.ts';
import { NO_EDITS } from '#lib/scenes/edits.ts';
import { readEdits, writeEdits } from '#lib/scenes/edits-text.ts';
import { objectAt, type Testimony, testimoniesOf } from './ask.ts';
import { choices, chosen, type DetectorName, isUnsure } from './choices.ts';
import './edit-bar.ts';
import type { BarAction } from './edit-bar.ts';
import { Editing } from './editing.ts';
import './lab-panel.ts';
import { focusNeighbour, historyKey } from './edit-keys.ts';
import { keepingLast } from './last.ts';
import { Looking, type Sight } from './looking.ts';
import { constrain, declaration, type LabValues, sceneOf, settings } from './parameters.ts';
import { opening, questions } from './questions.ts';
import type { Handled } from './scene-handles.ts';
import { labStyles } from './styles.ts';
import './threshold-line.ts';

/** The threshold is a line over the scores. */
const { pictureSide, threshold: _, ...ofScene } = settings;
/** Of a reader's own picture only this means anything. */
const ofPicture = { pictureSide };
/** Settings that decide which objects a scene has: another value, and edits speak of others. */
const WORLD: readonly string[] = ['seed', 'sizeMin', 'sizeMax'];
/** One list that stays the same: another would be drawn anew. */
const NONE: never[] = [];

/** `<detection-lab weights="/weights/">`: two to four detectors side by side on one scene or picture. */
export class DetectionLab extends LitElement {
  static override properties = {
    weights: {},
    values: { state: true },
    errors: { state: true },
    picture: { state: true },
    hovered: { state: true },
    opened: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  declare values: LabValues;
  declare errors: string[];
  /** The reader's own; null while scenes are looked at. */
  declare picture: Picture | null;
  /** Id of the object under the pointer or with the focus. */
  declare hovered: string | null;
  /** The parts that were opened. */
  declare opened: ReadonlySet<string>;

  readonly #looking = new Looking(this, () => this.weights);
  readonly #editing: Editing;
  readonly #testimonies = keepingLast(testimoniesOf);
  /** The last scores that stood still: while an object is dragged nobody reads a histogram. */
  #rested: Sight | null = null;

  constructor() {
    super();
    this.weights = '/weights/';
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    const { edits, refused } = readEdits(values.edits);
    this.values = values;
    this.errors = refused.length > 0 ? [...errors, words.edit.refused(refused)] : errors;
    this.picture = null;
    this.hovered = null;
    this.opened = new Set();
    this.#editing = new Editing(this, { scene: values, edits }, () => this.#edited());
    this.addEventListener('keydown', (event) => {
      const way = historyKey(event);
      if (!way || this.picture) return;
      event.preventDefault();
      this.#editing.go(way);
    });
  }

  static override styles = labStyles;

  override firstUpdated(): void {
    this.#look();
  }

  override willUpdate(): void {
    this.#rested = this.#looking.current ?? this.#rested;
  }

  override updated(): void {
    this.toggleAttribute('data-ready', this.#looking.current !== null);
  }

  /** What the detectors saw in the picture on the page, where they are those that are chosen. */
  get #seen(): Sight | null {
    const { shown } = this.#looking;
    const names = shown?.contenders.map(({ name }) => name).join();
    return names === chosen(this.values).join() ? shown : null;
  }

  /** The detectors that are chosen look at what is to be shown. */
  #look(): void {
    const { picture } = this;
    const scene = sceneOf(this.values);
    const { edits } = this.#editing;
    this.#looking.look({
      names: chosen(this.values),
      subject: async () => {
        if (picture) return { picture, truths: null };
        const rendered = await scenes().render(scene, edits);
        const { own, standing, objects } = rendered;
        this.#editing.know(scene, own, rendered.width);
        return { picture: rendered, truths: objects, scene, own, standing };
      },
    });
  }

  #change(name: string, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value }, constrain);
    this.values = values;
    this.errors = errors;
    if (WORLD.includes(name)) {
      // A sweep of a slider is one step.
      this.#editing.reset({ scene: values, edits: NO_EDITS }, name === 'seed' ? undefined : name);
      this.#edited();
      return;
    }
    writeValues(declaration, values);
    if (!['threshold', 'truth', 'labels', 'pictureSide'].includes(name)) this.#look();
  }

  /** The scene or its edits are others: the values, the address and the picture follow. */
  #edited(): void {
    const { scene, edits } = this.#editing.history.value;
    const { seed, sizeMin, sizeMax } = scene;
    this.values = { ...this.values, seed, sizeMin, sizeMax, edits: writeEdits(edits) };
    writeValues(declaration, this.values);
    this.#look();
  }

  #takePicture({ detail }: CustomEvent<Picture | null>): void {
    this.#editing.select(null);
    this.picture = detail;
    this.#look();
  }

  /** A picture dropped on the lab is as good as one chosen. */
  #drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const chooser = this.renderRoot.querySelector('spd-own-picture');
    if (event.type === 'drop') void chooser?.take(firstFile(event.dataTransfer.files));
  }

  /** Every setting as it was at first, the scene without edits; whom to compare stays. */
  #reset(): void {
    this.values = { ...this.values, ...defaults(settings) };
    this.errors = [];
    this.#editing.reset({ scene: this.values, edits: NO_EDITS });
    this.#edited();
  }

  /** The number of an object in the picture that is shown. */
  #numberOf(id: string | null): number | null {
    const number = this.#looking.subject?.standing?.findIndex((object) => object.id === id) ?? -1;
    return number < 0 ? null : number;
  }

  #ask(number: number | null): void {
    const { standing } = this.#looking.subject ?? {};
    this.#editing.select(standing?.[number ?? -1]?.id ?? null);
  }

  async #handle({ detail }: CustomEvent<Handled>): Promise<void> {
    if (this.picture) return;
    const number = this.#editing.standing.findIndex(({ id }) => id === detail.id);
    this.#editing.handle(detail);
    if (detail.command) await focusNeighbour(this, this.#editing, number);
  }

  override render() {
    const { picture } = this;
    const truths = picture ? null : (this.#looking.subject?.truths ?? null);
    const { progress } = this.#looking.answer;
    const testimonies = this.#testimonies(this.#seen, this.values.threshold);
    const editing = this.#editing;
    return html`
      <div class="bar">
        ${
          picture
            ? nothing
            : html`
              <button type="button" @click=${() => this.#change('seed', Math.max(0, this.values.seed - 1))}>${words.previousScene}</button>
              <button type="button" class="primary" @click=${() => this.#change('seed', this.values.seed + 1)}>${words.nextScene}</button>
              <button type="button" @click=${this.#reset}>${words.reset}</button>`
        }
        <spd-own-picture .side=${this.values.pictureSide} @picture=${this.#takePicture}></spd-own-picture>
      </div>
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <answer-status .answer=${this.#looking.answer} .failed=${words.failed}
        working=${progress ? words.loading(progress.loaded) : words.starting}
        .loaded=${progress?.loaded} .total=${progress?.total}></answer-status>
      <div class="choose">
        ${this.#controls(choices)}
        ${chosen(this.values).some(isUnsure) ? html`<p>${words.unsure}</p>` : nothing}
      </div>
      <div class="contenders" @dragover=${this.#drop} @drop=${this.#drop} @handle=${this.#handle}
        @point=${({ detail }: CustomEvent<Point>) => this.#ask(truths && objectAt(truths, detail))}
        @named=${({ detail }: CustomEvent<string | null>) => {
          this.hovered = detail;
        }}>
        ${chosen(this.values).map((name, i) => this.#panel(name, i, truths, testimonies[i]))}
      </div>
      ${
        picture
          ? nothing
          : html`<edit-bar ?chosen=${editing.object !== null} ?undo=${editing.history.canUndo} ?redo=${editing.history.canRedo}
            .said=${editing.said} @bar=${({ detail }: CustomEvent<BarAction>) => editing.act(detail)}></edit-bar>`
      }
      ${
        truths && testimonies.length > 0
          ? html`${questions({
              ...{ truths, all: testimonies, asked: this.#numberOf(editing.selected) },
              ask: (number) => this.#ask(number),
            })}
            ${this.#why(truths)} ${picture ? nothing : this.#vary()}`
          : nothing
      }
      <ul class="legend">
        ${(['hit', 'class', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
      </ul>
      <div class="settings">
        <threshold-line .sight=${this.#rested} .value=${this.values.threshold}
          @threshold=${({ detail }: CustomEvent<number>) => this.#change('threshold', detail)}></threshold-line>
        ${this.#controls(picture ? ofPicture : ofScene)}
        <backend-choice .used=${this.#backend} @backend=${() => this.#look()}></backend-choice>
      </div>
      ${
        picture
          ? nothing
          : html`<lazy-part class="score" .code=${() => import('./measure/measure-scenes.ts')} ?wanted=${this.#rested !== null}>
            <measure-scenes .contenders=${this.#rested?.contenders ?? null} .scene=${sceneOf(this.values)}></measure-scenes></lazy-part>`
      }
    `;
  }

  /** Drawn anew when one of its values is another, or was refused. */
  #controls(declared: Declaration) {
    const values: AnyValues = this.values;
    const parts = [declared, this.errors, ...Object.keys(declared).map((name) => values[name])];
    return guard(parts, () =>
      controls(declared, values, (name, value) => this.#change(name, value)),
    );
  }

  /** What the last pass ran on. */
  get #backend(): string {
    return this.#looking.answer.value?.found[0].backend ?? '';
  }

  #panel(
    name: DetectorName,
    place: number,
    truths: readonly Truth[] | null,
    said: Testimony | undefined,
  ) {
    const { subject, answer } = this.#looking;
    const held = answer.value?.contenders[place];
    const seen = said?.name === name;
    const asked = this.#numberOf(this.#editing.selected);
    return html`<lab-panel
      .detector=${name}
      .picture=${subject?.picture ?? null}
      .classes=${CLASSES}
      .card=${held?.name === name ? held.card : null}
      .milliseconds=${seen ? this.#seen?.found[place].milliseconds : null}
      .looking=${answer.working}
      .truths=${truths}
      .outlined=${this.values.truth}
      .labelled=${this.values.labels}
      .asked=${asked === null ? null : (truths?.[asked] ?? null)}
      .named=${this.#numberOf(this.hovered) ?? asked}
      .standing=${this.picture ? null : this.#editing.standing}
      .selected=${this.#editing.selected}
      ?keys=${place === 0}
      .marks=${seen ? said.marks : NONE}
    ></lab-panel>`;
  }

  #why(truths: readonly Truth[]) {
    return opening(
      words.why,
      { open: this.opened.has('why'), opened: () => this.#open('why') },
      () => import('./why/why-missed.ts'),
      html`<why-missed .contenders=${this.#seen?.contenders ?? NONE} .picture=${this.#looking.subject!.picture} .truths=${truths}
        .asked=${this.#numberOf(this.#editing.selected)} .threshold=${this.values.threshold}
        @ask=${({ detail }: CustomEvent<number | null>) => this.#ask(detail)}></why-missed>`,
    );
  }

  #vary() {
    const { selected, edits, standing } = this.#editing;
    return opening(
      vary.title,
      { open: this.opened.has('vary'), opened: () => this.#open('vary') },
      () => import('./vary/vary-object.ts'),
      html`<vary-object .contenders=${this.#rested?.contenders ?? NONE} .scene=${sceneOf(this.values)} .edits=${edits}
        .standing=${standing} .asked=${standing.findIndex(({ id }) => id === selected)} .threshold=${this.values.threshold}
        ?resting=${this.#looking.current !== null} @handle=${this.#handle}
        @ask=${({ detail }: CustomEvent<number | null>) => this.#editing.select(standing[detail ?? -1]?.id ?? null)}></vary-object>`,
    );
  }

  #open(part: string): void {
    this.opened = new Set([...this.opened, part]);
  }
}

customElements.define('detection-lab', DetectionLab);
