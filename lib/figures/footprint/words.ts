import type { SettingWords } from '../kit/settings.ts';
import type { Params, parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface FootprintWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string, string];
  halvings(n: number): string;
  /** The two stacks; `short` in the narrow drawing. */
  strided(kernel: number): { name: string; short: string };
  spd: Readonly<Record<Params['after'], { name: string; short: string }>>;
  /** A stack of the reader's own, whose halvings differ or are none of those. */
  ownStack: { name: string; short: string };
  noMaps: string;
  drawing: {
    /** How often it is halved, from 0 to 5. */
    times: readonly [string, string, string, string, string, string];
    each(paths: string): string;
    range(least: string, most: string): string;
    /** In place of the counts where the weights are the reader's own. */
    own: string;
    phases: string;
    /** Over the bars. */
    bars: string;
    phasesShort: string;
  };
  even: string;
  noPath: string;
  /** `ratio` as "25". */
  ratio(ratio: string): string;
  before: string;
  evenPaths(name: string, paths: string): string;
  paths(name: string, least: string, most: string, phases: readonly string[]): string;
  /** With the reader's own weights; `ratio` as the drawing says it. */
  ownPaths(name: string, ratio: string, phases: readonly string[]): string;
  after(halvings: number, strided: string, spd: string): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<FootprintCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface FootprintCellWords {
  /** A pixel's part in the outputs by the reader's own weights, "0.87" where the mean is one. */
  share(share: string): string;
  /** `paths` as "3 × 5 = 15", or a {@link share}. */
  cell(
    row: number,
    column: number,
    halvings: number,
    stacks: readonly { name: string; paths: string }[],
  ): string;
}
