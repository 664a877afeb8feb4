import '#components/kit/fault-words.ts';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controls, type OnChange } from '#components/kit/controls.ts';
import { fileButton } from '#components/kit/file-button.ts';
import { classify as words } from '#content/words/en/classify.ts';
import { type Labelled, readBatch, type Side } from '#lib/classify/index.ts';
import { type Counted, countBatch, countedPart } from './batch.ts';
import type { Judge } from './looking.ts';
import { type ClassifyValues, counting } from './parameters.ts';
import { classifyStyles } from './styles.ts';

/** `<batch-counter>`: a batch of CIFAR-10 from the reader's disk, and how often each network is right on it. */
export class BatchCounter extends LitElement {
  static override properties = {
    judges: { attribute: false },
    side: { attribute: false },
    values: { attribute: false },
    change: { attribute: false },
    counted: { state: true },
  };

  /** None while they are being fetched. */
  declare judges: readonly Judge[];
  declare side: Side;
  declare values: ClassifyValues;
  declare change: OnChange;
  declare counted: Counted | undefined;

  readonly #opened = new Answer<{ name: string; batch: Labelled }>(this);
  readonly #counting = new Answer<void>(this);

  constructor() {
    super();
    this.judges = [];
    this.side = 32;
    this.change = () => undefined;
    this.counted = undefined;
  }

  static override styles = classifyStyles;

  /** What was counted of other networks is not true of these. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('judges') || changed.get('judges') === undefined) return;
    this.#counting.reset();
    this.counted = undefined;
  }

  async #open(file: File): Promise<void> {
    this.#counting.reset();
    this.counted = undefined;
    const opened = await this.#opened.ask(async () => ({
      name: file.name,
      batch: readBatch(new Uint8Array(await file.arrayBuffer()), file.name),
    }));
    if (opened && this.judges.length > 0) this.#count();
  }

  get #pictures(): number {
    const all = this.#opened.value?.batch.labels.length ?? 0;
    const { count } = this.values;
    return count === 'all' ? all : Math.min(all, Number(count));
  }

  #count(): void {
    const { judges } = this;
    const opened = this.#opened.value;
    if (!opened || judges.length === 0) return;
    const pictures = this.#pictures;
    this.counted = undefined;
    void this.#counting.ask((signal) =>
      countBatch(judges, opened.batch, pictures, {
        signal,
        tell: (so) => {
          this.counted = so;
        },
      }),
    );
  }

  override render() {
    const opened = this.#opened.status === 'done' ? this.#opened.value : undefined;
    const { counted } = this;
    const done = counted?.labels.length ?? 0;
    const able = Boolean(opened) && this.judges.length > 0 && !this.#counting.working;
    return html`
      <div class="bar">
        ${fileButton(words.open, ([file]) => void this.#open(file), { accept: '.bin' })}
        ${controls(counting, this.values, this.change)}
        ${opened ? html`<button type="button" class="primary" aria-disabled=${!able} @click=${() => able && this.#count()}>${counted ? words.again : words.start}</button>` : nothing}
      </div>
      <answer-status .answer=${this.#opened}></answer-status>
      ${opened ? html`<p class="help">${words.opened(opened.name, opened.batch.labels.length)}</p>` : nothing}
      <answer-status .answer=${this.#counting} working=${words.counting(done, this.#pictures)} .loaded=${done} .total=${this.#pictures}></answer-status>
      ${counted ? countedPart(counted, this.side) : nothing}`;
  }
}

customElements.define('batch-counter', BatchCounter);
