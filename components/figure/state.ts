// What the parts of the player are given: what to show, and what they may ask for. None of them knows the element.

import type { Guess } from '#components/kit/figure-player.ts';
import type { AnyCells, AnyFigure, LayoutName } from '#lib/figures/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import type { Picture } from '#lib/files/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';

/** What stays closed until the reader opens it. */
export const PANELS = ['more', 'settings', 'share', 'code'] as const;
export type Panel = (typeof PANELS)[number];

/** What is shown now. */
export interface PlayerState {
  readonly figure: AnyFigure;
  /** What matters in the page: names of parameters, or `presets`. Undefined for all. */
  readonly tune: readonly string[] | undefined;
  readonly values: AnyValues;
  /** In [0, 1]. */
  readonly t: number;
  readonly playing: boolean;
  /** Times the normal speed. */
  readonly speed: number;
  readonly layout: LayoutName;
  /** Undefined until somebody has asked for them. */
  readonly cells: AnyCells | undefined;
  /** The cell that is lit up. */
  readonly highlight: string | undefined;
  /** The arrow keys walk from cell to cell, in this grid; empty for the first. */
  readonly exploring: boolean;
  readonly grid: string;
  /** What the reader has bet on it. */
  readonly guess: Guess | undefined;
  /** What the reader has opened. */
  readonly opened: ReadonlySet<Panel>;
}

/** The moment that is shown, for those who are told of it. */
export interface Told {
  readonly figure: AnyFigure;
  readonly values: AnyValues;
  readonly t: number;
  /** The reader's own picture is shown. */
  readonly own: boolean;
  /** The values that the place of the player gives by itself; an address names only what differs. */
  readonly base: AnyValues;
  /** The moment that the place shows by itself, see restOf; an address names another one only. */
  readonly stop?: number | undefined;
}

/** What may be asked of the player. */
export interface PlayerActions {
  play(): void;
  pause(): void;
  toggle(): void;
  /** It stands at its end. */
  ended(): boolean;
  /** To the next or previous named moment; false where there is none. */
  step(direction: 1 | -1): boolean;
  goTo(t: number): void;
  setSpeed(speed: number): void;
  /** Takes values as attributes, URL and messages give them. */
  set(params: Readonly<Record<string, unknown>>): void;
  /** Fetches what is known of the cells; calls back once it is there, at once where it is. */
  withCells(act: (cells: AnyCells) => void): void;
  light(cell: string | undefined): void;
  /** Walking the cells of a grid begins or ends. */
  explore(on: boolean, grid: string): void;
  /** A click on a cell, or Enter; false where the figure has no use for it. */
  pick(cell: string | undefined): boolean;
  open(panel: Panel, on: boolean): void;
  /** The reader's own picture; undefined for what the figure has itself. */
  takePicture(picture: Picture | undefined): void;
  /** Whether the reader may give a picture here. */
  takesFiles(): boolean;
  /** A file of the reader's, dropped or pasted: as good as one that was chosen. */
  giveFile(file: File): void;
}

/** The moment that is shared. */
export interface Moment extends Told {
  /** What is shown in place of the figure's own picture. */
  readonly picture: Picture | undefined;
  drawing(): SVGSVGElement;
}

/** Where it is shared from. */
export interface Origin {
  /** Address of the page that is open, at its figure. */
  page(): URL;
  /** Of the keys in that address. */
  prefix: string;
  /** Address of the page with this figure alone. */
  alone: URL;
  /** Of what is open. */
  theme(): Theme;
}

/** What the player gives the share menu. */
export interface Shared {
  /** Fetches the menu. */
  menu(): Promise<unknown>;
  readonly moment: Moment;
  readonly origin: Origin;
}
