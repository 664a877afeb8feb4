// <spd-share>, the share menu of a figure: a link, code for a page, and the moment shown as a file.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { live } from '#components/kit/live.ts';
import '#components/kit/answer-status.ts';
import { checkbox } from '#components/kit/checkbox.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { save } from '#components/kit/save.ts';
import { files as fileWords } from '#content/words/en/figure-files.ts';
import { kit } from '#content/words/en/kit.ts';
import { share } from '#content/words/en/share.ts';
import { type Drawn, type Sharing, sharingOf } from './sharing.ts';
import type { Shared } from './state.ts';

/** What makes files is fetched when the first one is asked for. */
const files = () =>
  loadCode(async () => ({
    ...(await import('./export/screen.ts')),
    ...(await import('./fonts.ts')),
    ...(await import('#lib/export/index.ts')),
    ...(await import('#lib/png/text.ts')),
  }));

export class ShareMenu extends LitElement {
  static override properties = {
    shared: { attribute: false },
    message: { state: true },
    byHand: { state: true },
    scale: { state: true },
    transparent: { state: true },
    outlines: { state: true },
  };
  declare shared: Shared | undefined;
  declare message: string;
  declare byHand: string;
  declare scale: number;
  declare transparent: boolean;
  declare outlines: boolean;

  /** The name of the file that was made last. */
  readonly #file = new Answer<string>(this, {
    onAnswer: (name) => {
      this.message = share.saved(name);
    },
  });

  readonly #dialog = new Answer<typeof import('./export/dialog.ts')>(this);

  constructor() {
    super();
    this.message = '';
    this.byHand = '';
    this.scale = 2;
    this.transparent = false;
    this.outlines = false;
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

  #saveSvg(shared: Sharing): void {
    this.message = '';
    void this.#file.ask(async (signal) => {
      const { svg, name } = this.outlines
        ? await this.#outlined(shared, signal)
        : await this.#whole(shared);
      const file = `${name}.svg`;
      if (!signal.aborted) save(new Blob([svg], { type: 'image/svg+xml' }), file);
      return file;
    });
  }

  #savePng(shared: Sharing): void {
    this.message = '';
    void this.#file.ask(async (signal) => {
      const { scale } = this;
      const { svg, name, about } = await this.#whole(shared);
      const { Screen, sizeOf, withTexts, pngTexts } = await files();
      const { width, height } = sizeOf(svg);
      const screen = new Screen(
        { width: Math.round(width * scale), height: Math.round(height * scale) },
        undefined,
      );
      await screen.show(svg);
      const file = `${name}@${scale}x.png`;
      const bytes = withTexts(await screen.png(), pngTexts(about));
      if (!signal.aborted) save(new Blob([bytes], { type: 'image/png' }), file);
      return file;
    });
  }

  /** All moments, in the formats of talks and papers: in a dialog of their own, for which the menu makes room. */
  async #openFiles(shared: Sharing): Promise<void> {
    const code = this.#dialog.ask(() => loadCode(() => import('./export/dialog.ts')));
    const { openFiles } = (await code) ?? {};
    const menu = this.closest('details');
    openFiles?.(shared.scene(), shared.theme(), () => menu?.querySelector('summary')?.focus());
    if (openFiles && menu) menu.open = false;
  }

  /** The SVG file with its typefaces in it. */
  async #whole({ svg }: Sharing): Promise<Drawn> {
    const { withFonts } = await files();
    const drawn = await svg(this.transparent);
    return { ...drawn, svg: await withFonts(drawn.svg) };
  }

  /** The SVG file that needs no typeface. */
  async #outlined({ svg }: Sharing, signal: AbortSignal): Promise<Drawn> {
    const { OUTLINED, outlinesFor } = await loadCode(() => import('./export/outlines.ts'));
    const drawn = await svg(this.transparent);
    const outline = await outlinesFor([drawn.svg], signal);
    return { ...drawn, name: drawn.name + OUTLINED, svg: outline(drawn.svg) };
  }

  #check(name: 'transparent' | 'outlines'): TemplateResult {
    return checkbox(share[name], this[name], (checked) => {
      this[name] = checked;
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.shared) return nothing;
    const shared = sharingOf(this.shared);
    return html`<div class="menu">
        <button @click=${() => this.#copy(shared.link())}>${share.link}</button>
        <button @click=${() => this.#copy(shared.iframe())}>${share.iframe}</button>
        <button @click=${() => this.#copy(shared.element())}>${share.element}</button>
        <button @click=${() => this.#saveSvg(shared)}>${share.svg}</button>
        <span class="png">
          <button @click=${() => this.#savePng(shared)}>${share.png}</button>
          <select
            aria-label=${share.scale}
            @change=${(e: Event) => {
              this.scale = Number((e.target as HTMLSelectElement).value);
            }}
          >
            ${[1, 2, 3, 4].map((n) => html`<option value=${n} .selected=${live(n === this.scale)}>${n}×</option>`)}
          </select>
        </span>
        ${this.#check('transparent')} ${this.#check('outlines')}
        <button @click=${() => this.#openFiles(shared)}>${fileWords.open}</button>
        <answer-status .answer=${this.#dialog} working=${kit.code.loading} endless></answer-status>
        <answer-status .answer=${this.#file} working=${share.making}></answer-status>
        <p role="status">${this.message}</p>
        <p>
          <a href=${shared.talks()} target="_blank" rel="noopener">${share.talks}</a>. ${share.licence}
        </p>
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
        display: grid;
        gap: 0.5rem;
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
      a {
        color: var(--accent);
      }
      textarea {
        width: 100%;
        box-sizing: border-box;
      }
    `,
  ];
}

customElements.define('spd-share', ShareMenu);
