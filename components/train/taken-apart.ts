import { css, html, LitElement, nothing } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { inSite } from '#components/kit/in-site.ts';
import '#components/kit/pixel-view.ts';
import { apart as words } from '#content/words/en/apart.ts';
import { isOneKernel } from '#lib/stack/ways.ts';
import type { Apart, Inside } from '#lib/training/index.ts';
import { figureLinks } from './figure-links.ts';
import { dealtImage, filterImage, pieceImage } from './pictures.ts';

/** What the worker is asked. */
export type TakeApart = (crop: number) => Promise<Apart | undefined>;

/**
 * `<taken-apart>`: the trained first halving in the terms of three figures: its filters in disguise, what can be rebuilt
 * from what it writes, and the way to the footprint of its weights.
 */
export class TakenApart extends LitElement {
  static override properties = {
    inside: { attribute: false },
    all: { attribute: false },
    ask: { attribute: false },
    name: {},
    open: { state: true },
    crop: { state: true },
  };

  declare inside: Inside;
  /** Of all networks that are trained side by side. */
  declare all: readonly Inside[];
  declare ask: TakeApart;
  /** Of the network. */
  declare name: string;
  declare open: boolean;
  /** Which of the unseen crops. */
  declare crop: number;

  readonly #apart = new Answer<{ of: Inside; crop: number; apart: Apart | undefined }>(this);

  constructor() {
    super();
    this.name = '';
    this.all = [];
    this.open = false;
    this.crop = 0;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: block; margin-top: 0.9rem; }
      summary { cursor: pointer; min-height: 1.5rem; }
      p { margin: 0.3rem 0; color: var(--ink-2); font-variant-numeric: tabular-nums; }
      h4 { font: 600 0.875rem/1.3 var(--font-ui); margin: 0.9rem 0 0.3rem; }
      .two { display: grid; grid-template-columns: repeat(2, minmax(0, 9rem)); gap: 0.3rem 0.8rem; }
      pixel-view.wide { max-width: 20rem; }
      a { color: var(--accent); }
    `,
  ];

  protected override updated(): void {
    const { open, inside, crop, ask } = this;
    const { value, working } = this.#apart;
    if (!open || working || (value?.of === inside && value.crop === crop)) return;
    void this.#apart.ask(async () => ({ of: inside, crop, apart: await ask(crop) }));
  }

  override render() {
    return html`<details @toggle=${({ target }: Event) => {
      this.open = (target as HTMLDetailsElement).open;
    }}><summary>${words.title}</summary>${this.open ? this.#body() : nothing}</details>`;
  }

  #body() {
    const { inside, all, name } = this;
    const links = figureLinks(inside, all);
    const link = (name: keyof typeof links) => {
      const { query, networks } = links[name];
      return html`<a href=${`${inSite(`/figures/${name}/`)}${query}`}>${words.open[networks]}</a>`;
    };
    return html`
      <h4>${words.disguise}</h4>
      ${
        isOneKernel(inside.plan.stages[0].way)
          ? html`<p>${words.disguiseText} ${link('disguise')}</p>
            <pixel-view class="wide" .image=${filterImage(inside)} label=${words.windows(name)}></pixel-view>
            <p>${words.dealt}</p>
            <pixel-view class="wide" .image=${dealtImage(inside)} label=${words.dealtLabel(name)}></pixel-view>`
          : html`<p>${words.noDisguise} ${link('disguise')}</p>`
      }
      <h4>${words.rebuild}</h4>
      <answer-status .answer=${this.#apart}></answer-status>
      ${this.#rebuilt()}
      <p>${words.rebuildText} ${link('rebuild')}</p>
      <h4>${words.footprint}</h4>
      <p>${words.footprintText} ${link('footprint')}</p>`;
  }

  #rebuilt() {
    const { value } = this.#apart;
    if (!value) return nothing;
    const { apart } = value;
    if (!apart) return html`<p>${words.noMap}</p>`;
    const { share, condition, missing } = apart;
    return html`<div class="two">
        <pixel-view .image=${pieceImage(apart.piece)} label=${words.piece}></pixel-view>
        <pixel-view .image=${pieceImage(apart.rebuilt)} label=${words.rebuilt}></pixel-view>
        <p>${words.piece}</p><p>${words.rebuilt}</p>
      </div>
      <p role="status">${words.numbers(share, condition, missing)}</p>
      <button type="button" @click=${() => {
        this.crop += 1;
      }}>${words.other}</button>`;
  }
}

customElements.define('taken-apart', TakenApart);
