import type { Language } from '#content/words/languages.ts';
import type { AnyFigure, LayoutName } from '#lib/figures/index.ts';
import { type EmbedOptions, embedOptions, readEmbedOptions } from './embed-options.ts';
import { Embedded } from './embedded.ts';
import { fitted, naturalHeight } from './fit.ts';
import { legible } from './legible.ts';
import { tellChange, tellParent, tellStep } from './messages.ts';
import { OnPage } from './on-page.ts';
import type { Beginning, PlacedPlayer } from './place.ts';
import type { Told } from './state.ts';

/** A figure that is alone in a frame of another page: plain keys in the address, messages to and from the page around. */
export class Frame extends OnPage {
  // In a frame that is not shown, or not yet, nothing is ever near: it waits for nobody.
  override readonly atOnce: boolean = true;
  readonly fitted = fitted;
  readonly #embedded: Embedded;
  #options: EmbedOptions | undefined;

  constructor(player: PlacedPlayer) {
    super(player);
    this.#embedded = new Embedded(player, () => this.#options?.keys !== false);
  }

  protected override get prefix(): string {
    return '';
  }

  protected override get fragment(): string {
    return '';
  }

  /** As the address asks. */
  protected override get language(): Language {
    return readEmbedOptions(new URLSearchParams(location.search)).language;
  }

  override begin(figure: AnyFigure): Beginning {
    const beginning = super.begin(figure);
    const options = embedOptions(new URLSearchParams(location.search));
    this.#options = options;
    return { ...beginning, errors: [...beginning.errors, ...options.errors], options };
  }

  ready({ figure }: Told, asked: boolean): void {
    this.#embedded.ready(figure, asked);
  }

  moment({ figure, values, t }: Told): void {
    tellStep(figure.stops(values), t);
  }

  override changed(told: Told, kept: boolean): void {
    tellChange(told.values, told.t);
    super.changed(told, kept);
  }

  drawn(svg: SVGSVGElement, layout: LayoutName): void {
    legible(svg, layout);
  }

  /** The page around is told for how high a frame it asks. */
  sized(): void {
    const { player } = this;
    const { figure, values } = player;
    const height =
      this.#options?.contain && figure
        ? naturalHeight(player, figure, values)
        : player.offsetHeight;
    tellParent({ type: 'height', height: Math.ceil(height) });
  }

  /** Keys are taken wherever in the frame they are pressed. */
  override press(): void {}
}
