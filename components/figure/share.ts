// <spd-share>, the share menu of a figure: a link, an iframe, and the moment shown as a file.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { controlStyles } from '#components/kit/controls.ts';
import { save } from '#components/kit/save.ts';
import { share } from '#content/words/en/share.ts';

/** What the player gives the menu; asked for when a reader wants it, so it is always of the moment shown. */
export interface Shared {
  file: string;
  link(): string;
  iframe(): string;
  svg(transparent: boolean): Promise<string>;
}

/** What makes files is fetched when the first one is asked for. */
const files = async () => ({
  ...(await import('./png.ts')),
  ...(await import('./fonts.ts')),
});

export class ShareMenu extends LitElement {
  static override properties = {
    shared: { attribute: false },
    message: { state: true },
    byHand: { state: true },
    scale: { state: true },
    transparent: { state: true },
  };
  declare shared: Shared | undefined;
  declare message: string;
  declare byHand: string;
  declare scale: number;
  declare transparent: boolean;

  constructor() {
    super();
    this.message = '';
    this.byHand = '';
    this.scale = 2;
    this.transparent = false;
  }

  async #copy(text: string): Promise<void> {
    this.byHand = '';
    try {
      await navigator.clipboard.writeText(text);
      this.message = share.copied;
    } catch {
      this.message = share.byHand;
      this.byHand = text;
    }
  }

  async #saveSvg({ file, svg }: Shared): Promise<void> {
    const { withFonts } = await files();
    const whole = await withFonts(await svg(this.transparent));
    save(new Blob([whole], { type: 'image/svg+xml' }), `${file}.svg`);
    this.message = share.saved(`${file}.svg`);
  }

  async #savePng({ file, svg }: Shared): Promise<void> {
    try {
      const { pngOf, withFonts } = await files();
      const whole = await withFonts(await svg(this.transparent));
      save(await pngOf(whole, this.scale), `${file}@${this.scale}x.png`);
      this.message = share.saved(`${file}@${this.scale}x.png`);
    } catch {
      this.message = share.failed;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { shared } = this;
    if (!shared) return nothing;
    return html`<div class="menu">
        <button @click=${() => this.#copy(shared.link())}>${share.link}</button>
        <button @click=${() => this.#copy(shared.iframe())}>${share.iframe}</button>
        <button @click=${() => this.#saveSvg(shared)}>${share.svg}</button>
        <span class="png">
          <button @click=${() => this.#savePng(shared)}>${share.png}</button>
          <select
            aria-label=${share.scale}
            @change=${(e: Event) => {
              this.scale = Number((e.target as HTMLSelectElement).value);
            }}
          >
            ${[1, 2, 3, 4].map((n) => html`<option value=${n} ?selected=${n === this.scale}>${n}×</option>`)}
          </select>
        </span>
        <label
          ><input
            type="checkbox"
            .checked=${this.transparent}
            @change=${(e: Event) => {
              this.transparent = (e.target as HTMLInputElement).checked;
            }}
          />
          ${share.transparent}</label
        >
        <p role="status">${this.message}</p>
        ${
          this.byHand
            ? html`<textarea readonly aria-label=${share.byHand} rows="3" .value=${this.byHand}></textarea>`
            : nothing
        }
      </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      .menu {
        position: absolute;
        right: 0;
        bottom: calc(100% + 0.4rem);
        z-index: 5;
        display: grid;
        gap: 0.5rem;
        width: 15rem;
        max-width: 80vw;
        padding: 0.75rem;
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: 6px;
        box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
      }
      .png {
        display: flex;
        gap: 0.5rem;
      }
      .png button {
        flex: 1;
      }
      label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      p {
        margin: 0;
        min-height: 1.3em;
        color: var(--ink-2);
      }
      textarea {
        width: 100%;
        box-sizing: border-box;
      }
    `,
  ];
}

customElements.define('spd-share', ShareMenu);
