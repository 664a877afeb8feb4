import { LitElement } from 'lit';
import type { Guess } from '#components/kit/figure-player.ts';
import type { AnyFigure, LayoutName } from '#lib/figures/index.ts';
import type { Picture } from '#lib/files/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { PLAIN, type PlayerOptions } from './options.ts';
import type { Panel, PlayerState } from './state.ts';

/** What a player is told by the attributes of its element, and what it shows: a change of any is drawn. */
export abstract class PlayerElement extends LitElement {
  static override properties = {
    name: {},
    embedHref: { attribute: 'embed-href' },
    show: {},
    tune: {},
    once: { type: Boolean },
    stop: { type: Number },
    waiting: { type: Boolean },
    guess: { attribute: false },
    figure: { state: true },
    values: { state: true },
    errors: { state: true },
    layout: { state: true },
    highlight: { state: true },
    exploring: { state: true },
    grid: { state: true },
    picture: { state: true },
    opened: { state: true },
    options: { state: true },
  };
  declare name: string;
  /** Address of the page with this figure alone. */
  declare embedHref: string;
  /** Which controls: all (default), steps, none. */
  declare show: 'all' | 'steps' | 'none';
  /** The parameters that matter in the page, apart by spaces; undefined for all. */
  declare tune: string | undefined;
  /** It plays when it first comes into view. */
  declare once: boolean;
  /** The named moment that it shows, from 1, the last for any number above; undefined for the most telling one. */
  declare stop: number | undefined;
  /** A bet on it has not been made: it stays at its start. */
  declare waiting: boolean;
  declare guess: Guess | undefined;
  declare figure: AnyFigure | undefined;
  declare values: AnyValues;
  /** What of its place's wishes could not be taken. */
  declare errors: string[];
  declare highlight: string | undefined;
  declare exploring: boolean;
  declare grid: string;
  /** The reader's own. */
  declare picture: Picture | undefined;
  declare opened: ReadonlySet<Panel>;
  declare layout: LayoutName;
  declare options: PlayerOptions;
  /** The values that the page itself gives; the address names only what differs. */
  protected base: AnyValues = {};

  constructor() {
    super();
    this.name = '';
    this.embedHref = '';
    this.show = 'all';
    this.once = false;
    this.waiting = false;
    this.values = {};
    this.errors = [];
    this.layout = 'wide';
    this.exploring = false;
    this.grid = '';
    this.opened = new Set();
    this.options = PLAIN;
  }

  /** For the parts of the player. */
  protected shown(
    figure: AnyFigure,
    { t, playing, speed }: Pick<PlayerState, 't' | 'playing' | 'speed'>,
    cells: PlayerState['cells'],
  ): PlayerState {
    const { values, layout, highlight, exploring, grid, opened } = this;
    const tune = this.tune?.split(' ');
    const all = { figure, tune, values, t, playing, speed, layout, cells, highlight };
    return { ...all, exploring, grid, opened, guess: this.#guessShown };
  }

  /** What is right in the figure as the page gives it need not be so once the reader has set it otherwise. */
  get #guessShown(): Guess | undefined {
    const { guess, values, base } = this;
    const isAsGiven = Object.keys(base).every((name) => values[name] === base[name]);
    return guess?.marks && !isAsGiven ? { said: guess.said } : guess;
  }
}
