// Lets the reader put a picture of their own into a figure.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Answer } from './answer.ts';
import { KeptFocus } from './kept-focus.ts';
import './answer-status.ts';
import { camera } from '#content/words/en/camera.ts';
import { ownPicture as words } from '#content/words/en/own-picture.ts';
import { controlStyles } from './control-styles.ts';
import { fileButton, fileButtonStyles } from './file-button.ts';
import './lazy-part.ts';
import { loadCode } from './load-code.ts';
import { Paste } from './paste.ts';
import { ACCEPT, type Frame, type Picture, WHOLE } from './picture/picture.ts';

/** Enough for a figure of 16 x 16 cells, px. */
const SIDE = 64;

/** Fetched with the first picture. */
const decoder = () => loadCode(() => import('./picture/decode.ts'));

/** What is handed on, and which part of the reader's picture it is. */
interface Shown {
  picture: Picture;
  frame: Frame;
}

/**
 * Fires `taken` when a picture of the reader's has been read, then, and at each other `side` and `frame`, `picture` with
 * the scaled picture, or null for the sample. `take(file)` is for a drop elsewhere; what is pasted into the page it takes
 * by itself.
 */
export class OwnPicture extends LitElement {
  static override properties = {
    side: { type: Number },
    frame: { attribute: false },
    camera: { type: Boolean },
    pastes: { attribute: false },
    chosen: { state: true },
    shooting: { state: true },
  };
  /** Longer side of the picture that is handed on, px. */
  declare side: number;
  /** The part of the reader's picture that is handed on. */
  declare frame: Frame;
  /** Whether a picture can be taken with the camera. */
  declare camera: boolean;
  /** Whether it takes what is pasted into the page; what it stands in may do so itself. */
  declare pastes: boolean;
  /** A picture of the reader's is shown. */
  declare chosen: boolean;
  /** The camera is on, or asked for. */
  declare shooting: boolean;
  /** The part that was handed on last. */
  shown: Frame = WHOLE;
  #bitmap: ImageBitmap | null = null;
  readonly #picture = new Answer<Shown>(this, {
    onAnswer: ({ picture, frame }) => {
      this.shown = frame;
      this.#tell(picture);
      const bitmap = this.#bitmap;
      // The frame has moved on meanwhile.
      if (bitmap && frame !== this.frame) void this.#picture.ask(() => this.#scaled(bitmap));
    },
  });

  constructor() {
    super();
    new KeptFocus(this);
    this.side = SIDE;
    this.frame = WHOLE;
    this.camera = false;
    this.pastes = true;
    this.chosen = false;
    this.shooting = false;
    new Paste(
      this,
      ([file]) => void this.take(file),
      () => this.pastes,
    );
  }

  /** Decodes a file; what is wrong with it is said here. */
  async take(file: File | null): Promise<void> {
    if (!file) return;
    await this.#picture.ask(async (signal) => {
      const bitmap = await (await decoder()).decodePicture(file);
      if (signal.aborted) bitmap.close();
      signal.throwIfAborted();
      this.#keep(bitmap);
      return this.#scaled(bitmap);
    });
  }

  #shot({ detail }: CustomEvent<ImageBitmap>): void {
    this.#keep(detail);
    void this.#picture.ask(() => this.#scaled(detail));
    this.#endShooting();
  }

  #endShooting(): void {
    this.shooting = false;
    // The camera's buttons go; the focus stays where it was opened.
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  /** All of the reader's picture, at so many pixels of its longer side; null where there is none. */
  async whole(side: number): Promise<Picture | null> {
    const bitmap = this.#bitmap;
    return bitmap && (await decoder()).scalePicture(bitmap, side);
  }

  /** The picture as it is wanted by now. */
  async #scaled(bitmap: ImageBitmap): Promise<Shown> {
    const { scalePicture, framed } = await decoder();
    const { frame } = this;
    const part = frame === WHOLE ? bitmap : await framed(bitmap, frame);
    const picture = scalePicture(part, this.side);
    if (part !== bitmap) part.close();
    return { picture, frame };
  }

  override updated(changed: PropertyValues): void {
    const bitmap = this.#bitmap;
    // What is being read is scaled to the side that is wanted by then.
    const other = changed.has('side') || (changed.has('frame') && this.frame !== this.shown);
    if (!other || !bitmap || this.#picture.working) return;
    void this.#picture.ask(() => this.#scaled(bitmap));
  }

  #keep(bitmap: ImageBitmap | null): void {
    this.#bitmap?.close();
    this.#bitmap = bitmap;
    this.chosen = bitmap !== null;
    this.frame = WHOLE;
    if (bitmap) this.dispatchEvent(new Event('taken'));
  }

  #tell(detail: Picture | null): void {
    this.dispatchEvent(new CustomEvent('picture', { detail }));
  }

  #sample(): void {
    this.#picture.reset();
    this.#keep(null);
    this.#tell(null);
  }

  override render(): TemplateResult {
    return html`
      ${fileButton(words.choose, ([file]) => this.take(file), { accept: ACCEPT })}
      ${
        this.camera
          ? html`<button type="button" aria-expanded=${this.shooting} @click=${() => {
              this.shooting = !this.shooting;
            }}>${camera.open}</button>`
          : nothing
      }
      <span class="drop">${words.drop}</span>
      ${this.chosen ? html`<button @click=${this.#sample}>${words.back}</button>` : nothing}
      ${
        this.shooting
          ? html`<lazy-part class="camera" .code=${() => import('./camera-view.ts')} wanted>
              <camera-view @shot=${this.#shot} @close=${this.#endShooting}></camera-view></lazy-part>`
          : nothing
      }
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
        gap: 0 0.75rem;
        align-items: center;
        margin-block: -0.25rem;
        color: var(--ink-2);
      }
      /* The space between lines is theirs: what mostly says nothing then has no line of its own. */
      :is(.choose, button, .drop, .camera) {
        margin-block: 0.25rem;
      }
      .camera,
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
