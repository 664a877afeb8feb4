import { css, html, LitElement } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { type PixelImage, pictureImage } from '#components/kit/pixel-image.ts';
import '#components/kit/pixel-view.ts';
import file from '#content/results/measured/gallery.json';
import { gallery as words } from '#content/words/en/gallery.ts';
import { tied } from '#lib/analysis/index.ts';
import { scenes } from '#lib/scenes/client.ts';
import { DEFAULTS, type SceneParameters } from '#lib/scenes/parameters.ts';

/** What a piece sets the lab to. */
export type PieceSettings = Partial<SceneParameters> & { seed: number };

const { counts, pieces } = file;
const OUTCOMES = ['spd', 'level', 'rival'] as const;
const tie = tied(
  OUTCOMES.map((outcome) => counts[outcome]),
  pieces.length,
);
const shown = (outcome: string) => pieces.filter((piece) => piece.outcome === outcome).length;

/** `<scene-gallery>`: scenes to begin with, each a button with its picture. Fires `piece` with its settings. */
export class SceneGallery extends LitElement {
  static override properties = { pictures: { state: true } };

  /** As far as they are drawn, in the order of the pieces. */
  declare pictures: readonly PixelImage[];

  readonly #drawing = new Answer<void>(this);

  constructor() {
    super();
    this.pictures = [];
  }

  override firstUpdated(): void {
    void this.#drawing.ask(async (signal) => {
      for (const { seed, settings } of pieces) {
        const picture: Picture = await scenes().render({ ...DEFAULTS, ...settings, seed });
        if (signal.aborted) return;
        this.pictures = [...this.pictures, pictureImage(picture)];
      }
    });
  }

  #show({ seed, settings }: (typeof pieces)[number]): void {
    const detail: PieceSettings = { ...settings, seed };
    this.dispatchEvent(new CustomEvent('piece', { detail, bubbles: true, composed: true }));
  }

  override render() {
    return html`<p>${words.text}</p>
      <answer-status .answer=${this.#drawing} .failed=${words.failed}></answer-status>
      <ul>${pieces.map(
        (piece, i) => html`<li><button type="button" @click=${() => this.#show(piece)}>
          <span class="frame" aria-hidden="true">${this.pictures[i] ? html`<pixel-view .image=${this.pictures[i]}></pixel-view>` : ''}</span>
          ${words.kinds[piece.kind]}</button></li>`,
      )}</ul>
      <p class="small">${words.proportion(
        { scenes: file.scenes, ...counts },
        { spd: shown('spd'), level: shown('level'), rival: shown('rival') },
      )}${tie ? ` ${words.tie(pieces.length, OUTCOMES[tie.winner], OUTCOMES[tie.loser])}` : ''}</p>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: block; font: 0.9375rem/1.4 var(--font-ui); color: var(--ink); padding-top: 0.5rem; }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
      li { display: grid; }
      button { display: grid; gap: 0.4rem; align-content: start; padding: 0.4rem; text-align: left; font-size: 0.875rem; line-height: 1.25; }
      .frame { display: block; aspect-ratio: 1; background: var(--panel, #ddd); overflow: hidden; }
      p { margin: 0 0 0.75rem; max-width: 44rem; }
      .small { margin: 0.75rem 0 0; font-size: 0.875rem; color: var(--ink-2); }
      @media print { :host { display: none; } }
    `,
  ];
}

customElements.define('scene-gallery', SceneGallery);

declare global {
  interface HTMLElementTagNameMap {
    'scene-gallery': SceneGallery;
  }
}
