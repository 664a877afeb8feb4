import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { vary as words } from '#content/words/en/vary.ts';
import { LENGTHS_ASKED, OFFSETS } from '#lib/analysis/index.ts';
import { SHOWN } from '#lib/detection/suppress.ts';
import { type Edits, type StandingObject, withPose, writeEdits } from '#lib/scenes/index.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import { hueOf, nameOf } from '../choices.ts';
import type { Contender } from '../contenders.ts';
import type { Handled } from '../scene-handles.ts';
import { type Answers, type Asking, atLengths, atOffsets, othersOf, type Subject } from './ask.ts';
import { offsetMaps } from './offset-maps.ts';
import { lossSentence, sizeChart } from './size-chart.ts';
import { varyStyles } from './styles.ts';

/** What is known of one object, or of several others of its kind. */
interface Varied {
  /** Of what: the object without its length, the scene, the contenders. */
  key: string;
  lengths: Answers;
  offsets: Answers;
}

interface Others {
  key: string;
  /** Of each other object. */
  all: Omit<Varied, 'key'>[];
}

interface Steps {
  done: number;
  all: number;
}

const PLACES = OFFSETS.length ** 2;
/** Others are asked at every second offset. */
const FEW_PLACES = ((OFFSETS.length + 1) / 2) ** 2;
const COUNTS = [5, 10, 20];

/**
 * `<vary-object>`: one object at many lengths and at places within a pixel, and the same of others of its kind. Fires
 * `ask` with the number of an object and `handle` when the object gets another length.
 */
export class VaryObject extends LitElement {
  static override properties = {
    contenders: { attribute: false },
    scene: { attribute: false },
    edits: { attribute: false },
    standing: { attribute: false },
    asked: { attribute: false },
    resting: { type: Boolean },
    threshold: { type: Number },
    count: { state: true },
  };

  declare contenders: readonly Contender[];
  declare scene: SceneParameters;
  declare edits: Edits;
  declare standing: readonly StandingObject[];
  /** The number of the object that is chosen. */
  declare asked: number | null;
  /** Whether nothing is being dragged: only then is it worth asking. */
  declare resting: boolean;
  declare threshold: number;
  declare count: number;

  readonly #own = new Answer<Varied, Steps>(this);
  readonly #others = new Answer<Others, Steps>(this);
  #asking = '';
  #othersAsked = '';
  #gestures = 0;

  constructor() {
    super();
    this.contenders = [];
    this.standing = [];
    this.asked = null;
    this.resting = false;
    this.threshold = SHOWN.scoreThreshold;
    this.count = 10;
  }

