import { adoptStyles, html, LitElement, nothing, type TemplateResult } from 'lit';
import { Answer, type Work } from '#components/kit/answer.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import { controls } from '#components/kit/controls.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { save } from '#components/kit/save.ts';
import { converter } from '#content/words/en/converter.ts';
import { defaults, type Value } from '#lib/parameters/index.ts';
import type { GivenFile } from './given-file.ts';
import { type ConverterValues, conversionOf, declaration, declarationFor } from './parameters.ts';
import type { Plan } from './protocol.ts';
import { converterStyles } from './styles.ts';

const words = converter;

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
  /** What is done, or was last. */
  declare busy: string;
  declare done: string;
  declare over: boolean;

  /** Fetched with the first file. */
  #part: typeof import('./file-part.ts') | null = null;
  #given: GivenFile | null = null;
  readonly #work = new Answer<void, number>(this);

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
    super.disconnectedCallback();
    this.#given?.end();
  }

  #forget(): void {
    this.plan = null;
    this.chosen = new Set();
    this.inputs = new Map();
    this.filter = '';
    this.name = '';
    this.done = '';
  }

  /** Does something; whatever was being done ends, and its worker with it. */
  #do(busy: string, work: Work<void, number>): void {
    this.busy = busy;
    this.done = '';
    void this.#work.ask(work);
  }

  #open(name: string, file: (signal: AbortSignal) => Promise<Blob>): void {
    this.#forget();
    this.name = name;
    this.#do(words.reading(name), async (signal, tell) => {
      // The file before, or the same one at an earlier try.
      this.#given?.end();
      this.#given = null;
      this.#part ??= await this.#fetchPart();
      signal.throwIfAborted();
      const readers = new URL(this.readers, document.baseURI).href;
      this.#given = new this.#part.GivenFile(name, file, readers);
      await this.#look(this.#given, signal, tell);
    });
  }

  async #fetchPart() {
    const part = await loadCode(() => import('./file-part.ts'));
    adoptStyles(this.renderRoot as ShadowRoot, [converterStyles, part.tableStyles].flat());
    return part;
  }

  #take(file: File | null | undefined): void {
    if (file) this.#open(file.name, () => Promise.resolve(file));
  }

  #takeSample(): void {
    this.#open(this.sample.replace(/^.*\//, ''), async (signal) => {
      const { fetchSample } = await import('./file-part.ts');
      return fetchSample(this.sample, signal);
    });
  }

  #replan(busy: string): void {
    const given = this.#given;
    if (!given) return;
    this.#do(busy, (signal, tell) => this.#look(given, signal, tell));
  }

  /** What the conversion would do with the file. */
  async #look(...[given, signal, tell]: [GivenFile, ...Parameters<Work<void, number>>]) {
    const conversion = conversionOf(this.values);
    const plan = await given.ask(signal, tell, (session) => session.plan(conversion));
    signal.throwIfAborted();
    this.plan = plan;
    this.inputs = new Map();
    this.chosen = new Set(plan.rows.filter(({ suggested }) => suggested).map(({ name }) => name));
  }

  #change(name: string, value: Value): void {
    this.values = parse(declaration, { ...this.values, [name]: value }).values;
    this.#replan(words.looking);
  }

  #convert(): void {
    const rows = this.plan?.rows.filter(({ name }) => this.chosen.has(name)) ?? [];
    const given = this.#given;
    if (!given || rows.length === 0 || this.#work.working) return;
    const conversion = conversionOf(this.values);
    const chosen = new Map(rows.map(({ name, inputs }) => [name, this.inputs.get(name) ?? inputs]));
    const file = words.fileName(this.name.replace(/\.safetensors$/i, ''), conversion);
    this.#do(words.working, async (signal, tell) => {
      const made = await given.ask(signal, tell, (session) =>
        session.convert(conversion, chosen, tell),
      );
      signal.throwIfAborted();
      save(made, file);
      this.done = `${words.saved(file, rows.length, made.size)} ${words.advice(conversion)}`;
    });
  }

  #choose(names: readonly string[], yes: boolean): void {
    const chosen = new Set(this.chosen);
    for (const name of names)
      if (yes) chosen.add(name);
      else chosen.delete(name);
    this.chosen = chosen;
    this.done = '';
  }

  #setInputs(name: string, channels: number): void {
    this.inputs = new Map(this.inputs).set(name, channels);
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
        ${fileButton(words.choose, ([file]) => this.#take(file), { accept: '.safetensors' })}
        <span class="hint">${words.drop}</span>
        ${this.sample ? html`<button type="button" @click=${this.#takeSample}>${words.sample}</button>` : nothing}
      </div>
      ${controls(declarationFor(this.values), this.values, (name, value) => this.#change(name, value))}
      <p class="does">${words.does[conversionOf(this.values).kind]}</p>
      <answer-status .answer=${this.#work} working=${this.busy} .loaded=${this.#work.progress} .total=${1}></answer-status>
      <p role="status" class="status">${this.done}</p>
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
      ${this.#part?.tensorTable(shown, {
        kind: conversionOf(this.values).kind,
        chosen: this.chosen,
        inputs: this.inputs,
        choose: (name, yes) => this.#choose([name], yes),
        setInputs: (name, channels) => this.#setInputs(name, channels),
      })}
      <button type="button" class="primary" aria-disabled=${this.chosen.size === 0 || this.#work.working} @click=${this.#convert}>
        ${words.convert(this.chosen.size)}
      </button>
    `;
  }
}

customElements.define('weights-converter', WeightsConverter);
