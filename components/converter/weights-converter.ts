import * as Comlink from 'comlink';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import { save } from '#components/kit/save.ts';
import { converter } from '#content/words/en/converter.ts';
import { defaults, parse, type Value } from '#lib/parameters/index.ts';
import { type ConverterValues, conversionOf, declaration, declarationFor } from './parameters.ts';
import type { ConverterApi, Plan, Reply, Row } from './protocol.ts';
import { converterStyles } from './styles.ts';

const words = converter;

/** A browser's tab holds the file twice while it is converted: bytes. */
const MOST_BYTES = 1_500_000_000;

/**
 * `<weights-converter readers="/converter/readers.json" sample="/weights/….safetensors">`: a safetensors file in, chosen
 * tensors converted in a worker, a safetensors file out. Nothing leaves the device.
 */
export class WeightsConverter extends LitElement {
  static override properties = {
    readers: {},
    sample: {},
    values: { state: true },
    plan: { state: true },
    chosen: { state: true },
    inputs: { state: true },
    filter: { state: true },
    name: { state: true },
    busy: { state: true },
    failure: { state: true },
    done: { state: true },
    over: { state: true },
  };

  /** Address of the list of tensors that read space-to-depth. */
  declare readers: string;
  /** Address of a weights file to try; empty for none. */
  declare sample: string;
  declare values: ConverterValues;
  declare plan: Plan | null;
  declare chosen: ReadonlySet<string>;
  /** Input channels from space-to-depth, where the reader set them. */
  declare inputs: ReadonlyMap<string, number>;
  declare filter: string;
  /** Of the file. */
  declare name: string;
  /** What is going on; empty when nothing is. */
  declare busy: string;
  declare failure: string;
  declare done: string;
  declare over: boolean;

  #worker: Worker | null = null;
  #remote: Comlink.Remote<ConverterApi> | null = null;
  /** Only the answer to the last question counts. */
  #asked = 0;

  constructor() {
    super();
    this.readers = '';
    this.sample = '';
    this.values = defaults(declaration);
    this.#forget();
    this.busy = '';
    this.over = false;
  }