  get #object(): StandingObject | undefined {
    return this.standing[this.asked ?? -1];
  }

  /** What an answer is true of. The length the object has now is none of it. */
  get #key(): string {
    const { scene, edits } = this;
    const object = this.#object;
    if (!object) return '';
    const around = writeEdits(withPose(edits, object.id, { ...object, length: 1 }));
    const names = this.contenders.map(({ name }) => name);
    return JSON.stringify([names, Object.entries(scene).sort(), object.id, around]);
  }

  protected override updated(): void {
    const key = this.#key;
    if (this.#others.working && this.#othersAsked !== this.#othersKey) this.#others.stop();
    if (!key || !this.resting || this.contenders.length === 0 || key === this.#asking) return;
    this.#asking = key;
    const subject = this.#subject();
    void this.#own.ask(async (signal, tell) => {
      const asking = this.#steps(LENGTHS_ASKED.length + PLACES, signal, tell);
      const lengths = await atLengths(subject, asking);
      return { key, lengths, offsets: await atOffsets(subject, asking) };
    });
  }

  #subject(): Subject {
    return { scene: this.scene, edits: this.edits, object: this.#object! };
  }

  #steps(all: number, signal: AbortSignal, tell: (steps: Steps) => void): Asking {
    let done = 0;
    tell({ done, all });
    return { contenders: this.contenders, signal, step: () => tell({ done: ++done, all }) };
  }

  #askOthers(): void {
    const { count, scene } = this;
    const kind = this.#object!.kind;
    const key = this.#othersKey;
    this.#othersAsked = key;
    void this.#others.ask(async (signal, tell) => {
      const found = await othersOf(kind, scene, count, signal);
      const asking = this.#steps(found.length * (LENGTHS_ASKED.length + FEW_PLACES), signal, tell);
      const all: Others['all'] = [];
      for (const subject of found) {
        const lengths = await atLengths(subject, asking);
        all.push({ lengths, offsets: await atOffsets(subject, asking, 2) });
      }
      return { key, all };
    });
  }

  /** Others are others of a kind, whichever of it is chosen. */
  get #othersKey(): string {
    const names = this.contenders.map(({ name }) => name);
    return JSON.stringify([names, Object.entries(this.scene).sort(), this.#object?.kind]);
  }

  /** The next sweep of the slider is a step of its own. */
  #letGo(): void {
    this.#gestures++;
  }

  #resize(event: Event): void {
    const { id, ...pose } = this.#object!;
    const length = Number((event.target as HTMLInputElement).value) * (128 / this.scene.resolution);
    const detail: Handled = { id, pose: { ...pose, length }, gesture: `length ${this.#gestures}` };
    this.dispatchEvent(new CustomEvent('handle', { detail, bubbles: true, composed: true }));
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const detail = value === '' ? null : Number(value);
    this.dispatchEvent(new CustomEvent('ask', { detail, bubbles: true, composed: true }));
  }

  override render() {
    const object = this.#object;
    const others = this.#others;
    return html`<p>${words.hint}</p>
      <div class="row">
        <label class="control"><span>${words.object}</span>
          <select name="varied" @change=${this.#choose}>
            <option value="" .selected=${!object}>${words.none}</option>
            ${this.standing.map(({ kind }, i) => html`<option value=${i} .selected=${i === this.asked}>${i + 1}: ${kind}</option>`)}
          </select></label>
        ${object ? html`${this.#slider(object)} ${this.#more()}` : nothing}
      </div>
      ${this.#status(this.#own)} ${this.#status(others)}
      ${object && this.#own.value?.key === this.#key ? this.#answer(this.#own.value, object) : nothing}
      ${object && others.value && others.value.key !== this.#othersKey ? html`<p role="status">${words.moved}</p>` : nothing}`;
  }

  #slider({ length }: StandingObject) {
    const scale = this.scene.resolution / 128;
    const [least, most] = [LENGTHS_ASKED[0] * scale, LENGTHS_ASKED.at(-1)! * scale];
    const shown = `${(length * scale).toFixed(1)} px`;
    return html`<label class="control wide"><span>${words.length} <b>${shown}</b></span>
      <input type="range" name="length" min=${least} max=${most} step="0.1" .value=${live(String(length * scale))}
        aria-valuetext=${shown} @input=${this.#resize} @change=${this.#letGo} /></label>`;
  }

  /** How many others of its kind are asked, and the button that asks them. */
  #more() {
    const { working } = this.#others;
    const changed = (event: Event) => {
      this.count = Number((event.target as HTMLSelectElement).value);
    };
    return html`<label class="control"><span>${words.others}</span>
        <select name="others" @change=${changed}>${COUNTS.map(
          (count) =>
            html`<option value=${count} .selected=${count === this.count}>${count}</option>`,
        )}</select></label>
      <button type="button" aria-disabled=${working} @click=${() => working || this.#askOthers()}>${words.ask}</button>`;
  }

  #status(answer: Answer<Varied, Steps> | Answer<Others, Steps>) {
    const { progress } = answer;
    return html`<answer-status .answer=${answer} .failed=${words.failed} working=${words.asking(progress?.done ?? 0, progress?.all ?? 0)}
      .loaded=${progress?.done} .total=${progress?.all}></answer-status>`;
  }

  #answer({ lengths, offsets }: Varied, { kind, length }: StandingObject) {
    const known = this.#others.value;
    const others = known?.key === this.#othersKey ? known.all : [];
    const scale = this.scene.resolution / 128;
    const { threshold } = this;
    const mostError = Math.max(0.5, ...offsets.flat().map(({ error }) => error ?? 0));
    const each = (draw: (name: string, i: number) => unknown) =>
      html`<div class="models">${this.contenders.map(
        ({ name }, i) =>
          html`<section class=${hueOf(name)}><h4>${nameOf(name)}</h4>${draw(name, i)}</section>`,
      )}</div>`;
    return html`<h3>${words.sizeTitle}</h3>
      <p>${words.sizeText(kind, others.length)}</p>
      ${each((name, i) => {
        const curve = {
          name,
          threshold,
          scale,
          length,
          own: lengths[i],
          others: others.map((of) => of.lengths[i]),
        };
        return html`${sizeChart(curve)}<p class="small" role="status">${lossSentence(curve)}</p>`;
      })}
      <h3>${words.shiftTitle}</h3>
      <p>${words.shiftText}</p>
      ${each((_, i) => offsetMaps({ own: offsets[i], others: others.map((of) => of.offsets[i]), threshold, mostError }))}`;
  }

  static override styles = varyStyles;
}

customElements.define('vary-object', VaryObject);

declare global {
  interface HTMLElementTagNameMap {
    'vary-object': VaryObject;
  }
}
