import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import { Drop } from '#components/kit/drop.ts';
import { sentenceOf } from '#components/kit/faults.ts';
import { Paste } from '#components/kit/paste.ts';
import { pictures as pictureWords } from '#content/words/en/files.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Detector, Normalisation } from '#lib/detector/index.ts';
import type { Value } from '#lib/parameters/index.ts';
import './class-names.ts';
import './feature-maps.ts';
import { sortFiles } from './files.ts';
import { detectionsIn, thumbsOf } from './found.ts';
import { LastInput } from './last-input.ts';
import { completeNames, startingNames } from './names.ts';
import './network-choice.ts';
import { MOST_PICTURES, type OwnPicture, preparePicture } from './own-pictures.ts';
import './own-result.ts';
import { constrain, declaration, isDetector, sideOf, type WeightsValues } from './parameters.ts';
import { Passes } from './passes.ts';
import './picture-strip.ts';
import { progressOf } from './progress.ts';
import { pageStyles } from './styles.ts';
import { trained } from './trained.ts';
import './weights-loader.ts';
import type { WeightsLoader } from './weights-loader.ts';

/** `<your-weights folder="/weights/">`: a network of the catalogue with the reader's weights, on the reader's pictures. */
export class YourWeights extends LitElement {
  static override properties = {
    folder: {},
    values: { state: true },
    errors: { state: true },
    model: { state: true },
    names: { state: true },
    pictures: { state: true },
    chosen: { state: true },
    messages: { state: true },
  };

  /** Folder of the trained weights, an address that ends in a slash. */
  declare folder: string;
  declare values: WeightsValues;
  declare errors: string[];
  declare model: Detector | null;
  declare names: readonly string[];
  declare pictures: OwnPicture[];
  declare chosen: number;
  declare messages: string[];

  readonly #passes = new Passes(this);
  readonly #preparing = new Answer<OwnPicture[], string>(this);
  readonly #input = new LastInput();

  constructor() {
    super();
    this.folder = '/weights/';
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    this.values = values;
    this.errors = errors;
    this.model = null;
    this.names = [];
    this.pictures = [];
    this.chosen = 0;
    this.messages = [];
    new Paste(this, (files) => void this.#addFiles(files));
    new Drop(this, (files) => void this.#addFiles(files));
  }

  static override styles = pageStyles;

  override firstUpdated(): void {
    this.#loader.want(this.values.architecture, this.values.weights);
    this.#prepare([null]);
  }

  override updated(): void {
    const done =
      !this.#passes.answer.working && this.pictures.some(({ result }) => result !== null);
    this.toggleAttribute('data-ready', done);
  }

  get #loader(): WeightsLoader {
    return this.renderRoot.querySelector('weights-loader')!;
  }

  get #size(): number {
    return sideOf(this.values);
  }

