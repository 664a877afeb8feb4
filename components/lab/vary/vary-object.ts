import { html, LitElement, nothing } from 'lit';
import type { Answer } from '#components/kit/answer.ts';
import { live } from '#components/kit/live.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/pixel-view.ts';
import { vary as words } from '#content/words/en/vary.ts';
import { LENGTHS_ASKED } from '#lib/analysis/index.ts';
import { SHOWN } from '#lib/detection/suppress.ts';
import { type Edits, type StandingObject, withPose, writeEdits } from '#lib/scenes/index.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import { hueOf, nameOf } from '../choices.ts';
import type { Contender } from '../contenders.ts';
import type { Handled } from '../scene-handles.ts';
import type { Subject } from './ask.ts';
import { offsetMaps } from './offset-maps.ts';
import { lossSentence, sizeChart } from './size-chart.ts';
import { varyStyles } from './styles.ts';
import { type Said, type Steps, Varying } from './varying.ts';

const COUNTS = [5, 10, 20];

/**
 * `<vary-object>`: one object at many lengths and at places within a pixel, where it stands and on other grounds. Fires
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

  readonly #varying = new Varying(this);
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
    this.#varying.heed(this.#elsewhereKey);
    if (!key || !this.resting || this.contenders.length === 0) return;
    this.#varying.ask(key, this.#subject(), this.contenders);
  }

  #subject(): Subject {
    return { scene: this.scene, edits: this.edits, object: this.#object! };
  }

  #askElsewhere(): void {
    const { contenders, count } = this;
    this.#varying.askElsewhere(this.#elsewhereKey, this.#subject(), { contenders, count });
  }

  /** What an answer on other grounds is true of: what else stands on its own ground is none of it. */
  get #elsewhereKey(): string {
    const object = this.#object;
    if (!object) return '';
    const names = this.contenders.map(({ name }) => name);
    const { look, x, y, angle } = object;
    return JSON.stringify([names, Object.entries(this.scene).sort(), look, x, y, angle]);
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
    const said = this.#varying.saidOf(this.#key);
    return html`<p>${words.hint}</p>
      <div class="row">
        <label class="control"><span>${words.object}</span>
          <select name="varied" @change=${this.#choose}>
            <option value="" .selected=${!object}>${words.none}</option>
            ${this.standing.map(({ kind }, i) => html`<option value=${i} .selected=${i === this.asked}>${i + 1}: ${kind}</option>`)}
          </select></label>
        ${object ? html`${this.#slider(object)} ${this.#more()}` : nothing}
      </div>
      ${this.#status(this.#varying.own)} ${this.#status(this.#varying.grounds)}
      ${object && said ? this.#answer(said, object) : nothing}`;
  }

  #slider({ length }: StandingObject) {
    const scale = this.scene.resolution / 128;
    const [least, most] = [LENGTHS_ASKED[0] * scale, LENGTHS_ASKED.at(-1)! * scale];
    const shown = `${(length * scale).toFixed(1)} px`;
    return html`<label class="control wide"><span>${words.length} <b>${shown}</b></span>
      <input type="range" name="length" min=${least} max=${most} step="0.1" .value=${live(String(length * scale))}
        aria-valuetext=${shown} @input=${this.#resize} @change=${this.#letGo} /></label>`;
  }

  /** On how many other grounds it is set, and the button that does it. */
  #more() {
    const { working } = this.#varying.grounds;
    const changed = (event: Event) => {
      this.count = Number((event.target as HTMLSelectElement).value);
    };
    return html`<label class="control"><span>${words.others}</span>
        <select name="others" @change=${changed}>${COUNTS.map(
          (count) =>
            html`<option value=${count} .selected=${count === this.count}>${count}</option>`,
        )}</select></label>
      <button type="button" aria-disabled=${working} @click=${() => working || this.#askElsewhere()}>${words.ask}</button>`;
  }

  #status(answer: Answer<void, Steps>) {
    const { progress } = answer;
    return html`<answer-status .answer=${answer} .failed=${words.failed} working=${words.asking(progress?.done ?? 0, progress?.all ?? 0)}
      again=${words.goOn} .loaded=${progress?.done} .total=${progress?.all}></answer-status>`;
  }

  #answer({ lengths, offsets }: Said, { kind, length }: StandingObject) {
    const elsewhere = this.#varying.groundsOf(this.#elsewhereKey);
    const grounds = elsewhere.all;
    const scale = this.scene.resolution / 128;
    const { threshold } = this;
    const mostError = Math.max(0.5, ...offsets.flat().map((said) => said?.error ?? 0));
    const each = (draw: (name: string, i: number) => unknown) =>
      html`<div class="models">${this.contenders.map(
        ({ name }, i) =>
          html`<section class=${hueOf(name)}><h4>${nameOf(name)}</h4>${draw(name, i)}</section>`,
      )}</div>`;
    return html`<h3>${words.sizeTitle}</h3>
      <p>${words.sizeText(kind, grounds.length)}</p>
      ${this.#grounds(elsewhere)}
      ${each((name, i) => {
        const curve = {
          name,
          threshold,
          scale,
          length,
          own: lengths[i],
          others: grounds.map((ground) => ground.lengths[i]),
        };
        return html`${sizeChart(curve)}<p class="small" role="status">${lossSentence(curve)}</p>`;
      })}
      <h3>${words.shiftTitle}</h3>
      <p>${words.shiftText}</p>
      ${each((_, i) => offsetMaps({ own: offsets[i], others: grounds.map((ground) => ground.offsets[i]), threshold, mostError }))}`;
  }

  /** The object on each of them, in small. */
  #grounds({ all, wanted }: ReturnType<Varying['groundsOf']>) {
    const { grounds } = this.#varying;
    if (all.length === 0 && wanted === 0) {
      return this.#varying.groundsOfOther(this.#elsewhereKey)
        ? html`<p role="status">${words.moved}</p>`
        : nothing;
    }
    const few = grounds.status === 'done' && all.length < wanted;
    return html`${few ? html`<p role="status">${words.few(all.length)}</p>` : nothing}
      <ul class="grounds">${all.map(
        ({ image, subject }) =>
          html`<li><pixel-view .image=${image} label=${words.ground(subject.scene.seed)}></pixel-view></li>`,
      )}</ul>`;
  }

  static override styles = varyStyles;
}

customElements.define('vary-object', VaryObject);

declare global {
  interface HTMLElementTagNameMap {
    'vary-object': VaryObject;
  }
}
