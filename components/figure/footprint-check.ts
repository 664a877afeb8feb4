// <spd-footprint-check for="footprint">: the footprint of both stacks as the engine's gradient, with weights in them.
import { css, html, nothing, type TemplateResult } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { engine } from '#components/kit/engine-client.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { engineCheck } from '#content/words/en/checks.ts';
import { loss } from '#content/words/en/loss.ts';
import type { Params } from '#lib/figures/footprint/model.ts';
import type { Check, Checkpoints } from './engine-part.ts';
import { FigureWatch } from './figure-watch.ts';

const words = loss.footprint;
/** Size of both weights files, MB. */
const MEGABYTES = '2';

/** What the engine says with weights of one and random ones, and, once they are fetched, with trained ones. */
interface Footprints {
  check: Check;
  trained: Check | undefined;
}

export class FootprintCheck extends FigureWatch<Params, Footprints> {
  static override properties = { ...FigureWatch.properties, weights: {} };
  /** Folder of the trained weights. */
  declare weights: string;

  /** The reader asked for the trained weights. */
  #wanted = false;
  #files: Checkpoints | undefined;

  constructor() {
    super();
    this.weights = '/weights/';
  }

  protected async ask(params: Params, signal: AbortSignal): Promise<Footprints> {
    const part = await loadCode(() => import('./engine-part.ts'));
    const client = await engine();
    const check = await part.checkStacks(client, params);
    if (!this.#wanted) return { check, trained: undefined };
    this.#files ??= await part.fetchWeights(new URL(this.weights, document.baseURI).href, signal);
    const trained = await part.checkTrained(client, this.#files, params.halvings);
    return { check, trained };
  }

  #fetch(): void {
    this.#wanted = true;
    this.compute(true);
  }

  override render(): TemplateResult {
    const { value, status } = this.answer;
    return html`<p class="title">${words.title}</p>
      <p role="status">${status === 'idle' ? words.waiting : ''}</p>
      <answer-status .answer=${this.answer} working=${words.working} .failed=${words.failed}></answer-status>
      ${value ? this.#table(value.check, value.trained) : nothing}
      ${
        value && !value.trained
          ? html`<button aria-disabled=${status === 'working'} @click=${() => status !== 'working' && this.#fetch()}>
              ${words.load(MEGABYTES)}
            </button>`
          : nothing
      }
      ${value ? html`<p>${words.note(engineCheck.backends[value.check.backend])} ${value.trained ? words.trainedNote : nothing}</p>` : nothing}`;
  }

  #table(check: Check, trained: Check | undefined): TemplateResult {
    const row = (name: string, sides: Check['sides']) => html`<tr>
      <th scope="row">${name}</th>
      ${sides.map(
        ({ picture, phases, ratio }, i) => html`<td>
          <img src=${picture} alt=${words.map(name, words.columns[i + 1])} width="96" height="96" />
          ${words.phases(phases).map((row) => html`${row}<br />`)}${ratio ? words.ratio(ratio) : words.never}
        </td>`,
      )}
    </tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.caption}>
      <table>
        <caption>
          ${words.caption}
        </caption>
        <thead>
          <tr>
            ${words.columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${words.ones}</th>
            ${check.differences?.map(
              (difference) =>
                html`<td>
                  ${(difference < 1e-3 ? words.agree : words.disagree)(String(Number(difference.toPrecision(2))))}
                </td>`,
            )}
          </tr>
          ${row(words.random, check.sides)} ${trained ? row(words.trained, trained.sides) : nothing}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font: 0.875rem / 1.4 var(--font-ui);
        color: var(--ink);
      }
      .scroll {
        overflow-x: auto;
        margin-block: 0.5rem;
      }
      table {
        border-collapse: collapse;
      }
      caption {
        text-align: left;
        color: var(--ink-2);
        padding-bottom: 0.25rem;
      }
      th,
      td {
        text-align: left;
        vertical-align: top;
        padding: 0.35rem 1.25rem 0.35rem 0;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        font-weight: 600;
      }
      img {
        display: block;
        image-rendering: pixelated;
        margin-bottom: 0.25rem;
      }
      p {
        margin: 0.25rem 0;
        max-width: 46rem;
        color: var(--ink-2);
      }
      .title {
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];
}

customElements.define('spd-footprint-check', FootprintCheck);
