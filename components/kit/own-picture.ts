// Lets the reader put a picture of their own into a figure.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Answer } from './answer.ts';
import './answer-status.ts';
import { ownPicture as words } from '#content/words/en/player.ts';
import { controlStyles } from './control-styles.ts';
import { fileButton, fileButtonStyles } from './file-button.ts';
import { loadCode } from './load-code.ts';
import { Paste } from './paste.ts';
import { ACCEPT, type Picture } from './picture/picture.ts';

/** Enough for a figure of 16 x 16 cells, px. */
const SIDE = 64;

/** Fetched with the first picture. */
const decoder = () => loadCode(() => import('./picture/decode.ts'));

/**
 * Fires `picture` with the decoded picture, or null for the sample. `take(file)` is for a drop elsewhere; what is pasted
 * into the page it takes by itself.
 */
export class OwnPicture extends LitElement {
  static override properties = { side: { type: Number }, chosen: { state: true } };
  /** Longer side of the picture that is handed on, px. */
  declare side: number;
  /** A picture of the reader's is shown. */
  declare chosen: boolean;
  #bitmap: ImageBitmap | null = null;
  readonly #picture = new Answer<Picture>(this, { onAnswer: (picture) => this.#tell(picture) });

  constructor() {
    super();
    this.side = SIDE;
    this.chosen = false;
    new Paste(this, ([file]) => void this.take(file));
  }

  /** Decodes a file; what is wrong with it is said here. */
  async take(file: File | null): Promise<void> {
    if (!file) return;
    await this.#picture.ask(async (signal) => {
      const { decodePicture, scalePicture } = await decoder();
      const bitmap = await decodePicture(file);
      if (signal.aborted) bitmap.close();
      signal.throwIfAborted();
      this.#keep(bitmap);
      return scalePicture(bitmap, this.side);
    });
  }

  override updated(changed: PropertyValues): void {
    const bitmap = this.#bitmap;
    // What is being read is scaled to the side that is wanted by then.
    if (!changed.has('side') || !bitmap || this.#picture.working) return;
    void this.#picture.ask(async () => (await decoder()).scalePicture(bitmap, this.side));
  }

  #keep(bitmap: ImageBitmap | null): void {
    this.#bitmap?.close();
    this.#bitmap = bitmap;
    this.chosen = bitmap !== null;
  }

  #tell(detail: Picture | null): void {
    this.dispatchEvent(new CustomEvent('picture', { detail }));
  }

  #sample(): void {
    this.#picture.reset();
    this.#keep(null);
    this.#tell(null);
    // The button goes; the focus stays at the choice.
    this.renderRoot.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    return html`
      ${fileButton(words.choose, ([file]) => this.take(file), { accept: ACCEPT })}
      <span class="drop">${words.drop}</span>
      ${this.chosen ? html`<button @click=${this.#sample}>${words.back}</button>` : nothing}
      <answer-status .answer=${this.#picture} working=${words.decoding}></answer-status>
    `;
  }

  static override styles = [
    controlStyles,
    fileButtonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
        color: var(--ink-2);
      }
      answer-status {
        flex-basis: 100%;
      }
    `,
  ];
}

customElements.define('spd-own-picture', OwnPicture);

declare global {
  interface HTMLElementTagNameMap {
    'spd-own-picture': OwnPicture;
  }
}
