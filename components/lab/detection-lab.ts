import { html, LitElement, nothing } from 'lit';
import { Drop } from '#components/kit/drop.ts';
import { loadCode } from '#components/kit/load-code.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/lazy-part.ts';
import '#components/kit/own-picture.ts';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { lab as words } from '#content/words/en/lab.ts';
import type { Value } from '#lib/parameters/index.ts';
import { NO_EDITS } from '#lib/scenes/edits.ts';
import { writeEdits } from '#lib/scenes/edits-text.ts';
import { type Alarm, ChosenAlarm } from './alarms.ts';
import { testimoniesOf } from './ask.ts';
import { chosen, classesOf, isPlace, knowScenes } from './choices.ts';
import { Editing } from './editing.ts';
import './lab-panel.ts';
import { hand, heedHistoryKey } from './edit-keys.ts';
import { keepingLast } from './last.ts';
import { judgedBy, Looking, sceneSubject } from './looking.ts';
import { Drawing } from './own/drawing.ts';
import { boxesBar, cropPart } from './own/own-part.ts';
import { type LabValues, sceneOf } from './parameters.ts';
import * as parts from './parts.ts';
import { Rested } from './rested.ts';
import { settingsPart } from './settings-part.ts';
import { labStyles } from './styles.ts';
import { choosing, teamOf } from './teams.ts';
import * as settled from './values.ts';
import type { LabView } from './view.ts';

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
  /** The true boxes of the reader's own picture. */
  readonly #drawing = new Drawing(this, matchMedia('(any-pointer: fine)').matches);
  readonly #alarms = new ChosenAlarm(this);
  readonly #judged = keepingLast(judgedBy);
  readonly #judgedRested = keepingLast(judgedBy);
  readonly #testimonies = keepingLast(testimoniesOf);
  readonly #rested = new Rested(this, () => this.#looking.current);

  constructor() {
    super();
    this.weights = '/weights/';
    const { values, edits, errors } = settled.askedFor();
    this.values = values;
    this.errors = errors;
    this.picture = null;
    this.hovered = null;
    this.opened = new Set();
    this.#editing = new Editing(this, { scene: values, edits }, () => this.#edited());
    // A picture dropped on the lab is as good as one chosen.
    new Drop(this, ([file]) => {
      void this.#ownPicture?.take(file);
    });
    this.addEventListener('keydown', (event) => heedHistoryKey(event, this, this.#hands));
  }

  static override styles = labStyles;

  override firstUpdated(): void {
    this.#look();
  }

  override willUpdate(): void {
    this.toggleAttribute('data-ready', this.#looking.current !== null);
  }

  /** The detectors that are chosen look at what is to be shown. */
  #look(): void {
    const { picture } = this;
    const frame = this.#ownPicture?.shown;
    const scene = sceneOf(this.values);
    const { edits } = this.#editing;
    const names = chosen(this.values);
    const judged = knowScenes(names);
    this.#looking.look({
      names,
      subject: async () => {
        if (picture) return { picture, truths: null, frame };
        const subject = await sceneSubject(scene, edits, judged);
        this.#editing.know(scene, subject.own, subject.picture.width);
        return subject;
      },
    });
  }

  #change(name: string, value: Value): void {
    this.#set(isPlace(name) ? choosing(this.values, name, String(value)) : { [name]: value });
  }

  #set(given: settled.Given): void {
    const { values, errors } = settled.changed(this.values, given);
    this.values = values;
    this.errors = errors;
    const world = settled.worldIn(given);
    if (world) {
      this.#alarms.choose(null);
      // A sweep of a slider is one step.
      this.#editing.reset({ scene: values, edits: NO_EDITS }, world === 'seed' ? undefined : world);
      this.#edited();
      return;
    }
    settled.writeAddress(values);
    if (!settled.onlyShow(given)) this.#look();
  }

  /** The scene or its edits are others: the values, the address and the picture follow. */
  #edited(): void {
    const { scene, edits } = this.#editing.history.value;
    const { seed, sizeMin, sizeMax } = scene;
    this.values = { ...this.values, seed, sizeMin, sizeMax, edits: writeEdits(edits) };
    settled.writeAddress(this.values);
    this.#look();
  }

  get #ownPicture(): OwnPicture | null {
    return this.renderRoot.querySelector('spd-own-picture');
  }

  #takePicture({ detail }: CustomEvent<Picture | null>): void {
    this.#select(null);
    this.picture = detail;
    // Only a picture of one's own needs what is done to one.
    if (detail) void loadCode(() => import('./own/box-handles.ts'));
    this.#look();
  }

  /** Anew, without edits. */
  #begin(given: Partial<LabValues> = {}): void {
    this.values = settled.begun(this.values, given);
    this.errors = [];
    this.#alarms.choose(null);
    this.#editing.reset({ scene: this.values, edits: NO_EDITS });
    this.#edited();
  }

  /** Who heeds what is done by hand. */
  get #hands(): Drawing | Editing {
    return this.picture ? this.#drawing : this.#editing;
  }

  /** What can be asked about in the picture that is shown, in the order of its truths. */
  get #objects(): readonly { id: string }[] {
    return this.picture ? this.#drawing.seen : (this.#looking.subject?.standing ?? []);
  }

  #numberOf(id: string | null): number | null {
    const number = this.#objects.findIndex((object) => object.id === id);
    return number < 0 ? null : number;
  }

  /** One object or one false alarm is asked about, never both. */
  #select(id: string | null, alarm: Alarm | null = null): void {
    this.#alarms.choose(alarm);
    this.#hands.select(id);
  }

  /** All that the parts of the page are drawn from. */
  get #view(): LabView {
    const { picture, values, opened } = this;
    const { subject, answer } = this.#looking;
    const editing = this.#editing;
    const own = picture ? this.#drawing : null;
    // The picture that is shown may be older than the frame that is wanted.
    if (subject?.frame) this.#drawing.look(subject.frame, subject.picture);
    const names = chosen(values);
    const classes = classesOf(names);
    this.#drawing.know(classes);
    const truths = own ? own.truths : (subject?.truths ?? null);
    const seen = this.#judged(this.#looking.seenBy(names), truths);
    const testimonies = this.#testimonies(seen, values.threshold);
    const asked = this.#numberOf(this.#hands.selected);
    return {
      ...{ values, subject, opened, editing, seen, own, truths, classes },
      rested: this.#judgedRested(this.#rested.value, truths),
      known: answer.value,
      looking: answer.working,
      resting: this.#rested.now,
      ...{ testimonies, asked, ...this.#alarms.among(testimonies, asked === null) },
      hovered: this.#numberOf(this.hovered),
      errors: this.errors,
      change: (name, value) => this.#change(name, value),
      gather: (subjects) => this.#set(teamOf(subjects)),
      look: () => this.#look(),
      open: (part) => {
        this.opened = new Set([...this.opened, part]);
      },
      begin: (given) => this.#begin(given),
      ask: (number) => this.#select(this.#objects[number ?? -1]?.id ?? null),
      askAlarm: (alarm) => this.#select(null, alarm),
      handle: (handled) => void hand(this, this.#editing, handled),
      box: (handled) => void hand(this, this.#drawing, handled),
      name: (id) => {
        this.hovered = id;
      },
    };
  }

  override render() {
    const { picture } = this;
    const { answer } = this.#looking;
    const view = this.#view;
    return html`
      ${parts.experimentsPart(view)}
      <div class="bar">
        ${picture ? nothing : parts.sceneButtons(view)}
        <spd-own-picture camera .side=${this.values.pictureSide} @taken=${() => this.#drawing.begin()} @picture=${this.#takePicture}></spd-own-picture>
      </div>
      ${picture ? nothing : parts.galleryPart(view)}
      ${parts.strangersPart(view)}
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <answer-status .answer=${answer} .failed=${words.failed} working=${answer.progress ? words.loading(answer.progress.loaded) : words.starting}
        .loaded=${answer.progress?.loaded} .total=${answer.progress?.total}></answer-status>
      ${parts.stage(view)}
      ${picture ? boxesBar(this.#drawing) : parts.sceneBar(view)}
      ${parts.questionsPart(view)}
      ${parts.choosePart(view)}
      ${parts.objectsPart(view)}
      ${picture ? cropPart(view, this.#ownPicture) : nothing}
      ${parts.legend()}
      ${settingsPart(view)}
      ${picture ? nothing : parts.measurePart(view)}
    `;
  }
}

customElements.define('detection-lab', DetectionLab);
