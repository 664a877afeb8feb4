import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import type { Place } from './chart-place.ts';

/** What a reader expects to see in a cell of a figure, or in the whole of a grid that is named alone. */
export interface Mark {
  cell: string;
  text: string;
  right: boolean;
}

/** What a reader has bet, to be shown in the figure or the chart that answers. */
export interface Guess {
  said: string;
  /** In a figure. */
  marks?: readonly Mark[];
  /** In a chart. */
  places?: readonly Place[] | undefined;
}

/** What others may know of a `<spd-figure>`; it fires `spd-change`, with its values and its time, that bubbles. */
export interface FigurePlayer extends HTMLElement {
  /** Undefined until its code has come. */
  readonly figure: AnyFigure | undefined;
  readonly values: AnyValues;
  /** In [0, 1]. */
  readonly t: number;
  goTo(t: number): void;
  /** To a named moment by its number, 0 being the start; once the figure is there, if it is not yet. */
  goToStop(stop: number): void;
  /** Takes values as attributes, URL and messages give them; once the figure is there, if it is not yet. */
  set(params: Readonly<Record<string, unknown>>): void;
  /** Plays from the start to the moment that its page shows of it, once it is seen; without motion, at once. */
  playOnce(): void;
  /** It has yet to play of its own accord, or does so now. Each `spd-change` may end that. */
  readonly debuting: boolean;
  /** Marked in the drawing as long as it stands as the bet found it. An attribute `waiting` holds the figure at its start. */
  guess: Guess | undefined;
}

/** The detail of `spd-change`. */
export interface FigureState<Values = AnyValues> {
  values: Values;
  t: number;
}
