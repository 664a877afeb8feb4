import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { fileButton } from '#components/kit/file-button.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { ACCEPT } from '#components/kit/picture/picture.ts';
import { paint, pictureImage } from '#components/kit/pixel-image.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { sharedStyles } from './styles.ts';

/** A picture of the strip: how it is called, what the network reads of it, what was found in a word or two. */
export interface Thumb {
  name: string;
  square: Picture;
  found: string;
  own: boolean;
}

/**
 * `<picture-strip>`: takes pictures and shows them small, one of them chosen. Fires `files` with those the reader
 * gives, `choose` and `remove` with the index of a picture.
 */
export class PictureStrip extends LitElement {
  static override properties = {
    thumbs: { attribute: false },
    chosen: { type: Number },
    messages: { attribute: false },
    decoding: {},
  };

  declare thumbs: Thumb[];
  declare chosen: number;
  /** What was wrong with the last files. */
  declare messages: string[];
  /** What is said while pictures are read; empty when none are. */
  declare decoding: string;

  constructor() {
    super();
    new KeptFocus(this);
    this.thumbs = [];
    this.chosen = 0;
    this.messages = [];
    this.decoding = '';
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('thumbs')) return;
    const canvases = this.renderRoot.querySelectorAll('canvas');
    canvases.forEach((canvas, i) => {
      paint(canvas, pictureImage(this.thumbs[i].square));
    });
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const chosen = this.thumbs[this.chosen];
    return html`
      <h2>${words.picturesTitle}</h2>
      <div class="drop">
        ${fileButton(words.choosePictures, (files) => this.#tell('files', files), { accept: ACCEPT, multiple: true })}
        <span>${words.dropPictures}</span>
      </div>
      <p role="status" class="quiet">${this.decoding}</p>
      <div role="alert">${this.messages.map((message) => html`<p class="message bad">${message}</p>`)}</div>
      ${
        this.thumbs.length > 1
          ? html`<ul aria-label=${words.strip} role="list">${this.thumbs.map((thumb, i) => this.#thumb(thumb, i))}</ul>`
          : nothing
      }
      ${
        chosen?.own
          ? html`<div class="row">
            <span class="quiet">${chosen.name}</span>
            <button type="button" @click=${() => this.#tell('remove', this.chosen)}>
              ${this.thumbs.length > 1 ? words.removePicture : words.useSample}
            </button>
          </div>`
          : nothing
      }
    `;
  }

  #thumb({ name, found, square }: Thumb, index: number) {
    return html`<li>
      <button type="button" aria-pressed=${index === this.chosen} title=${name}
        aria-label=${words.thumb(name, found)} @click=${() => this.#tell('choose', index)}>
        <canvas width=${square.width} height=${square.height}></canvas>
        <span>${found || '…'}</span>
      </button>
    </li>`;
  }

  static override styles = [
    ...sharedStyles,
    css`
      ul { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin: 0 0 0.75rem; padding: 0; max-height: 16rem; overflow: auto; }
      li button { display: grid; gap: 0.2rem; padding: 0.25rem; width: 5.5rem; font-size: 0.8125rem; }
      canvas { width: 100%; height: auto; display: block; }
      span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .drop span { white-space: normal; }
    `,
  ];
}

customElements.define('picture-strip', PictureStrip);
