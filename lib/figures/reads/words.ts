import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface ReadsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string, string];
  stops: {
    first: string;
    second: string;
    row: string;
    rest(windows: number): string;
    summary: string;
  };
  /** Why a setting is changed; `shown` says which value takes its place. */
  changed: {
    stride(stride: number): string;
    block(block: number, size: number): string;
    padding(padding: string): string;
    dilation(dilation: number): string;
    kernel(kernel: number): string;
    shown(why: string, name: string, value: number | string): string;
  };
  drawing: {
    input(size: number): string;
    window(kernel: number, stride: number, padding: string): string;
    windowShort(kernel: number, stride: number, padding: string): string;
    padding(before: number, after: number): string;
    output(size: number): string;
    counted(windows: number, all: number, short: boolean): string;
    none: string;
    legend: string;
    strips: string;
    pattern: string;
    /** The same, on two lines. */
    patternLines: readonly [string, string];
    subMaps(size: number, channels: number): string;
    /** The rows that row i of a pattern of that period stands for. */
    rows(i: number, period: number, short: boolean): string;
  };
  why: {
    spd(block: number, extent: number): string;
    stride1: string;
    divides(stride: number, kernel: number): string;
    dilation(stride: number, dilation: number): string;
    /** Where a reader may still be asked for the rule. */
    counts(reads: readonly number[]): string;
  };
  padding(before: number, after: number): string;
  /** The window in a clause; a dilation of 1 is not said. */
  plain(kernel: number, stride: number, padding: string, dilation: number): string;
  afterSpd(block: number, kernel: number, padding: string, dilation: number): string;
  over(what: string, size: number, now: string): string;
  noWindow: string;
  placed(windows: number, all: number, reads: readonly number[]): string;
  even(reads: number): string;
  uneven(reads: readonly number[]): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<ReadsCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface ReadsCellWords {
  grids: { x: string; y: string };
  cell: {
    pixel(row: number, column: number, reads: number): string;
    output(row: number, column: number, pixels: number): string;
  };
}
