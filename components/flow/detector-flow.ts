import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import { live } from '#components/kit/live.ts';
import { parse } from '#components/kit/parse.ts';
import '#components/kit/answer-status.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { onceNear } from '#components/kit/near.ts';
import { flow } from '#content/words/en/flow.ts';
import type { AnchorPlace } from '#lib/detection/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import type { Value } from '#lib/parameters/index.ts';
import type { EnginePart } from './engine-part.ts';
import type { Looker } from './look.ts';
import { declaration, type FlowValues, STAGES, type Stage } from './parameters.ts';
import type { Roles, Seen } from './seen.ts';
import type { Choice } from './stage-maps.ts';
import { flowStyles } from './styles.ts';

const words = flow;
/** Of the keys in the page's address. */
const PREFIX = 'flow.';
/** The engine is only started when the widget is about to be seen. */
const NEAR = '200px';

/** `<detector-flow weights="/weights/" lab="/lab/" roles="{…}">`: one scene, stage by stage through a trained detector. */
export class DetectorFlow extends LitElement {
  static override properties = {
    weights: {},
    lab: {},
    roles: { type: Object },
    values: { state: true },
    errors: { state: true },
    seen: { state: true },
    place: { state: true },
    chosen: { state: true },
  };

  /** Folder of the weights, an address that ends in a slash. */
  declare weights: string;
  /** Address of the lab. */
  declare lab: string;
  declare roles: Roles;
  declare values: FlowValues;
  declare errors: string[];
  declare seen: Seen | null;
  /** The answer of the head that is looked at; null for the surest. */
  declare place: AnchorPlace | null;
  /** The map and the channel that are looked at closely; the liveliest channel where none was chosen. */
  declare chosen: Record<'backbone' | 'neck', Choice>;

