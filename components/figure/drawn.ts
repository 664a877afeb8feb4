import type { LitElement } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { loadCode } from '#components/kit/load-code.ts';
import type { AnyFigure, LayoutName, Lit } from '#lib/figures/index.ts';
import type { Picture } from '#lib/files/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { adoptPoster, layoutIn } from './drawing.ts';
import type { PlayerOptions } from './options.ts';
import type { FigurePlace } from './place.ts';

/** A player, as far as its drawing goes. */
export interface DrawnHost extends LitElement {
  readonly figure: AnyFigure | undefined;
  readonly values: AnyValues;
  readonly options: PlayerOptions;
  readonly layout: LayoutName;
  /** The reader's own. */
  readonly picture: Picture | undefined;
}

/**
 * What a player draws: the poster of its page, drawn anew at every change, of the picture that is asked for, in the layout
 * for which there is room.
 */
export class Drawn {
  /** Once the figure is there. */
  svg: SVGSVGElement | undefined;
  /** The picture that the values ask for. */
  readonly asked: Answer<Picture | undefined>;
  readonly #host: DrawnHost;
  readonly #place: () => FigurePlace;

  constructor(host: DrawnHost, place: () => FigurePlace) {
    this.#host = host;
    this.#place = place;
    this.asked = new Answer(host);
  }

  /** What is shown in place of the figure's own picture. */
  get picture(): Picture | undefined {
    return this.#host.picture ?? this.asked.value;
  }

  /** The layout for which there is room now; its place is told that it may have another size. */
  fit(): LayoutName {
    const { figure, values, options, clientWidth } = this.#host;
    const place = this.#place();
    const fitted = options.contain && figure && place.fitted;
    const layout = fitted ? fitted(this.#host, figure, values) : layoutIn(clientWidth);
    if (options.contain && this.svg) place.drawn?.(this.svg, layout);
    place.sized?.();
    return layout;
  }

  /** Draws the moment `t`; `lit`: with what is pointed at. */
  draw(figure: AnyFigure, t: number, lit: Lit | undefined): void {
    const { values, options, layout } = this.#host;
    this.svg ??= adoptPoster(this.#host, layout);
    this.svg.dataset.layout = layout;
    figure.draw(this.svg, values, t, { layout, picture: this.picture, lit });
    if (!options.contain) return;
    this.svg.setAttribute('preserveAspectRatio', 'xMidYMid meet');
    this.#place().drawn?.(this.svg, layout);
  }

  /** Fetches the picture that the values ask for, where they ask for one. */
  askPicture(figure: AnyFigure): void {
    const { values } = this.#host;
    if (figure.pictureFor)
      void this.asked.ask(async () => loadCode(async () => figure.pictureFor?.(values)));
  }
}
