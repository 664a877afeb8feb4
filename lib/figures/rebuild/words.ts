import type { SettingWords } from '../kit/settings.ts';
import type { Large } from './condition.ts';
import type { Params, parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface RebuildWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string, string, string];
  /** Each with how many numbers there are then, where that is told. */
  stops: {
    spd(numbers: number): string;
    conv(numbers: number): string;
    rebuild: string;
    error: string;
  };
  drawing: {
    picture: string;
    camera: string;
    /** By how exactly it is kept; each fits over a square of the drawing. */
    written: Readonly<Record<Params['precision'], string>>;
    spd: string;
    /** Below the maps that filters of the reader's own have written. */
    own(filters: number): string;
    again: string;
    missing: string;
    /** In place of what is missing, where the error is none. */
    nothing: string;
    error(levels: string): string;
    noneLost(numbers: number): string;
    noneLostShort(numbers: number): string;
    rank: string;
    all(rank: number): string;
    some(rank: number, numbers: number): string;
    condition: string;
    grows(condition: string): string;
  };
  large: Large;
  noWeights: string;
  /** Said of trained filters of the reader's own. */
  own: string;
  which: { own: string; scene: string; car: string };
  start(which: string, side: number, numbers: number): string;
  split(start: string, half: number, numbers: number): string;
  layer: {
    spd(kernel: number, numbers: number): string;
    strided(kernel: number): string;
  };
  written(
    start: string,
    layer: string,
    half: number,
    channels: number,
    outputs: number,
    rank: number,
  ): string;
  /** What can't be known. */
  left(written: string, unknown: number, numbers: number): string;
  border: Readonly<Record<Params['border'], string>>;
  condition(left: string, border: string, condition: string): string;
  kept: Readonly<Record<Params['precision'], string>>;
  /** How well the car comes back; `kept`: from which numbers. */
  ofCar(firm: string, kept: string, error: string): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<RebuildCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface RebuildCellWords {
  grids: {
    x: string;
    subMap(letter: string): string;
    written(map: number): string;
    again: string;
    missing: string;
  };
  cell: {
    again(row: number, column: number): string;
    missing(row: number, column: number): string;
    /** `numbers`: how many of each colour are computed from it. */
    pixel(row: number, column: number, numbers: number): string;
    subMap(row: number, column: number, pixel: { row: number; column: number }): string;
    written(map: number, row: number, column: number, pixels: number): string;
  };
}
