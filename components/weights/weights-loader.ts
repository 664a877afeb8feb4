import { css, html, LitElement, nothing } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { spokenFault } from '#components/kit/fault-words.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import '#components/kit/answer-status.ts';
import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { absolute } from '#components/kit/in-site.ts';
import { notWeights } from '#content/words/en/files.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { DetectorOwner, OtherWeights } from '#lib/detector/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import type { Identity } from '#lib/model/index.ts';
import { sortFiles } from './files.ts';
import { namesList } from './names-list.ts';
import { refusal } from './refusal.ts';
import { sharedStyles } from './styles.ts';
import { trained } from './trained.ts';
import { trainedChoice } from './trained-choice.ts';
import { type Loaded, noteOn, ofFile, type Wish } from './wish.ts';

/**
 * `<weights-loader>`: takes a weights file, or weights that need none, and loads them for an architecture. Fires `model`
 * with the Detector or null, `source` with what is loaded (none, file, random, or the path of trained weights), `ask` with
 * the settings that the reader asks for, and `architecture` with a name when the reader goes over to the one that the
 * file fits.
 */
export class WeightsLoader extends LitElement {
  static override properties = {
    folder: {},
    loaded: { state: true },
    said: { state: true },
    memory: { state: true },
  };

  /** Folder of the trained weights, an address that ends in a slash. */
  declare folder: string;
  declare loaded: Loaded | null;
  /** About files that are no weights. */
  declare said: string;
  declare memory: string;

