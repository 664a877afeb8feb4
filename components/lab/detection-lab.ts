import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Drop } from '#components/kit/drop.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/lazy-part.ts';
import '#components/kit/own-picture.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { defaults, type Value } from '#lib/parameters/index.ts';
import { scenes } from '#lib/scenes/client.ts';
import { NO_EDITS } from '#lib/scenes/edits.ts';
import { readEdits, writeEdits } from '#lib/scenes/edits-text.ts';
import { objectAt, testimoniesOf } from './ask.ts';
import { choices, chosen, isUnsure } from './choices.ts';
import './edit-bar.ts';
import type { BarAction } from './edit-bar.ts';
import { Editing } from './editing.ts';
import './lab-panel.ts';
import { focusNeighbour, heedHistoryKey } from './edit-keys.ts';
import { keepingLast } from './last.ts';
import { Looking, type Sight } from './looking.ts';
import { constrain, declaration, type LabValues, sceneOf, settings } from './parameters.ts';
import { galleryPart, type LabView, measurePart, panels, varyPart, whyPart } from './parts.ts';
import { questions } from './questions.ts';
import type { Handled } from './scene-handles.ts';
import { controlsOf, settingsPart } from './settings-part.ts';
import { labStyles } from './styles.ts';

/** Settings that decide which objects a scene has: another value, and edits speak of others. */
const WORLD: readonly string[] = ['seed', 'sizeMin', 'sizeMax'];

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
    // A picture dropped on the lab is as good as one chosen.
    new Drop(this, ([file]) => {
      void this.renderRoot.querySelector('spd-own-picture')?.take(file);
    });
    this.addEventListener('keydown', (event) => {
      if (!this.picture) heedHistoryKey(event, this.#editing);
    });
  }

  static override styles = labStyles;

  override firstUpdated(): void {
    this.#look();
  }

  override willUpdate(): void {
    const { current } = this.#looking;
    this.#rested = current ?? this.#rested;
    this.toggleAttribute('data-ready', current !== null);
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

  /** Every setting as it was at first, but for those given; the scene without edits. Whom to compare stays. */
  #begin(given: Partial<LabValues> = {}): void {
    this.values = { ...this.values, ...defaults(settings), ...given };
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

  /** All that the parts of the page are drawn from. */
  get #view(): LabView {
    const { picture, values, opened } = this;
    const { subject, answer, current } = this.#looking;
    const editing = this.#editing;
    const seen = this.#looking.seenBy(chosen(values));
    return {
      ...{ values, subject, opened, editing, seen, rested: this.#rested },
      truths: picture ? null : (subject?.truths ?? null),
      known: answer.value,
      looking: answer.working,
      resting: current !== null,
      testimonies: this.#testimonies(seen, values.threshold),
      asked: this.#numberOf(editing.selected),
      hovered: this.#numberOf(this.hovered),
      own: picture !== null,
      errors: this.errors,
      change: (name, value) => this.#change(name, value),
      look: () => this.#look(),
      open: (part) => this.#open(part),
      begin: (given) => this.#begin(given),
      ask: (number) => this.#ask(number),
      handle: (event) => void this.#handle(event),
    };
  }

  override render() {
    const { picture } = this;
    const { progress } = this.#looking.answer;
    const view = this.#view;
    const { truths, testimonies, editing } = view;
    return html`
      <div class="bar">
        ${
          picture
            ? nothing
            : html`
              <button type="button" @click=${() => this.#change('seed', Math.max(0, this.values.seed - 1))}>${words.previousScene}</button>
              <button type="button" class="primary" @click=${() => this.#change('seed', this.values.seed + 1)}>${words.nextScene}</button>
              <button type="button" @click=${() => this.#begin()}>${words.reset}</button>`
        }
        <spd-own-picture .side=${this.values.pictureSide} @picture=${this.#takePicture}></spd-own-picture>
      </div>
      ${picture ? nothing : galleryPart(view)}
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <answer-status .answer=${this.#looking.answer} .failed=${words.failed}
        working=${progress ? words.loading(progress.loaded) : words.starting}
        .loaded=${progress?.loaded} .total=${progress?.total}></answer-status>
      <div class="choose">
        ${controlsOf(choices, view)}
        ${chosen(this.values).some(isUnsure) ? html`<p>${words.unsure}</p>` : nothing}
      </div>
      <div class="contenders" @handle=${this.#handle}
        @point=${({ detail }: CustomEvent<Point>) => this.#ask(truths && objectAt(truths, detail))}
        @named=${({ detail }: CustomEvent<string | null>) => {
          this.hovered = detail;
        }}>
        ${panels(view)}
      </div>
      ${
        picture
          ? nothing
          : html`<edit-bar ?chosen=${editing.object !== null} ?undo=${editing.history.canUndo} ?redo=${editing.history.canRedo}
            .said=${editing.said} @bar=${({ detail }: CustomEvent<BarAction>) => editing.act(detail)}></edit-bar>`
      }
      ${
        truths
          ? html`${testimonies.length > 0 ? questions({ ...view, truths, all: testimonies }) : nothing}
            ${whyPart(view)} ${varyPart(view)}`
          : nothing
      }
      <ul class="legend">
        ${(['hit', 'class', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
      </ul>
      ${settingsPart(view)}
      ${picture ? nothing : measurePart(view)}
    `;
  }

  #open(part: string): void {
    this.opened = new Set([...this.opened, part]);
  }
}

customElements.define('detection-lab', DetectionLab);
