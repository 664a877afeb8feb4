// <spd-engine-check for="reads">: the read counts again, this time as a gradient from the engine.
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { words } from '#content/words/en.ts';
import { inkOn, readsColour } from '#lib/figures/palette.ts';
import { modelOf, type Params } from '#lib/figures/reads/model.ts';
import { outerCounts } from '#lib/spd/index.ts';
import { engine } from '../engine-client.ts';
import { controlStyles } from './controls.ts';

interface Result {
  size: number;
  gradient: Float32Array;
  difference: number;
  backend: string;
}

/** Progress is shown from here on, milliseconds. */
const PATIENCE = 500;
const CELL = 24;

export class EngineCheck extends LitElement {
  static override properties = {
    for: {},
    result: { state: true },
    status: { state: true },
    reason: { state: true },
  };
  declare for: string;
  declare result: Result | undefined;
  declare status: 'waiting' | 'quiet' | 'working' | 'stopped' | 'failed' | 'done';
  declare reason: string;

  #params: Params | undefined;
  #asked = '';
  #request = 0;
  #seen = false;
  #leave = new AbortController();

  constructor() {
    super();
    this.for = '';
    this.status = 'waiting';
    this.reason = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener(
      'spd-change',
      (event) => {
        if ((event.target as Element).id !== this.for) return;
        this.#params = (event as CustomEvent<{ values: Params }>).detail.values;
        this.#compute();
      },
      { signal },
    );
    const observer = new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.#compute();
    });
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
    this.#request++;
  }

  /** Asks the engine, if the settings are new and the widget is in view. A later request makes an earlier one void. */
  async #compute(again = false): Promise<void> {
    const params = this.#params;
    if (!params || !this.#seen) return;
    const asked = JSON.stringify(params);
    if (asked === this.#asked && !again) return;
    this.#asked = asked;
    const request = ++this.#request;
    this.status = 'quiet';
    const progress = setTimeout(() => {
      if (request === this.#request) this.status = 'working';
    }, PATIENCE);
    try {
      const result = await check(params);
      if (request !== this.#request) return;
      this.result = result;
      this.status = 'done';
    } catch (error) {
      if (request !== this.#request) return;
      this.reason = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
    } finally {
      clearTimeout(progress);
    }
  }

  #stop(): void {
    this.#request++;
    this.#asked = '';
    this.status = 'stopped';
  }

  override render(): TemplateResult {
    const { result, status } = this;
    return html`<div class="check">
      ${result ? this.#map(result) : nothing}
      <div>
        <p class="title">${words.engineCheck.title}</p>
        <p role="status">${this.#sentence()}</p>
        ${status === 'working' ? html`<progress aria-label=${words.engineCheck.working}></progress> <button @click=${this.#stop}>${words.engineCheck.stop}</button>` : nothing}
        ${status === 'failed' || status === 'stopped' ? html`<button @click=${() => this.#compute(true)}>${words.engineCheck.retry}</button>` : nothing}
      </div>
    </div>`;
  }

  #sentence(): string {
    const { status, result } = this;
    if (status === 'waiting') return words.engineCheck.waiting;
    if (status === 'working') return words.engineCheck.working;
    if (status === 'stopped') return words.engineCheck.stopped;
    if (status === 'failed') return words.engineCheck.failed(this.reason);
    if (!result) return '';
    const difference = String(Number(result.difference.toPrecision(2)));
    const { agree, disagree } = words.engineCheck;
    return (result.difference < 1e-3 ? agree : disagree)(difference, result.backend);
  }

  #map({ size, gradient }: Result): TemplateResult {
    const most = Math.max(...gradient);
    return html`<svg
      viewBox="0 0 ${size * CELL} ${size * CELL}"
      width=${size * CELL}
      role="img"
      aria-label=${words.engineCheck.map}
    >
      ${Array.from(gradient, (value, i) => {
        const fill = readsColour(value, most);
        const [x, y] = [(i % size) * CELL, Math.floor(i / size) * CELL];
        return svg`<rect x=${x} y=${y} width=${CELL - 1} height=${CELL - 1} fill=${fill} /><text x=${x + CELL / 2} y=${y + CELL / 2 + 4.5} text-anchor="middle" font-size="13" fill=${inkOn(fill)}>${Number(value.toFixed(2))}</text>`;
      })}
    </svg>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 0.875rem / 1.4 var(--font-ui);
        color: var(--ink);
        min-height: 12rem;
        margin-top: 1rem;
        border-top: 1px solid var(--line);
        padding-top: 0.75rem;
      }
      .check {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem 1.5rem;
        align-items: start;
      }
      .check > div {
        flex: 1 1 16rem;
      }
      svg {
        max-width: 100%;
        height: auto;
      }
      p {
        margin: 0.25rem 0;
        color: var(--ink-2);
      }
      .title {
        margin: 0;
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];
}

/** The engine's gradient for these settings, and how far it is from the count. */
async function check(params: Params): Promise<Result> {
  const { size, reads, placed, block } = modelOf(params);
  const client = await engine();
  const gradient = await client.readCounts({
    size: [size, size],
    kernel: placed.kernel,
    stride: placed.stride,
    padding: [placed.before, placed.after],
    dilation: placed.dilation,
    spaceToDepth: block,
  });
  const expected = outerCounts(reads, reads);
  const difference = gradient.reduce((most, v, i) => Math.max(most, Math.abs(v - expected[i])), 0);
  return { size, gradient, difference, backend: (await client.ready()).name };
}

customElements.define('spd-engine-check', EngineCheck);