  static override styles = converterStyles;

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  #forget(): void {
    this.plan = null;
    this.chosen = new Set();
    this.inputs = new Map();
    this.filter = '';
    this.name = '';
    this.failure = '';
    this.done = '';
  }

  /** Ends the work and lets the file go. */
  #stop(): void {
    this.#asked++;
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
    this.busy = '';
  }

  #start(): Comlink.Remote<ConverterApi> {
    this.#stop();
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'converter',
    });
    this.#remote = Comlink.wrap<ConverterApi>(this.#worker);
    return this.#remote;
  }

  /** Awaits the worker; undefined where it failed (and said so) or was asked something newer. */
  async #ask<T>(busy: string, question: () => Promise<Reply<T>>): Promise<T | undefined> {
    const asked = ++this.#asked;
    this.busy = busy;
    this.failure = '';
    this.done = '';
    const answer = await question().catch(
      (error: Error): Reply<T> => ({ ok: false, message: error.message }),
    );
    if (asked !== this.#asked) return undefined;
    this.busy = '';
    if (answer.ok) return answer.value;
    this.failure = answer.message;
    return undefined;
  }

  async #open(name: string, size: number, read: () => Promise<ArrayBuffer>): Promise<void> {
    this.#forget();
    if (size > MOST_BYTES) {
      this.failure = words.tooLarge(name);
      return;
    }
    const remote = this.#start();
    const address = new URL(this.readers, document.baseURI).href;
    const tensors = await this.#ask(words.reading(name), async () => {
      const bytes = await read();
      return remote.open(Comlink.transfer(bytes, [bytes]), address);
    });
    if (tensors === undefined) {
      if (this.failure) this.failure = words.notRead(name, this.failure);
      return;
    }
    this.name = name;
    await this.#replan();
  }

  #take(file: File | null | undefined): void {
    if (file) void this.#open(file.name, file.size, () => file.arrayBuffer());
  }

  #takeSample(): void {
    const name = this.sample.replace(/^.*\//, '');
    void this.#open(name, 0, async () => {
      const response = await fetch(this.sample);
      if (!response.ok) throw new Error(words.noSample);
      return response.arrayBuffer();
    });
  }

  async #replan(): Promise<void> {
    const remote = this.#remote;
    if (!remote) return;
    const plan = await this.#ask(words.looking, () => remote.plan(conversionOf(this.values)));
    if (!plan) return;
    this.plan = plan;
    this.inputs = new Map();
    this.chosen = new Set(plan.rows.filter(({ suggested }) => suggested).map(({ name }) => name));
  }

  #change(name: string, value: Value): void {
    this.values = parse(declaration, { ...this.values, [name]: value }).values;
    void this.#replan();
  }

  async #convert(): Promise<void> {
    const remote = this.#remote;
    if (!remote || !this.plan) return;
    const conversion = conversionOf(this.values);
    const rows = this.plan.rows.filter(({ name }) => this.chosen.has(name));
    const chosen = Object.fromEntries(
      rows.map(({ name, inputs }) => [name, this.inputs.get(name) ?? inputs]),
    );
    const bytes = await this.#ask(words.working, () => remote.convert(conversion, chosen));
    if (!bytes) return;
    const file = words.fileName(this.name.replace(/\.safetensors$/i, ''), conversion);
    save(new Blob([bytes], { type: 'application/octet-stream' }), file);
    this.done = `${words.saved(file, rows.length, bytes.length)} ${words.advice(conversion)}`;
  }

  #choose(names: readonly string[], yes: boolean): void {
    const chosen = new Set(this.chosen);
    for (const name of names)
      if (yes) chosen.add(name);
      else chosen.delete(name);
    this.chosen = chosen;
    this.done = '';
  }

  #setInputs(name: string, text: string): void {
    this.inputs = new Map(this.inputs).set(name, Math.round(Number(text)));
    this.done = '';
  }

  override render(): TemplateResult {
    return html`
      <div
        class=${this.over ? 'drop over' : 'drop'}
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => {
          this.over = false;
        }}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.over = false;
          this.#take(event.dataTransfer?.files[0]);
        }}
      >
        <label class="choose">
          <input
            type="file"
            accept=".safetensors"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              this.#take(input.files?.[0]);
              input.value = '';
            }}
          />
          <span>${words.choose}</span>
        </label>
        <span class="hint">${words.drop}</span>
        ${this.sample ? html`<button type="button" @click=${this.#takeSample}>${words.sample}</button>` : nothing}
      </div>
      ${controls(declarationFor(this.values), this.values, (name, value) => this.#change(name, value))}
      <p class="does">${words.does[conversionOf(this.values).kind]}</p>
      <div role="status" class="status">
        ${
          this.busy
            ? html`<label>${this.busy} <progress></progress></label>
              <button type="button" @click=${() => {
                this.#stop();
                this.#forget();
              }}>${words.stop}</button>`
            : this.done
        }
      </div>
      <p role="alert">${this.failure}</p>
      ${this.plan ? this.#list(this.plan) : nothing}
    `;
  }

  #list({ rows, architecture }: Plan): TemplateResult {
    const needle = this.filter.trim().toLowerCase();
    const shown = rows.filter(({ name }) => name.toLowerCase().includes(needle));
    const fitting = shown.filter(({ becomes }) => becomes).map(({ name }) => name);
    return html`
      <p class="known">
        <strong>${this.name}</strong>: ${words.tensors(rows.length)}
        ${architecture ? words.recognised(architecture, this.chosen.size) : words.unknown}
      </p>
      <div class="bar">
        <label class="control"><span>${words.filter}</span>
          <input type="text" name="filter" .value=${this.filter} @input=${(event: Event) => {
            this.filter = (event.target as HTMLInputElement).value;
          }} /></label>
        <button type="button" @click=${() => this.#choose(fitting, true)}>${words.all(fitting.length)}</button>
        <button type="button" @click=${() => this.#choose(fitting, false)}>${words.none}</button>
      </div>
      <div class="list" tabindex="0" role="region" aria-label=${words.list}>
        <table>
          <thead><tr>
            <th scope="col">${words.columns.tensor}</th><th scope="col">${words.columns.type}</th>
            <th scope="col">${words.columns.shape}</th><th scope="col">${words.columns.becomes}</th>
          </tr></thead>
          <tbody>${shown.map((row) => this.#row(row))}</tbody>
        </table>
      </div>
      <button type="button" class="primary" ?disabled=${this.chosen.size === 0 || this.busy !== ''} @click=${this.#convert}>
        ${words.convert(this.chosen.size)}
      </button>
    `;
  }

  #row(row: Row): TemplateResult {
    const { name, dtype, shape, becomes, why } = row;
    const chosen = this.chosen.has(name);
    return html`<tr class=${becomes ? '' : 'unfit'}>
      <th scope="row"><label><input
        type="checkbox"
        .checked=${chosen}
        ?disabled=${!becomes}
        @change=${(event: Event) => this.#choose([name], (event.target as HTMLInputElement).checked)}
      /><span>${name}</span></label></th>
      <td>${dtype}</td>
      <td>${shape.join(' × ')}</td>
      <td>${becomes ? this.#becomes(row, becomes, chosen) : why}</td>
    </tr>`;
  }

  #becomes({ name, shape, inputs }: Row, becomes: number[], chosen: boolean) {
    if (this.values.kind !== 'reorder') return becomes.join(' × ');
    if (!chosen) return words.sameShape;
    const channels = shape[shape.length === 1 ? 0 : 1];
    return html`<label class="inputs">${words.firstChannels} <input
      type="number"
      min="1"
      max=${channels}
      .value=${String(this.inputs.get(name) ?? inputs ?? channels)}
      @change=${(event: Event) => this.#setInputs(name, (event.target as HTMLInputElement).value)}
    /> ${words.ofChannels(channels)}</label>`;
  }
}

customElements.define('weights-converter', WeightsConverter);