  /** Fetched together with the engine: without its numbers there is nothing to show. */
  #part: EnginePart | null = null;
  #looker: Looker | null = null;
  readonly #answer = new Answer<Seen, Progress>(this, {
    onAnswer: (seen) => {
      this.seen = seen;
      this.place = null;
    },
  });
  /** It will not look by itself. */
  #stay: (() => void) | undefined;

  constructor() {
    super();
    new KeptFocus(this);
    this.weights = '/weights/';
    this.lab = '/lab/';
    this.roles = { strided: { backbone: [], neck: [] }, spd: { backbone: [], neck: [] } };
    const given = [...new URLSearchParams(location.search)]
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => [name.slice(PREFIX.length), value]);
    const { values, errors } = parse(declaration, Object.fromEntries(given));
    this.values = values as FlowValues;
    this.errors = errors;
    this.seen = null;
    this.place = null;
    // P3, on which small things live.
    this.chosen = { backbone: { map: 2 }, neck: { map: 1 } };
  }

  static override styles = flowStyles;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stay = onceNear([this], () => this.#look(), NEAR);
  }

  override disconnectedCallback(): void {
    this.#stay?.();
    super.disconnectedCallback();
    void this.#looker?.release();
  }

  override updated(): void {
    this.toggleAttribute('data-ready', this.#answer.status === 'done');
    if (this.seen) this.dataset.seen = `${this.seen.variant} ${this.seen.seed}`;
  }

  #look(): void {
    const { detector, scene } = this.values;
    void this.#answer.ask(async (signal, tell) => {
      this.#part ??= await loadCode(() => import('./engine-part.ts'));
      const folder = new URL(this.weights, document.baseURI).href;
      this.#looker ??= new this.#part.Looker(folder, this.roles);
      return this.#looker.look(detector, scene, { signal, onProgress: tell });
    });
  }

  /** What words of the text ask for. */
  set(values: Partial<FlowValues>): void {
    for (const [name, value] of Object.entries(values))
      this.#change(name as keyof FlowValues, value);
  }

  #change(name: keyof FlowValues, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value });
    this.values = values as FlowValues;
    this.errors = errors;
    writeValues(declaration, this.values, { prefix: PREFIX });
    if (name === 'stage') return;
    const { backbone, neck } = this.chosen;
    this.chosen = { backbone: { map: backbone.map }, neck: { map: neck.map } };
    this.#look();
  }

  /** To a neighbouring stage; with the keyboard the focus goes along. */
  #step(by: number, focus = false): void {
    const next = STAGES[STAGES.indexOf(this.values.stage) + by];
    if (!next) return;
    this.#change('stage', next);
    if (focus)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
      );
  }

  #keys(event: KeyboardEvent): void {
    const last = STAGES.length - 1;
    const at = STAGES.indexOf(this.values.stage);
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: last - at }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#step(by, true);
  }

  override render(): TemplateResult {
    const { stage } = this.values;
    const at = STAGES.indexOf(stage);
    return html`
      ${this.#bar()}
      <div class="stages" role="tablist" aria-label=${words.stageNavigation} @keydown=${this.#keys}>
        ${STAGES.map(
          (name, i) => html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel"
            aria-selected=${name === stage} tabindex=${name === stage ? 0 : -1}
            @click=${() => this.#change('stage', name)}>${i + 1} ${words.stages[name]}</button>`,
        )}
      </div>
      ${this.errors.map((error) => html`<p class="message">${error}</p>`)}
      ${this.#message()}
      <div class="panel" id="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${stage}"
        aria-busy=${this.#answer.working}>
        ${this.seen ? this.#stage(stage, this.seen) : html`<p>${words.told[stage]}</p>${this.#drawn()}`}
      </div>
      <div class="turn">
        <button type="button" aria-disabled=${at === 0} @click=${() => this.#step(-1)}>${words.back}</button>
        ${
          at < STAGES.length - 1
            ? html`<button type="button" class="primary" @click=${() => this.#step(1)}>${words.next(words.stages[STAGES[at + 1]])}</button>`
            : nothing
        }
        ${this.seen ? html`<p>${words.runsOn(this.seen.backend)}</p>` : nothing}
      </div>
      <slot></slot>`;
  }

  #bar(): TemplateResult {
    const { detector, scene } = this.values;
    return html`<div class="bar">
      <fieldset class="control segments">
        <legend>${words.detector}</legend>
        <div>${(['strided', 'spd'] as const).map(
          (
            name,
          ) => html`<label><input type="radio" name="detector" value=${name} .checked=${live(name === detector)}
            @change=${() => this.#change('detector', name)} /><span>${words.variants[name]}</span></label>`,
        )}</div>
      </fieldset>
      <div class="scene">
        <button type="button" aria-disabled=${scene === 0} @click=${() => scene > 0 && this.#change('scene', scene - 1)}>${words.previousScene}</button>
        <span>${words.scene(scene)}</span>
        <button type="button" @click=${() => this.#change('scene', scene + 1)}>${words.nextScene}</button>
      </div>
    </div>`;
  }

  #message(): TemplateResult {
    const { progress } = this.#answer;
    return html`<answer-status .answer=${this.#answer} .failed=${words.failed} stopped=${words.stopped}
      working=${progress && progress.loaded !== progress.total ? words.loading(progress.loaded) : words.starting}
      .loaded=${progress?.loaded} .total=${progress?.total}></answer-status>`;
  }

  /** The scene as it was drawn with the page, until the detector is there. */
  #drawn(): TemplateResult | typeof nothing {
    const drawn = this.querySelector<HTMLImageElement>('.flow-scene');
    if (!drawn || this.values.scene !== declaration.scene.default) return nothing;
    return html`<img src=${drawn.src} alt=${drawn.alt} width=${drawn.width} height=${drawn.height} />`;
  }

  #stage(stage: Stage, seen: Seen): TemplateResult | undefined {
    return this.#part?.renderStage(stage, seen, {
      place: this.place ?? seen.places[0],
      choosePlace: (place) => {
        this.place = place;
      },
      chosen: this.chosen,
      chooseMap: (which, choice) => {
        this.chosen = { ...this.chosen, [which]: choice };
      },
      lab: this.lab,
    });
  }
}

customElements.define('detector-flow', DetectorFlow);
