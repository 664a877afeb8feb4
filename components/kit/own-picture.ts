// Lets the reader put a picture of their own into a figure.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ownPicture as words } from '#content/words/en/player.ts';
import { controlStyles } from './controls.ts';
import { ACCEPT, firstFile, type Picture, PictureError } from './picture/picture.ts';

/** Enough for a figure of 16 x 16 cells, px. */
const SIDE = 64;

/** Fires `picture` with the decoded picture, or null for the sample. `take(file)` is for a drop elsewhere. */
export class OwnPicture extends LitElement {
  static override properties = {
    side: { type: Number },
    error: { state: true },
    chosen: { state: true },
  };
  /** Longer side of the picture that is handed on, px. */
  declare side: number;
  declare error: string;
  declare chosen: boolean;
  #bitmap: ImageBitmap | null = null;

  constructor() {
    super();
    this.side = SIDE;
    this.error = '';
    this.chosen = false;
  }

  async take(file: File | null): Promise<void> {
    if (!file) return;
    this.error = '';
    try {
      // Fetched with the first picture.
      const { decodePicture } = await import('./picture/decode.ts');
      const bitmap = await decodePicture(file);
      this.#bitmap?.close();
      this.#bitmap = bitmap;
      this.chosen = true;
      await this.#scaled(bitmap);
    } catch (error) {
      const code = error instanceof PictureError ? error.code : 'broken';
      this.error = words.errors[code](file.name);
    }
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('side') && this.#bitmap) this.#scaled(this.#bitmap);
  }

  async #scaled(bitmap: ImageBitmap): Promise<void> {
    const { scalePicture } = await import('./picture/decode.ts');
    if (bitmap === this.#bitmap) this.#tell(scalePicture(bitmap, this.side));
  }

  #tell(detail: Picture | null): void {
    this.dispatchEvent(new CustomEvent('picture', { detail }));
  }

  #chooseFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = firstFile(input.files);
    input.value = '';
    this.take(file);
  }

  #sample(): void {
    this.#bitmap?.close();
    this.#bitmap = null;
    this.chosen = false;
    this.error = '';
    this.#tell(null);
  }

  override render(): TemplateResult {
    return html`
      <label class="choose">
        <input type="file" accept=${ACCEPT} @change=${this.#chooseFile} />
        <span>${words.choose}</span>
      </label>
      <span class="drop">${words.drop}</span>
      ${this.chosen ? html`<button @click=${this.#sample}>${words.back}</button>` : nothing}
      <p role="alert">${this.error}</p>
    `;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
        color: var(--ink-2);
      }
      .choose {
        position: relative;
      }
      .choose input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .choose span {
        display: block;
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 0.3rem 0.6rem;
        color: var(--ink);
      }
      .choose input:focus-visible + span {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      p {
        margin: 0;
        flex-basis: 100%;
        color: var(--strided);
      }
      p:empty {
        display: none;
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
