import { html, LitElement, nothing } from 'lit';
import { flushAddress, writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controls } from '#components/kit/controls.ts';
import { Drop } from '#components/kit/drop.ts';
import { experiments } from '#components/kit/experiments.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { parse } from '#components/kit/parse.ts';
import { Paste } from '#components/kit/paste.ts';
import { ACCEPT } from '#components/kit/picture/picture.ts';
import { classify as words } from '#content/words/en/classify.ts';
import { draw, SIDE } from '#lib/classify/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import type { Value } from '#lib/parameters/index.ts';
import './batch-counter.ts';
import './draw-pad.ts';
import { answersTo, type Judge, Judges } from './looking.ts';
import {
  type ClassifyValues,
  chosen,
  declaration,
  drawing,
  EXPERIMENTS,
  nameOf,
  networks,
  sideOf,
} from './parameters.ts';
import { blank } from './pen.ts';
import { byClass, bySize, type Sight, summary } from './scores.ts';
import { sizes } from './sizes.ts';
import { classifyStyles } from './styles.ts';

/** Strokes that can be taken back. */
const MOST_UNDO = 50;

/** `<classify-lab weights="/weights/">`: two or three networks name what is in one small picture. */
export class ClassifyLab extends LitElement {
  static override properties = {
    weights: {},
    values: { state: true },
    messages: { state: true },
    pixels: { state: true },
    judges: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  declare values: ClassifyValues;
  declare messages: string[];
  /** RGB uint8 [32, 32, 3]: what the networks are asked about. */
  declare pixels: Uint8Array;
  declare judges: readonly Judge[];

  readonly #looking = new Answer<Sight, Progress>(this);
  readonly #opening = new Answer<void>(this);
  #owner: Judges | undefined;
  /** The pictures before each stroke. */
  #before: Uint8Array[] = [];
  /** The picture has changed while the last one was being looked at. */
  #again = false;

  constructor() {
    super();
    this.weights = '';
    this.judges = [];
    this.#read();
    new Drop(this, ([file]) => void this.#open(file));
    new Paste(this, ([file]) => void this.#open(file));
  }

  static override styles = classifyStyles;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#back);
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#back);
    void this.#owner?.release();
  }

  #read(): void {
    const { values, errors } = parse(declaration, new URLSearchParams(location.search));
    this.values = values;
    this.messages = errors;
    this.#reset();
  }

  #back = (): void => {
    flushAddress();
    this.#read();
    this.#load();
  };

  /** The drawing of the settings, without a stroke. */
  #reset(): void {
    const { drawing } = this.values;
    this.pixels = drawing === 'blank' ? blank() : draw(drawing);
    this.#before = [];
  }

  #set(given: ClassifyValues, entry: boolean): void {
    const { values, errors } = parse(declaration, given);
    const before = this.values;
    this.values = values;
    this.messages = errors;
    writeValues(declaration, values, { entry });
    if (values.drawing !== before.drawing) this.#show(undefined);
    if (chosen(values).join() !== chosen(before).join()) this.#load();
  }

  #change = (name: string, value: Value): void => {
    // What is chosen anew is drawn anew, over whatever was drawn on it.
    if (name === 'drawing' && value === this.values.drawing) this.#show(undefined);
    this.#set({ ...this.values, [name]: value } as ClassifyValues, true);
  };

  #try(experiment: Partial<ClassifyValues>): void {
    this.#show(undefined);
    this.#set({ ...this.values, ...experiment }, true);
  }

  /** Other pixels; without them those of the settings. */
  #show(pixels: Uint8Array | undefined): void {
    if (pixels) this.pixels = pixels;
    else this.#reset();
    this.#look();
  }

  #keep(before: Uint8Array): void {
    this.#before = [...this.#before.slice(1 - MOST_UNDO), before];
  }

  #undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.#show(before);
  }

  async #open(file: File): Promise<void> {
    await this.#opening.ask(async (signal) => {
      const { decodePicture, middleSquare, resize } = await loadCode(
        () => import('#components/kit/picture/decode.ts'),
      );
      const bitmap = await decodePicture(file);
      const square = await middleSquare(bitmap);
      bitmap.close();
      const { pixels } = resize(square, SIDE, SIDE);
      square.close();
      signal.throwIfAborted();
      this.#keep(this.pixels);
      this.#show(Uint8Array.from(pixels));
    });
  }

  /** Fetches the networks of the settings, and shows them the picture. */
  #load(): void {
    this.#owner ??= new Judges(this.weights || this.getAttribute('weights') || '');
    const owner = this.#owner;
    const names = chosen(this.values);
    this.judges = [];
    void this.#looking.ask(async (signal, tell) => {
      const judges = await owner.hold(names, { signal, onProgress: tell });
      this.judges = judges;
      return this.#sight(judges, signal);
    });
  }

  /** The newest picture counts; while one is looked at it waits, so that answers keep coming while a stroke is drawn. */
  #look(): void {
    if (this.#looking.working) {
      this.#again = true;
      return;
    }
    const { judges } = this;
    if (judges.length > 0) void this.#looking.ask((signal) => this.#sight(judges, signal));
    else this.#load();
  }

  async #sight(judges: readonly Judge[], signal: AbortSignal): Promise<Sight> {
    const names = judges.map(({ name }) => nameOf(name));
    let sight: Sight;
    do {
      this.#again = false;
      const answers = await answersTo(judges, this.pixels, signal);
      sight = { names, probabilities: answers.map((of) => of.map(([picture]) => picture)) };
      this.#looking.value = sight;
      this.requestUpdate();
    } while (this.#again && !signal.aborted);
    return sight;
  }

  override render() {
    const { values } = this;
    const side = sideOf(values);
    const { value: sight, progress } = this.#looking;
    return html`
      ${experiments(EXPERIMENTS, words.experiments, (given) => this.#try(given))}
      <div class="bench">
        ${this.#picture()}
        <div class="said">
          ${sizes(this.pixels, side, (own) => this.#change('side', String(own)))}
          <answer-status .answer=${this.#looking} working=${words.working} .loaded=${progress?.loaded} .total=${progress?.total}></answer-status>
          ${this.messages.map((message) => html`<p class="message" role="status">${message}</p>`)}
          ${sight ? [summary(sight, side), html`<h2>${words.answersTitle}</h2>`, bySize(sight, side), byClass(sight, side)] : nothing}
        </div>
      </div>
      ${controls(networks, values, this.#change)}
      <h2>${words.batchTitle}</h2>
      ${words.batch.map((text) => html`<p class="help">${text}</p>`)}
      <batch-counter .judges=${this.judges} .side=${side} .values=${values} .change=${this.#change}></batch-counter>`;
  }

  #picture() {
    return html`<div class="own">
      ${controls(drawing, this.values, this.#change)}
      <draw-pad .pixels=${this.pixels} @stroke=${({ detail }: CustomEvent<Uint8Array>) => this.#keep(detail)} @draw=${({ detail }: CustomEvent<Uint8Array>) => this.#show(detail)}></draw-pad>
      <div class="bar">
        <button type="button" aria-disabled=${this.#before.length === 0} @click=${() => this.#undo()}>${words.pad.undo}</button>
        <button type="button" @click=${() => this.#show(undefined)}>${words.pad.clear}</button>
        ${fileButton(words.choose, ([file]) => void this.#open(file), { accept: ACCEPT })}
      </div>
      <answer-status .answer=${this.#opening}></answer-status>
      <p class="help">${words.drop} ${words.notPhotographs}</p>
    </div>`;
  }
}

customElements.define('classify-lab', ClassifyLab);