  readonly #owner = new DetectorOwner(engine);
  readonly #answer = new Answer<Loaded, Progress>(this, {
    onAnswer: (loaded) => this.#put(loaded),
  });
  #architecture = '';
  /** What is loaded, on its way, or to be tried again. */
  #wish: Wish | null = null;
  /** The file of the last loading, if it was one. */
  #tried: File | null = null;

  constructor() {
    super();
    new KeptFocus(this);
    this.folder = '/weights/';
    this.loaded = null;
    this.said = '';
    this.memory = '';
  }

  static override styles = [
    ...sharedStyles,
    css`
      .faults { margin: 0.5rem 0 0; padding: 0 0 0 1.1rem; font-size: 0.8125rem; }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#put(null);
    this.#architecture = '';
    void this.#owner.release();
  }

  /**
   * Which network is wanted from now on, and without a file which weights (none, random, a path of trained ones); loads
   * anew when that makes a difference.
   */
  want(architecture: string, weights: string): void {
    const wish = this.#wishFor(weights);
    if (architecture === this.#architecture && wish?.name === this.#wish?.name) return;
    this.#architecture = architecture;
    this.#wish = wish;
    // What another network says of the pictures is not asked for any more.
    if (this.loaded && this.loaded.detector.info.name !== architecture) this.#put(null);
    if (wish) void this.#load(wish);
    else this.#leave();
  }

  /** Loads a file of the reader's. */
  take(file: File): void {
    void this.#load(ofFile(file));
  }

  /** Says something about files that are none of these. */
  say(messages: string[]): void {
    this.said = messages.join(' ');
  }

  /** Asks the engine what it holds; before it has held anything that is not worth a line. */
  async weigh(): Promise<void> {
    const { tensors, bytes, models } = await (await engine()).memory();
    if (models === 0 && !this.memory) return;
    this.memory = words.memory(tensors, bytes, models);
  }

  /** A file stays chosen until another source is. */
  #wishFor(weights: string): Wish | null {
    if (weights === 'random') return { name: weights, source: { kind: 'random' } };
    if (trained(weights)) {
      const address = absolute(`${this.folder}${weights}`);
      return { name: weights, source: { kind: 'trained', address } };
    }
    return this.#wish?.source.kind === 'file' ? this.#wish : null;
  }

  async #load(wish: Wish): Promise<void> {
    this.#wish = wish;
    this.#tried = wish.source.kind === 'file' ? (wish.source.file as File) : null;
    this.said = '';
    const architecture = architectures.get(this.#architecture);
    const loaded = await this.#answer.ask(async (signal, tell) => {
      const request = { architecture, source: wish.source };
      const [detector] = await this.#owner.hold([request], { signal, onProgress: tell });
      return { detector, wish };
    });
    if (!loaded && this.#wish === wish) this.#notLoaded(wish);
  }

  /**
   * What was loaded before stays, as long as the settings name its network. Trained weights that did not come stay
   * wanted, in the address too: the reader may try again. A file of another model stays chosen: it may be the settings
   * that the reader changes.
   */
  #notLoaded(wish: Wish): void {
    const { status } = this.#answer;
    if (status !== 'failed' && status !== 'stopped') return;
    const stays = status === 'failed' && wish.source.kind !== 'random';
    if (this.loaded && !(stays && wish.source.kind === 'trained')) this.#wish = this.loaded.wish;
    else {
      this.#put(null);
      void this.#owner.release();
      if (!stays) this.#wish = null;
    }
    this.#tellSource();
  }

  #put(loaded: Loaded | null): void {
    if (!loaded && !this.loaded) return;
    this.loaded = loaded;
    if (loaded) {
      this.#wish = loaded.wish;
      this.#tellSource();
    }
    this.dispatchEvent(new CustomEvent('model', { detail: loaded?.detector ?? null }));
  }

  #leave(): void {
    this.#answer.reset();
    this.#wish = null;
    this.#tellSource();
    this.#put(null);
    void this.#owner.release().then(() => this.weigh());
  }

  #tellSource(): void {
    this.dispatchEvent(new CustomEvent('source', { detail: this.#wish?.name ?? 'none' }));
  }

  async #given(files: File[]): Promise<void> {
    const { weights, messages } = await sortFiles(files, 'weights');
    if (weights) this.take(weights);
    else this.say(messages.length > 0 ? messages : [notWeights.unknown(files[0].name)]);
  }

  /** Goes over to the architecture that the refused file fits, and loads the file for that. */
  #switch(file: File, { name, prefix }: Identity): void {
    const wish = ofFile(file, prefix);
    if (name === this.#architecture) {
      void this.#load(wish);
      return;
    }
    this.#wish = wish;
    this.dispatchEvent(new CustomEvent('architecture', { detail: name }));
  }

  /** Asks for weights that need no file, by way of the settings, so that they stand in the address. */
  #ask(weights: string): void {
    const { architecture, size } = trained(weights) ?? {};
    const detail = architecture ? { weights, architecture, size: String(size) } : { weights };
    this.dispatchEvent(new CustomEvent('ask', { detail }));
  }

  override render() {
    return html`
      <h2>${words.weightsTitle}</h2>
      <div class="drop">
        ${fileButton(words.chooseWeights, (files) => this.#given(files))}
        <span>${words.dropWeights}</span>
      </div>
      <div class="row">
        <span class="quiet">${words.noFile}</span>
        <button type="button" @click=${() => this.#ask('random')}>${words.random}</button>
        ${trainedChoice(this.loaded?.wish.name ?? 'none', (weights) => this.#ask(weights))}
      </div>
      ${this.#status()}
      ${refusal(this.#tried, this.#answer.error, (file, one) => this.#switch(file, one))}
    `;
  }

  #status() {
    const { loaded } = this;
    const { phase, loaded: bytes = 0, total } = this.#answer.progress ?? {};
    const reading =
      words.reading[phase ?? (this.#wish?.source.kind === 'trained' ? 'download' : 'prepare')];
    return html`<answer-status .answer=${this.#answer} working=${reading(words.megabytes(bytes))}
        .loaded=${bytes} .total=${total} stopped=${words.stopped} .failed=${(why: string) => this.#failed(why)}
      ></answer-status>
      ${this.said ? html`<p class="message bad" role="alert">${this.said}</p>` : nothing}
      <div role="status">
        ${loaded && !this.#answer.working ? this.#about(loaded) : nothing}
        ${this.memory ? html`<p class="memory quiet">${this.memory}</p>` : nothing}
      </div>`;
  }

  #about({ detector, wish }: Loaded) {
    const { name, classes, parameters } = detector.info;
    const { source } = wish;
    const title = source.kind === 'file' ? (source.file as File).name : words.sources[source.kind];
    return html`<p class="loaded message">
        ${words.loaded(title, name, classes, parameters)} ${noteOn(wish)}
        <button type="button" @click=${this.#leave}>${words.unload}</button>
      </p>
      ${namesList(detector.unused, words.unused(detector.unused.length))}`;
  }

  #failed(reason: string): string {
    const file = this.#tried;
    const { error } = this.#answer;
    const family = error instanceof OtherWeights && error.family;
    const why = family ? `${reason} ${words.family(spokenFault(family))}` : reason;
    return file ? words.refused(file.name, why) : words.failed(why);
  }
}

customElements.define('weights-loader', WeightsLoader);