  get #detects(): boolean {
    return isDetector(this.values.architecture);
  }

  /** How the pictures' colours are given to the network. */
  get colours(): Normalisation {
    return this.#detects ? 'plain' : this.values.colours;
  }

  /** Has the loader say what the engine holds. */
  weigh(): Promise<void> {
    return this.#loader.weigh();
  }

  #set(change: Partial<WeightsValues>): void {
    const before = { ...this.values, size: this.#size, detects: this.#detects };
    const { values, errors } = parse(declaration, { ...this.values, ...change }, constrain);
    this.values = values;
    this.errors = errors;
    writeValues(declaration, values);
    this.#loader.want(values.architecture, values.weights);
    if (this.#size !== before.size || this.#detects !== before.detects) {
      this.#prepare(this.pictures.map(({ file }) => file));
    } else if (values.colours !== before.colours) this.#lookAnew();
  }

  /** Another architecture leaves the trained weights, which know one only. */
  #pick(change: Partial<WeightsValues>): void {
    const leaves = change.architecture && trained(this.values.weights);
    this.#set(leaves ? { ...change, weights: 'none' } : change);
  }

  /** Decodes and fits files (null: the sample scene); those that can't be read get a sentence. */
  #prepare(files: (File | null)[], keep: OwnPicture[] = []): void {
    const most = MOST_PICTURES - keep.length;
    const [size, detects] = [this.#size, this.#detects];
    this.messages = files.length > most ? [words.tooMany(MOST_PICTURES)] : [];
    void this.#preparing.ask(async (signal, tell) => {
      const pictures = [...keep];
      const taken = files.slice(0, most);
      for (const [done, file] of taken.entries()) {
        if (file) tell(pictureWords.decodingAll(done, taken.length));
        try {
          pictures.push(await preparePicture(file, size, detects));
        } catch (error) {
          if (!signal.aborted) this.messages = [...this.messages, sentenceOf(error)];
        }
        if (signal.aborted) return pictures;
      }
      if (pictures.length === 0) pictures.push(await preparePicture(null, size, detects));
      if (signal.aborted) return pictures;
      this.pictures = pictures;
      this.chosen = Math.min(keep.length, pictures.length - 1);
      this.#passes.look();
      return pictures;
    });
  }

  async #addFiles(files: File[]): Promise<void> {
    const { weights, pictures, messages } = await sortFiles(files);
    const own = this.pictures.filter(({ file }) => file !== null);
    if (weights) this.#loader.take(weights);
    if (messages.length > 0) this.#loader.say(messages);
    if (pictures.length === 0) return;
    this.#prepare(pictures, own);
  }

  #remove(index: number): void {
    const left = this.pictures.toSpliced(index, 1);
    if (left.length === 0) this.#prepare([null]);
    else {
      this.pictures = left;
      this.chosen = Math.min(index, left.length - 1);
    }
  }

  #loaded(model: Detector | null): void {
    this.model = model;
    this.#passes.forget();
    if (model) this.names = startingNames(model.info.classes, model.detects, model.names);
    this.#lookAnew();
  }

  #lookAnew(): void {
    this.pictures = this.pictures.map((picture) => ({ ...picture, result: null }));
    this.#passes.look();
  }

  override render() {
    return html`
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <div class="setup">
        <section>
          <network-choice .architecture=${this.values.architecture} .size=${this.values.size}
            .model=${this.model}
            @pick=${({ detail }: CustomEvent) => this.#pick(detail)}></network-choice>
        </section>
        <section>
          <weights-loader folder=${this.folder}
            @model=${(event: CustomEvent<Detector | null>) => this.#loaded(event.detail)}
            @source=${({ detail }: CustomEvent<string>) => this.#set({ weights: detail === 'file' ? 'none' : (detail as WeightsValues['weights']) })}
            @ask=${({ detail }: CustomEvent) => this.#set(detail)}
            @architecture=${({ detail }: CustomEvent<string>) => this.#set({ architecture: detail, weights: 'none' })}
          ></weights-loader>
        </section>
        <section>
          <picture-strip .thumbs=${thumbsOf(this.pictures, this.values, this.names)} .chosen=${this.chosen} .messages=${this.messages} decoding=${this.#preparing.progress ?? ''}
            @files=${({ detail }: CustomEvent<File[]>) => this.#addFiles(detail)}
            @choose=${({ detail }: CustomEvent<number>) => {
              this.chosen = detail;
            }}
            @remove=${({ detail }: CustomEvent<number>) => this.#remove(detail)}
          ></picture-strip>
        </section>
      </div>
      <section>${this.#result()}</section>
      <section>
        <feature-maps .model=${this.model} .input=${this.model ? this.#input.of(this.pictures[this.chosen], this.colours) : null} .layer=${this.values.layer}
          @layer=${({ detail }: CustomEvent<number>) => this.#set({ layer: detail })}></feature-maps>
      </section>
    `;
  }

  #result() {
    const picture = this.pictures[this.chosen] ?? null;
    const { threshold, iou, colours } = declaration;
    const classes = this.model?.info.classes ?? 0;
    const { answer, measured } = this.#passes;
    return html`
      <h2>${words.resultTitle}</h2>
      ${progressOf(this.#passes, this.pictures)}
      <own-result .picture=${picture} .detects=${this.#detects} .names=${completeNames(this.names, classes)}
        .detections=${picture ? detectionsIn(picture, this.values) : []}>
        <div class="settings">
          ${controls(this.#detects ? { threshold, iou } : { colours }, this.values, (name: string, value: Value) => this.#set({ [name]: value }))}
          <backend-choice .used=${picture?.result?.backend ?? ''} @backend=${() => this.#lookAnew()}></backend-choice>
          <div class="row">
            <button type="button" aria-disabled=${!this.model || answer.working} @click=${() => this.model && !answer.working && this.#passes.measure()}>${words.measure}</button>
            <span role="status">${measured}</span>
          </div>
          ${
            this.model
              ? html`<class-names .names=${this.names} .classes=${classes}
                @names=${({ detail }: CustomEvent<string[]>) => {
                  this.names = detail;
                }}></class-names>`
              : nothing
          }
        </div>
      </own-result>
    `;
  }
}

customElements.define('your-weights', YourWeights);
