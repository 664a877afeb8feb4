import { css, html, LitElement, nothing } from 'lit';
import { engine } from '#components/kit/engine-client.ts';
import { sentenceOf } from '#components/kit/faults.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { notWeights } from '#content/words/en/files.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { OtherWeights } from '#lib/detector/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import { EngineError } from '#lib/engine/errors.ts';
import type { Identity } from '#lib/model/index.ts';
import { sortFiles } from './files.ts';
import { OwnModel, type Source } from './own-model.ts';
import { sharedStyles } from './styles.ts';
import { TRAINED, type Training, trained } from './trained.ts';

/** Why weights were not loaded. */
interface Refusal {
  message: string;
  /** Tensors at fault, one a line. */
  details: string[];
  /** Architectures that the file fits, for those that it was not loaded for. */
  fits: readonly Identity[];
  file?: File;
}

/**
 * `<weights-loader>`: takes a weights file, or weights that need none, and loads them for an architecture and a size.
 * Fires `model` with the OwnModel or null, `source` with what is loaded (none, file, random, or the path of trained
 * weights), `ask` with the settings that the reader asks for, and `architecture` with a name when the reader goes over
 * to the one that the file fits.
 */
export class WeightsLoader extends LitElement {
  static override properties = {
    folder: {},
    model: { state: true },
    progress: { state: true },
    refusal: { state: true },
    note: { state: true },
    memory: { state: true },
  };

  /** Folder of the trained weights, an address that ends in a slash. */
  declare folder: string;
  declare model: OwnModel | null;
  declare progress: Progress | null;
  declare refusal: Refusal | null;
  declare note: string;
  declare memory: string;

  #architecture = '';
  #size = 0;
  #source: Source | null = null;
  #loading: AbortController | null = null;

  constructor() {
    super();
    this.folder = '/weights/';
    this.model = null;
    this.progress = null;
    this.refusal = null;
    this.note = '';
    this.memory = '';
  }

  static override styles = [
    ...sharedStyles,
    css`
      .faults { margin: 0.5rem 0 0; padding: 0 0 0 1.1rem; font-size: 0.8125rem; }
    `,
  ];

  override disconnectedCallback(): void {
    this.#loading?.abort();
    super.disconnectedCallback();
  }

  /**
   * Which network is wanted from now on, and without a file which weights (none, random, a path of trained ones); loads
   * anew when that makes a difference.
   */
  want(architecture: string, size: number, weights: string): void {
    const source = this.#sourceOf(weights);
    const same = architecture === this.#architecture && size === this.#size;
    if (same && nameOf(source) === nameOf(this.#source)) return;
    this.#architecture = architecture;
    this.#size = size;
    this.#source = source;
    if (source) void this.#load(source);
    else if (this.model) void this.#leave();
  }

  /** Loads a file of the reader's. */
  take(file: File): void {
    void this.#load({ kind: 'file', file });
  }

  /** Says something about files that are none of these. */
  say(messages: string[]): void {
    this.#refuse(messages.join(' '));
  }

  /** Asks the engine what it holds. */
  async weigh(): Promise<void> {
    const { tensors, bytes, models } = await (await engine()).memory();
    this.memory = words.memory(tensors, bytes, models);
  }

  /** A file stays chosen until another source is. */
  #sourceOf(weights: string): Source | null {
    if (weights === 'random') return { kind: 'random' };
    if (trained(weights)) {
      const address = new URL(`${this.folder}${weights}`, document.baseURI).href;
      return { kind: 'trained', path: weights, address };
    }
    return this.#source?.kind === 'file' ? this.#source : null;
  }

  async #load(source: Source): Promise<void> {
    this.#loading?.abort();
    const controller = new AbortController();
    this.#loading = controller;
    this.refusal = null;
    this.note = '';
    this.progress = { phase: source.kind === 'trained' ? 'download' : 'prepare', loaded: 0 };
    const [architecture, size] = [this.#architecture, this.#size];
    try {
      const model = await OwnModel.load(architecture, size, source, {
        signal: controller.signal,
        onProgress: (progress) => {
          // A last word may come in after the model itself: it has a longer way.
          if (this.#loading === controller && !controller.signal.aborted) this.progress = progress;
        },
      });
      if (controller.signal.aborted) {
        await model.unload();
        throw new EngineError('cancelled', words.stopped);
      }
      this.#source = source;
      this.#tellSource(source);
      await this.#put(model);
    } catch (error) {
      if (this.#loading === controller) await this.#failed(error as Error, source);
    } finally {
      if (this.#loading === controller) {
        this.#loading = null;
        this.progress = null;
      }
    }
  }

  async #failed(error: Error, source: Source): Promise<void> {
    const cancelled = error instanceof EngineError && error.code === 'cancelled';
    if (cancelled) this.note = words.stopped;
    else if (source.kind === 'file') this.#refuseFile(error, source.file);
    else this.#refuse(words.failed(sentenceOf(error)));
    // What was loaded before stays, as long as it is what the settings name. A file of another model stays chosen: it
    // may be the settings that the reader changes.
    const { model } = this;
    if (model?.graph.name === this.#architecture && model.size === this.#size) {
      this.#source = model.source;
    } else {
      this.#source = source.kind === 'file' && !cancelled ? source : null;
      await this.#put(null);
    }
    this.#tellSource(this.#source);
  }

  #refuseFile(error: Error, file: File): void {
    const details = error instanceof EngineError ? error.details : [];
    const { fits, family } =
      error instanceof OtherWeights ? error : { fits: [], family: undefined };
    const said = sentenceOf(error);
    const reason = family ? `${said} ${words.family(family)}` : said;
    this.refusal = { message: words.refused(file.name, reason), details, fits, file };
  }

  #refuse(message: string): void {
    this.refusal = { message, details: [], fits: [] };
  }

