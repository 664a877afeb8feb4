import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import { sentenceOf } from '#components/kit/faults.ts';
import { Paste } from '#components/kit/paste.ts';
import { pictures as pictureWords } from '#content/words/en/files.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { type Detection, nonMaxSuppression } from '#lib/detection/index.ts';
import { type Normalisation, networkInput } from '#lib/detector/index.ts';
import { parse, type Value } from '#lib/parameters/index.ts';
import './class-names.ts';
import './feature-maps.ts';
import { sortFiles } from './files.ts';
import { completeNames, startingNames } from './names.ts';
import './network-choice.ts';
import type { OwnModel } from './own-model.ts';
import { MOST_PICTURES, type OwnPicture, preparePicture } from './own-pictures.ts';
import './own-result.ts';
import { constrain, declaration, isDetector, sideOf, type WeightsValues } from './parameters.ts';
import { Passes } from './passes.ts';
import './picture-strip.ts';
import { pageStyles } from './styles.ts';
import { trained } from './trained.ts';
import './weights-loader.ts';
import type { WeightsLoader } from './weights-loader.ts';

/** Boxes shown of one picture at most. */
const MOST_BOXES = 100;
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
    decoding: { state: true },
  };

  /** Folder of the trained weights, an address that ends in a slash. */
  declare folder: string;
  declare values: WeightsValues;
  declare errors: string[];
  declare model: OwnModel | null;
  declare names: readonly string[];
  declare pictures: OwnPicture[];
  declare chosen: number;
  declare messages: string[];
  /** What is said while pictures are read; empty when none are. */
  declare decoding: string;

  readonly #passes = new Passes(this);
  /** Counts up when pictures are to be prepared anew, so that older work of that kind ends. */
  #batch = 0;
  #input: { picture: OwnPicture; colours: Normalisation; data: Float32Array } | null = null;

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
    this.decoding = '';
    new Paste(this, (files) => void this.#addFiles(files));
    this.addEventListener('dragover', (event) => this.#over(event, true));
    this.addEventListener('dragleave', (event) => this.#over(event, false));
    this.addEventListener('drop', (event) => this.#dropped(event));
  }

  static override styles = pageStyles;

  override firstUpdated(): void {
    this.#loader.want(this.values.architecture, this.#size, this.values.weights);
    void this.#prepare([null]);
  }

  override updated(): void {
    const done = !this.#passes.looking && this.pictures.some(({ result }) => result !== null);
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
    this.#loader.want(values.architecture, this.#size, values.weights);
    if (this.#size !== before.size || this.#detects !== before.detects) {
      void this.#prepare(this.pictures.map(({ file }) => file));
    } else if (values.colours !== before.colours) this.#lookAnew();
  }

  /** Another architecture leaves the trained weights, which know one only. */
  #pick(change: Partial<WeightsValues>): void {
    const leaves = change.architecture && trained(this.values.weights);
    this.#set(leaves ? { ...change, weights: 'none' } : change);
  }

  /** Decodes and fits files (null: the sample scene); those that can't be read get a sentence. */
  async #prepare(files: (File | null)[], keep: OwnPicture[] = []): Promise<void> {
    const batch = ++this.#batch;
    this.messages =
      files.length + keep.length > MOST_PICTURES ? [words.tooMany(MOST_PICTURES)] : [];
    const pictures = [...keep];
    const taken = files.slice(0, MOST_PICTURES - keep.length);
    for (const [done, file] of taken.entries()) {
      this.decoding = files.some((one) => one !== null)
        ? pictureWords.decodingAll(done, taken.length)
        : '';
      try {
        pictures.push(await preparePicture(file, this.#size, this.#detects));
      } catch (error) {
        if (batch === this.#batch) this.messages = [...this.messages, sentenceOf(error)];
      }
      if (batch !== this.#batch) return;
    }
    this.decoding = '';
    if (pictures.length === 0) pictures.push(await preparePicture(null, this.#size, this.#detects));
    this.pictures = pictures;
    this.chosen = Math.min(keep.length, pictures.length - 1);
    await this.#passes.look();
  }

  async #addFiles(files: File[]): Promise<void> {
    const { weights, pictures, messages } = await sortFiles(files);
    const own = this.pictures.filter(({ file }) => file !== null);
    if (weights) this.#loader.take(weights);
    if (messages.length > 0) this.#loader.say(messages);
    if (pictures.length === 0) return;
    void this.#prepare(pictures, own);
  }

  #remove(index: number): void {
    const left = this.pictures.toSpliced(index, 1);
    if (left.length === 0) void this.#prepare([null]);
    else {
      this.pictures = left;
      this.chosen = Math.min(index, left.length - 1);
    }
  }

  #loaded(model: OwnModel | null): void {
    this.model = model;
    this.#passes.forget();
    if (model) this.names = startingNames(model.graph.classes, model.detects, model.names);
    this.#lookAnew();
  }

  #lookAnew(): void {
    this.pictures = this.pictures.map((picture) => ({ ...picture, result: null }));
    void this.#passes.look();
  }

  #detections({ result }: OwnPicture): Detection[] {
    const { threshold, iou } = this.values;
    const sure = result?.candidates.filter(({ score }) => score >= threshold) ?? [];
    return nonMaxSuppression(sure, { iouThreshold: iou, most: MOST_BOXES });
  }

  /** The input for the feature maps: the same array as long as it is the same picture. */
  #chosenInput(): Float32Array | null {
    const picture = this.pictures[this.chosen];
    if (!this.model || picture?.fit.canvas.width !== this.model.size) return null;
    const { colours } = this;
    if (this.#input?.picture.square !== picture.square || this.#input.colours !== colours) {
      this.#input = { picture, colours, data: networkInput(picture.square, colours).data };
    }
    return this.#input.data;
  }

  #over(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.toggleAttribute('data-over', over);
  }

  #dropped(event: DragEvent): void {
    this.#over(event, false);
    this.#addFiles([...(event.dataTransfer?.files ?? [])]);
  }

  override render() {
    return html`
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      <div class="setup">
        <section>
          <network-choice .architecture=${this.values.architecture} .size=${this.values.size}
            .graph=${this.model?.graph ?? null}
            @pick=${({ detail }: CustomEvent) => this.#pick(detail)}></network-choice>
        </section>
        <section>
          <weights-loader folder=${this.folder}
            @model=${(event: CustomEvent<OwnModel | null>) => this.#loaded(event.detail)}
            @source=${({ detail }: CustomEvent<string>) => this.#set({ weights: detail === 'file' ? 'none' : (detail as WeightsValues['weights']) })}
            @ask=${({ detail }: CustomEvent) => this.#set(detail)}
            @architecture=${({ detail }: CustomEvent<string>) => this.#set({ architecture: detail, weights: 'none' })}
          ></weights-loader>
        </section>
        <section>
          <picture-strip .thumbs=${this.#thumbs()} .chosen=${this.chosen} .messages=${this.messages} decoding=${this.decoding}
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
        <feature-maps .model=${this.model} .input=${this.#chosenInput()} .layer=${this.values.layer}
          @layer=${({ detail }: CustomEvent<number>) => this.#set({ layer: detail })}></feature-maps>
      </section>
    `;
  }

  #result() {
    const picture = this.pictures[this.chosen] ?? null;
    const { threshold, iou, colours } = declaration;
    const classes = this.model?.graph.classes ?? 0;
    const { failure, looking, measured } = this.#passes;
    return html`
      <h2>${words.resultTitle}</h2>
      ${failure ? html`<p class="message bad" role="alert">${failure}</p>` : nothing}
      ${this.#work()}
      <own-result .picture=${picture} .detects=${this.#detects} .names=${completeNames(this.names, classes)}
        .detections=${picture ? this.#detections(picture) : []}>
        <div class="settings">
          ${controls(this.#detects ? { threshold, iou } : { colours }, this.values, (name: string, value: Value) => this.#set({ [name]: value }))}
          <backend-choice .used=${picture?.result?.backend ?? ''} @backend=${() => this.#lookAnew()}></backend-choice>
          <div class="row">
            <button type="button" aria-disabled=${!this.model || looking} @click=${() => this.model && !looking && this.#passes.measure()}>${words.measure}</button>
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

  #work() {
    const all = this.pictures.length;
    if (this.#passes.looking) {
      const done = this.pictures.filter(({ result }) => result !== null).length;
      return html`<p class="message" role="status">${words.running(Math.min(done, all - 1), all)}
        <button type="button" @click=${() => this.#passes.stop()}>${words.stop}</button></p>`;
    }
    if (!this.#passes.halted) return nothing;
    return html`<p class="message" role="status">${words.halted}
      <button type="button" @click=${() => this.#passes.look()}>${words.goOn}</button></p>`;
  }

  #thumbs() {
    return this.pictures.map((picture) => {
      const { name, square, file, result } = picture;
      const found = result ? this.#foundIn(picture) : '';
      return { name, square, own: file !== null, found };
    });
  }

  #foundIn(picture: OwnPicture): string {
    if (this.#detects) return words.found(this.#detections(picture).length);
    const { probabilities } = picture.result!;
    const best = probabilities.indexOf(Math.max(...probabilities));
    return completeNames(this.names, probabilities.length)[best];
  }
}

customElements.define('your-weights', YourWeights);
