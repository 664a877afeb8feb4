import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. `window` as {@link DisguiseWords.window} gives it, `zeros` as "7/16". */
export interface DisguiseWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string, string];
  noWeights: string;
  /** Said of trained filters of the reader's own. */
  own: string;
  noRoom(kernel: number, block: number, shown: number): string;
  stops: { fill: string; first: string; rest(phases: number): string; equal: string };
  /** A kernel on a map, `padding` before and after. */
  window(kernel: number, stride: number, padding: readonly [number, number]): string;
  drawing: {
    spd(block: number): string;
    /** Where there is little room. */
    spdShort: string;
    strided: string;
    filling(side: number): string;
    moved(weights: number): string;
    movedShort(weights: number): string;
    zeros(zeros: string): string;
    zerosShort(zeros: string): string;
  };
  spd: {
    start(window: string, block: number): string;
    first(start: string, block: number, side: number): string;
    rest(start: string, side: number): string;
    equal(start: string, strided: string, weights: number): string;
  };
  /** `zeros` is undefined where no weight is zero. */
  strided: {
    start(window: string): string;
    weights(start: string, weights: number): string;
    fill(start: string, side: number): string;
    part(start: string, kernel: number, phases: number, zeros: string | undefined): string;
    equal(
      start: string,
      block: number,
      kernel: number,
      weights: number,
      zeros: string | undefined,
    ): string;
  };
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<DisguiseCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface DisguiseCellWords {
  grids: { subMap(letter: string): string; strided: string };
  cell: {
    none(cell: string): string;
    /** A place in a sub-map's kernel. */
    zero(letter: string, u: number, v: number): string;
    weight(
      name: string,
      value: string,
      spd: { letter: string; u: number; v: number },
      strided: { row: number; column: number },
    ): string;
  };
}
