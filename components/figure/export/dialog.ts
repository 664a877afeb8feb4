// <spd-files>: the dialog that saves a figure's moments and films. It stands in the page's body, not in the figure: there it
// would be under the figure's keys, and end with the menu that opened it.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { save } from '#components/kit/save.ts';
import { files as words } from '#content/words/en/figure-files.ts';
import { LICENCE, type Storyboard } from '#lib/export/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import { withFonts } from '../fonts.ts';
import { unableFilms } from './abilities.ts';
import { type Choices, choices } from './choices.ts';
import { dialogStyles } from './dialog-styles.ts';
import { canBeClear, extentOf, type Format, isFilm, RATE, USUAL } from './formats.ts';
import { boardOf, type Made, makeFile, type Progress, type Scene, type Wanted } from './make.ts';
import { framesOf, planOf } from './plan.ts';

export class FilesDialog extends LitElement implements Choices {
  static override properties = {
    scene: { attribute: false },
    theme: {},
    format: { state: true },
    transparent: { state: true },
    outlines: { state: true },
    extents: { state: true },
    from: { state: true },
    to: { state: true },
    speed: { state: true },
    unable: { state: true },
    message: { state: true },
    preview: { state: true },
  };
  declare scene: Scene | undefined;
  declare theme: Theme;
  declare format: Format;
  declare transparent: boolean;
  declare outlines: boolean;
  declare extents: Record<Format, string>;
  declare from: number;
  declare to: number;
  declare speed: number;
  declare unable: readonly Format[];
  declare private message: string;
  /** The address of a picture of what will be saved. */
  declare private preview: string;

  readonly #file = new Answer<Made, Progress>(this, {
    onAnswer: ({ name, blob }) => {
      save(blob, name);
      this.message = words.saved(name, words.bytes(blob.size));
    },
  });
  readonly #picture = new Answer<string>(this, {
    onAnswer: (address) => {
      this.preview = address;
    },
  });

  constructor() {
    super();
    this.theme = 'light';
    this.format = 'pptx';
    this.transparent = false;
    this.outlines = false;
    this.extents = { ...USUAL };
    this.from = 0;
    this.to = Number.POSITIVE_INFINITY;
    this.speed = 1;
    this.unable = [];
    this.message = '';
    this.preview = '';
    // The keys belong to the dialog: behind it a figure, or a deck, waits for them.
    this.addEventListener('keydown', (event) => event.stopPropagation());
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.unable = await unableFilms({ width: 1280, height: 720 }).catch(() => []);
  }

  #wanted(board: Storyboard): Wanted {
    const { format, theme, transparent, outlines, speed } = this;
    const at = (number: number) => board.moments[Math.min(number, board.moments.length - 1)].t;
    const extent = extentOf(this.extents[format]);
    const [from, to] = [at(this.from), at(this.to)];
    return { format, theme, transparent, outlines, extent, from, to, speed };
  }

  #save(scene: Scene, wanted: Wanted): void {
    this.message = '';
    void this.#file.ask((signal, tell) => makeFile(scene, wanted, { signal, tell }));
  }

  /** Now it is another file: what is said of the last one no longer holds. */
  #choose(chosen: Partial<Choices>): void {
    Object.assign(this, chosen);
    this.message = '';
    if (!this.#file.working) this.#file.reset();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const { scene } = this;
    const drawn = ['scene', 'theme', 'format', 'transparent', 'to', 'from'];
    if (!scene || !drawn.some((name) => changed.has(name))) return;
    const board = boardOf(scene, this);
    const { to } = this.#wanted(board);
    const t = isFilm(this.format) ? to : scene.figure.poster(scene.values);
    void this.#picture.ask(async () => {
      const svg = await withFonts(board.svg(t));
      return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { scene, preview } = this;
    if (!scene) return nothing;
    const board = boardOf(scene, this);
    const wanted = this.#wanted(board);
    const clear = this.transparent && canBeClear(this.format);
    const { done, total } = this.#file.progress ?? {};
    return html`<dialog aria-labelledby="title" @close=${() => {
      this.dispatchEvent(new Event('closed'));
      this.remove();
    }}>
      <form method="dialog" @submit=${(event: Event) => event.preventDefault()}>
        <header>
          <h2 id="title">${words.title}</h2>
          <button type="button" class="close" aria-label=${words.close} @click=${() => this.#close()}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
          </button>
        </header>
        <div class="body">
          <figure>
            <div class=${clear ? 'clear shown' : 'shown'}>
              ${preview ? html`<img src=${preview} alt="" />` : nothing}
            </div>
            <figcaption>${board.title}<span>${this.#measure(board, wanted)}</span></figcaption>
          </figure>
          <div class="choices">
            ${choices(board, this, (chosen) => this.#choose(chosen))}
          </div>
        </div>
        <footer>
          <p class="licence">
            ${words.licence[0]}<a href=${LICENCE.address} target="_blank" rel="noopener">${words.licence[1]}</a>${words.licence[2]}
          </p>
          <button
            type="button"
            class="save"
            aria-disabled=${this.#file.working}
            @click=${() => this.#file.working || this.#save(scene, wanted)}
          >
            ${words.make}
          </button>
          <answer-status .answer=${this.#file} working=${words.making} stopped=${words.stopped} .loaded=${done} .total=${total}></answer-status>
          <p role="status">${this.message}</p>
        </footer>
      </form>
    </dialog>`;
  }

  /** How much will be in the file. */
  #measure(board: Storyboard, wanted: Wanted): string {
    const { format } = this;
    if (!isFilm(format)) return words.moments(board.moments.length);
    const rate = RATE[format];
    return words.length(framesOf(planOf(board, { ...wanted, rate })) / rate);
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  static override styles = [controlStyles, dialogStyles];
}

customElements.define('spd-files', FilesDialog);

/** Opens the dialog over the page; `done` is called when it is closed. */
export function openFiles(scene: Scene, theme: Theme, done: () => void): void {
  const dialog = new FilesDialog();
  dialog.scene = scene;
  dialog.theme = theme;
  dialog.addEventListener('closed', done);
  document.body.append(dialog);
}
