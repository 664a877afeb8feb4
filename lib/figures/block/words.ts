import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface BlockWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string];
  stops: { fly: string; window: string; walk: string; cost: string };
  doesNotDivide(block: number, size: number, nearest: number): string;
  /** Kernels as "3×3". */
  wirings: {
    strided(kernel: string, stride: number): string;
    spd(kernel: string): string;
    'spd-1x1': string;
    published(kernel: string): string;
  };
  /** Behind the published wiring's name, where there is room for it. */
  publishedNote: string;
  arrows: { spd: string; noWeights: string; stride1: string };
  numbers(n: string): string;
  weights: string;
  macs: string;
  /** The three shapes as they are written. */
  what(block: number, kernel: number, x: string, x1: string, x2: string): string;
  start(numbers: string): string;
  moved(block: number): string;
  window(kernel: number, channels: number): string;
  walked: string;
  readsAndWrites(reads: string, writes: string): string;
  costs(rows: readonly { wiring: string; weights: string; macs: string; times: string }[]): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<BlockCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface BlockCellWords {
  cell: {
    x(row: number, column: number, phase: string, place: string, readers: number): string;
    packed(row: number, column: number, channels: number, pixels: number, readers: number): string;
    output(row: number, column: number, places: number, pixels: number): string;
  };
}