  async #put(model: OwnModel | null): Promise<void> {
    const before = this.model;
    this.model = model;
    this.dispatchEvent(new CustomEvent('model', { detail: model }));
    await before?.unload();
    if (before && !model) await this.weigh();
  }

  async #leave(): Promise<void> {
    this.#loading?.abort();
    this.#source = null;
    this.note = '';
    this.#tellSource(null);
    await this.#put(null);
  }

  #tellSource(source: Source | null): void {
    this.dispatchEvent(new CustomEvent('source', { detail: nameOf(source) }));
  }

  async #given(files: File[]): Promise<void> {
    const { weights, messages } = await sortFiles(files, 'weights');
    if (weights) this.take(weights);
    else this.say(messages.length > 0 ? messages : [notWeights.unknown(files[0].name)]);
  }

  /** Goes over to the architecture that the refused file fits, and loads the file for that. */
  #switch({ name, prefix }: Identity): void {
    const file = this.refusal?.file;
    if (!file) return;
    const source: Source = { kind: 'file', file, prefix };
    if (name === this.#architecture) {
      void this.#load(source);
      return;
    }
    this.#source = source;
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
        ${this.#offer()}
      </div>
      ${this.#status()} ${this.#refused()}
    `;
  }

  #offer() {
    const loaded = nameOf(this.model?.source ?? null);
    const trainings = Object.entries(words.trainings) as [
      Training,
      (typeof words.trainings)[Training],
    ][];
    return html`<label class="control"><span>${words.trained}</span>
      <select name="trained" @change=${({ target }: Event) => this.#ask((target as HTMLSelectElement).value)}>
        <option value="none" ?selected=${!trained(loaded)}>${words.noneTrained}</option>
        ${trainings.map(([name, { title }]) => {
          const offered = TRAINED.filter(({ training }) => training === name);
          if (offered.length === 0) return nothing;
          return html`<optgroup label=${title}>
            ${offered.map(
              ({ path, architecture }) =>
                html`<option value=${path} ?selected=${path === loaded}>${architecture}</option>`,
            )}
          </optgroup>`;
        })}
      </select></label>`;
  }

  #status() {
    if (this.progress) {
      const { phase, loaded, total } = this.progress;
      return html`<p class="message" role="status">
        <label>${words.reading[phase](words.megabytes(loaded))}
          <progress .value=${loaded} max=${total ?? nothing}></progress></label>
        <button type="button" @click=${() => this.#loading?.abort()}>${words.stop}</button>
      </p>`;
    }
    const { model } = this;
    return html`<div role="status">
      ${this.note ? html`<p class="message">${this.note}</p>` : nothing}
      ${
        model
          ? html`<p class="loaded message">
            ${words.loaded(sourceName(model.source), model.graph.name, model.graph.classes, model.graph.parameters)}
            ${noteOn(model.source)}
            <button type="button" @click=${this.#leave}>${words.unload}</button>
          </p>
          ${namesOf(model.unused, words.unused(model.unused.length))}`
          : nothing
      }
      ${this.memory ? html`<p class="memory quiet">${this.memory}</p>` : nothing}
    </div>`;
  }

  #refused() {
    if (!this.refusal) return nothing;
    const { message, details, fits } = this.refusal;
    return html`<div class="message bad">
      <p role="alert">${message}</p>
      ${fits.map((one) => this.#fitting(one))}
      ${namesOf(details, words.faultsTitle(details.length))}
    </div>`;
  }

  #fitting(one: Identity) {
    const { name, classes, prefix, widthMultiple } = one;
    return html`<p>${words.fits(name, classes, prefix, widthMultiple)}
      <button type="button" @click=${() => this.#switch(one)}>
        ${prefix ? words.dropPrefix(name) : words.switchTo(name)}
      </button></p>`;
  }
}

/** So many names are listed: a browser takes minutes to lay out hundreds of thousands. */
const MOST_NAMES = 300;

/** Names behind a title, one a line; open where they are few. */
function namesOf(names: readonly string[], title: string) {
  if (names.length === 0) return nothing;
  const more = names.length - MOST_NAMES;
  return html`<details ?open=${names.length <= 12}>
    <summary>${title}</summary>
    <ul class="faults scroll" tabindex="0" role="list" aria-label=${title}>
      ${names.slice(0, MOST_NAMES).map((name) => html`<li>${name}</li>`)}
      ${more > 0 ? html`<li>${words.faultsMore(more)}</li>` : nothing}
    </ul>
  </details>`;
}

function sourceName(source: Source): string {
  return source.kind === 'file' ? source.file.name : words.sources[source.kind];
}

/** As the settings name a source. */
function nameOf(source: Source | null): string {
  return source?.kind === 'trained' ? source.path : (source?.kind ?? 'none');
}

function noteOn(source: Source): string {
  if (source.kind === 'random') return words.randomNote;
  const found = trained(nameOf(source));
  return found ? words.trainings[found.training].note : '';
}

customElements.define('weights-loader', WeightsLoader);
