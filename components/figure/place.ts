// Where a player stands: among others in a page of the notebook (on-page.ts), alone in a frame (frame.ts). What it is to show
// comes from there, and there it tells what it shows; the player itself knows no address and no page.
import type { LitElement } from 'lit';
import type { AnyFigure, LayoutName } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import type { PlayerOptions } from './options.ts';
import type { Moment, PlayerActions, Shared, Told } from './state.ts';

/** How a figure begins. */
export interface Beginning {
  /** The values that the place itself gives. */
  base: AnyValues;
  /** With what is asked for beside them. */
  values: AnyValues;
  /** One sentence for each thing that could not be taken as it was given. */
  errors: string[];
  /** The moment that is asked for, 0 to 1; undefined where none is. */
  t: number | undefined;
  options: PlayerOptions;
}

/** What a place may know of its player, and ask of it. */
export interface PlacedPlayer extends LitElement {
  readonly name: string;
  readonly embedHref: string;
  readonly show: PlayerOptions['show'];
  readonly figure: AnyFigure | undefined;
  readonly values: AnyValues;
  readonly t: number;
  readonly playing: boolean;
  readonly actions: PlayerActions;
  /** As `set`, but says what is wrong to nobody: one sentence for each value that could not be taken. */
  take(params: Readonly<Record<string, unknown>>): string[];
}

export interface FigurePlace {
  /** It is fetched at once, seen or not. */
  readonly atOnce: boolean;
  /** The figure, in the language of the place. */
  load(): Promise<AnyFigure>;
  begin(figure: AnyFigure): Beginning;
  /** The layout with which it fills a frame, where there is one to be filled. */
  readonly fitted?: (host: HTMLElement, figure: AnyFigure, values: AnyValues) => LayoutName;
  /** It is drawn for the first time; `asked`: with a moment that was asked for. */
  ready?(told: Told, asked: boolean): void;
  /** Playing began, ended or reached a moment, or something was changed. */
  moment?(told: Told): void;
  /** Values or time were set; `kept`: the place should know them when it is visited again. */
  changed(told: Told, kept: boolean): void;
  /** It was drawn in this layout, now or again. */
  drawn?(svg: SVGSVGElement, layout: LayoutName): void;
  /** It has, or may have, another size. */
  sized?(): void;
  /** A key that came to the player. */
  press?(event: KeyboardEvent): void;
  /** What the share menu may ask for; in place of a menu, the address of a page where there is one. */
  share(moment: Moment): Shared | string;
}
