import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface RebuildWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string];
  /** Each with how many numbers there are then, where that is told. */
  stops: {
    spd(numbers: number): string;
    conv(numbers: number): string;
    rebuild: string;
    error: string;
  };
  grids: {
    x: string;
    subMap(letter: string): string;
    written(map: number): string;
    again: string;
    missing: string;
  };
  drawing: {
    picture: string;
    written: string;
    spd: string;
    again: string;
    missing: string;
    error(levels: string): string;
    noneLost(numbers: number): string;
    noneLostShort(numbers: number): string;
    rank: string;
    all(rank: number): string;
    allShort(rank: number): string;
    some(rank: number, numbers: number): string;
  };
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
  /** What can't be known: of a picture of which no error is told, and of the car. */
  left(written: string, unknown: number, numbers: number): string;
  leftOfCar(written: string, unknown: number, numbers: number, error: string): string;
  cell: {
    again(row: number, column: number): string;
    missing(row: number, column: number): string;
    /** `numbers`: how many of each colour are computed from it. */
    pixel(row: number, column: number, numbers: number): string;
    subMap(row: number, column: number, pixel: { row: number; column: number }): string;
    written(map: number, row: number, column: number, pixels: number): string;
  };
}
