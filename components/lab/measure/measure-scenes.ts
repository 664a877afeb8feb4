import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { save } from '#components/kit/save.ts';
import { measure as words } from '#content/words/en/measure.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import type { Contender } from '../contenders.ts';
import { precisionCurves } from './curves.ts';
import { chartSvg, measuredCsv, measuredJson } from './files.ts';
import { noisePart } from './noise.ts';
import { type Measured, measureScenes } from './run.ts';
import { chartStyles } from './styles.ts';
import { measuredTable } from './table.ts';

/** How many scenes can be asked for. */
const COUNTS = [50, 100, 200, 500, 1000];

/**
 * `<measure-scenes>`: the contenders' average precision over scene after scene with the settings of the lab, what of
 * their difference is luck, and all of it as files.
 */
export class MeasureScenes extends LitElement {
  static override properties = {
    contenders: { attribute: false },
    scene: { attribute: false, hasChanged: differs },
    count: { state: true },
  };

  /** Null while they are not there. */
  declare contenders: readonly Contender[] | null;
  /** The lab's settings; edits are no part of them. */
  declare scene: SceneParameters;
  declare count: number;

  readonly #answer = new Answer<Measured, Measured>(this);
  /** What was measured, however far it came. */
  #measured: Measured | null = null;
  #enough = false;

  constructor() {
    super();
    this.contenders = null;
    this.count = 200;
  }

  static override styles = chartStyles;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('contenders') || changed.has('scene')) && !this.#isOfNow) this.#answer.stop();
  }

  /** Whether what was measured, or is being measured, is what the lab is set to. */
  get #isOfNow(): boolean {
    const { contenders, scene } = this;
    const of = this.#measured;
    return (
      !of ||
      !contenders ||
      keyOf(of.names, of.scene) ===
        keyOf(
          contenders.map(({ name }) => name),
          scene,
        )
    );
  }

  #toggle(): void {
    if (this.#answer.working) {
      if (this.#enough) this.#answer.stop();
      this.#enough = true;
      this.requestUpdate();
      return;
    }
    const { contenders, scene, count } = this;
    if (!contenders) return;
    this.#enough = false;
    const names = contenders.map(({ name }) => name);
    this.#measured = { scene, names, scenes: 0, scores: [], backend: '' };
    void this.#answer.ask(async (signal, tell) => {
      const measured = await measureScenes(contenders, scene, count, {
        ...{ signal, enough: () => this.#enough },
        tell: (so) => {
          this.#measured = so;
          tell(so);
        },
      });
      if (!signal.aborted) this.#measured = measured;
      return measured;
    });
  }

  #save(kind: 'csv' | 'json' | 'svg'): void {
    const measured = this.#measured!;
    const chart = this.renderRoot.querySelector<SVGSVGElement>('svg.chart')!;
    const text = {
      csv: () => measuredCsv(measured),
      json: () => measuredJson(measured),
      svg: () => chartSvg(chart, words.curvesTitle),
    }[kind]();
    const type = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml' }[kind];
    save(new Blob([text], { type }), `strideless-measured.${kind}`);
  }

  override render() {
    const { working, status, failure } = this.#answer;
    const measured = this.#measured;
    const luck = measured?.luck;
    return html`<h2>${words.title}</h2>
      <p>${words.text}</p>
      <div class="row">
        <label class="control"><span>${words.scenes}</span>
          <select name="scenes" @change=${(event: Event) => {
            this.count = Number((event.target as HTMLSelectElement).value);
          }}>${COUNTS.map((count) => html`<option value=${count} .selected=${count === this.count}>${count}</option>`)}</select></label>
        <button type="button" aria-disabled=${!working && !this.contenders} @click=${this.#toggle}>${working ? words.stop : words.start}</button>
        ${working ? this.#progress() : nothing}
      </div>
      ${status === 'failed' ? html`<p role="alert">${words.failed(failure)}</p>` : nothing}
      ${measured && !this.#isOfNow ? html`<p role="status">${words.changed}</p>` : nothing}
      ${measured && measured.scenes > 0 ? measuredTable(measured) : nothing}
      ${
        measured && luck
          ? html`${noisePart(measured, luck)}
            ${precisionCurves(measured.names, luck.curves)}
            <div class="row" role="group" aria-label=${words.save}>${(
              ['csv', 'json', 'svg'] as const
            ).map(
              (kind) =>
                html`<button type="button" @click=${() => this.#save(kind)}>${kind.toUpperCase()}</button>`,
            )}</div>`
          : nothing
      }`;
  }

  #progress() {
    const done = this.#measured?.scenes ?? 0;
    const said =
      this.#enough || done >= this.count ? words.judging : words.counting(done, this.count);
    return html`<progress aria-label=${words.title} .value=${done} max=${this.count}></progress><span role="status">${said}</span>`;
  }
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function keyOf(names: readonly string[], scene: SceneParameters): string {
  return JSON.stringify([names, Object.entries(scene).sort()]);
}

customElements.define('measure-scenes', MeasureScenes);

declare global {
  interface HTMLElementTagNameMap {
    'measure-scenes': MeasureScenes;
  }
}
