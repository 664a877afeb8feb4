import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { save } from '#components/kit/save.ts';
import { converter } from '#content/words/en/converter.ts';
import { notWeights, unread } from '#content/words/en/files.ts';
import { sniff } from '#lib/files/index.ts';
import { defaults, parse, type Value } from '#lib/parameters/index.ts';
import { type ConverterValues, conversionOf, declaration, declarationFor } from './parameters.ts';
import type { Fault, OnProgress, Plan, Reply } from './protocol.ts';
import { Session, WorkerGone } from './session.ts';
import { converterStyles } from './styles.ts';
import { tensorTable } from './tensor-table.ts';

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
    share: { state: true },
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
  /** Of what is going on, in [0, 1]; null while it is not known. */
  declare share: number | null;
  declare failure: string;
  declare done: string;
  declare over: boolean;

  #session: Session | null = null;
  /** Only the answer to the last question counts. */
  #asked = 0;

  constructor() {
    super();
    this.readers = '';
    this.sample = '';
    this.values = defaults(declaration);
    this.#forget();
    this.busy = '';
    this.share = null;
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
    this.#session?.stop();
    this.#session = null;
    this.busy = '';
    this.share = null;
  }

  /** Awaits an answer; undefined where it failed (and said so) or something newer was asked. */
  async #ask<T>(
    busy: string,
    question: (onProgress: OnProgress) => Promise<Reply<T>>,
  ): Promise<T | undefined> {
    const asked = ++this.#asked;
    const isCurrent = () => asked === this.#asked;
    this.busy = busy;
    this.share = null;
    this.failure = '';
    this.done = '';
    const answer = await question((share) => {
      if (isCurrent() && this.busy) this.share = share;
    }).catch((error: unknown): Reply<T> => ({ ok: false, fault: faultOf(error) }));
    if (!isCurrent()) return undefined;
    this.busy = '';
    this.share = null;
    if (answer.ok) return answer.value;
    this.failure = this.#sentence(answer.fault);
    return undefined;
  }

  #sentence(fault: Fault): string {
    switch (fault.kind) {
      case 'other file':
        return fault.message;
      case 'file':
        return this.plan ? fault.message : words.notRead(this.name, fault.message);
      case 'gone':
        return unread.gone(this.name);
      case 'no worker':
        return words.noWorker;
      case 'no sample':
        return words.noSample;
      case 'failed':
        return this.plan ? words.failed : unread.failed(this.name);
    }
  }

  async #open(name: string, get: () => Promise<Blob>): Promise<void> {
    this.#stop();
    this.#forget();
    this.name = name;
    const tensors = await this.#ask(words.reading(name), async (onProgress) => {
      const asked = this.#asked;
      const file = await get();
      const kind = await sniff(file);
      // No worker for a file that was given up meanwhile.
      if (asked !== this.#asked) return { ok: false, fault: { kind: 'failed' } };
      if (kind !== 'safetensors' && kind !== 'unknown')
        return { ok: false, fault: { kind: 'other file', message: notWeights[kind](name) } };
      const session = new Session();
      this.#session = session;
      return session.open(file, new URL(this.readers, document.baseURI).href, onProgress);
    });
    if (tensors !== undefined) await this.#replan();
  }

  #take(file: File | null | undefined): void {
    if (file) void this.#open(file.name, () => Promise.resolve(file));
  }

  #takeSample(): void {
    void this.#open(this.sample.replace(/^.*\//, ''), async () => {
      const response = await fetch(this.sample).catch(() => undefined);
      if (!response?.ok) throw new NoSample();
      return response.blob();
    });
  }

  async #replan(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const plan = await this.#ask(words.looking, () => session.plan(conversionOf(this.values)));
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
    const session = this.#session;
    if (!session || !this.plan) return;
    const conversion = conversionOf(this.values);
    const rows = this.plan.rows.filter(({ name }) => this.chosen.has(name));
    const chosen = new Map(rows.map(({ name, inputs }) => [name, this.inputs.get(name) ?? inputs]));
    const made = await this.#ask(words.working, (onProgress) =>
      session.convert(conversion, chosen, onProgress),
    );
    if (!made) return;
    const file = words.fileName(this.name.replace(/\.safetensors$/i, ''), conversion);
    save(made, file);
    this.done = `${words.saved(file, rows.length, made.size)} ${words.advice(conversion)}`;
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
        ${fileButton(words.choose, ([file]) => this.#take(file), { accept: '.safetensors' })}
        <span class="hint">${words.drop}</span>
        ${this.sample ? html`<button type="button" @click=${this.#takeSample}>${words.sample}</button>` : nothing}
      </div>
      ${controls(declarationFor(this.values), this.values, (name, value) => this.#change(name, value))}
      <p class="does">${words.does[conversionOf(this.values).kind]}</p>
      <div role="status" class="status">
        ${
          this.busy
            ? html`<label>${this.busy} <progress value=${this.share ?? nothing} max="1"></progress></label>
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
      ${tensorTable(shown, {
        kind: conversionOf(this.values).kind,
        chosen: this.chosen,
        inputs: this.inputs,
        choose: (name, yes) => this.#choose([name], yes),
        setInputs: (name, text) => this.#setInputs(name, text),
      })}
      <button type="button" class="primary" ?disabled=${this.chosen.size === 0 || this.busy !== ''} @click=${this.#convert}>
        ${words.convert(this.chosen.size)}
      </button>
    `;
  }
}

/** The sample could not be fetched. */
class NoSample extends Error {
  override name = 'NoSample';
}

function faultOf(error: unknown): Fault {
  if (error instanceof NoSample) return { kind: 'no sample' };
  if (error instanceof WorkerGone) return { kind: 'no worker' };
  const gone = error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
  return { kind: gone ? 'gone' : 'failed' };
}

customElements.define('weights-converter', WeightsConverter);
