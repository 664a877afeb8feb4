import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface SubMapsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  /** In the order of the figure's own. */
  presets: readonly [string, string, string];
  stops: { slices: string; sentence: string; compare: string };
  /** The block does not divide the rows; the nearest number of rows is shown. */
  doesNotDivide(block: number, size: number, nearest: number): string;
  drawing: {
    row(i: number): string;
    slices: string;
    slicesShort: string;
    slicesRule: string;
    sentence: string;
    sentenceShort: string;
    sentenceRule: string;
    rows(size: number, block: number): string;
    rowsShort(size: number): string;
    /** The rule of sub-map x of the sentence; that of the slices is code. */
    divisible(x: number, block: number): string;
  };
  same: string;
  /** Two sub-maps. */
  tradePlaces(a: number, b: number): string;
  /** Pairs as "1 ↔ 4". */
  pairsTradePlaces(pairs: readonly string[]): string;
  dealt(size: number, block: number): string;
  bySlices(block: number, subMaps: readonly (readonly number[])[]): string;
  bySentence(block: number, subMaps: readonly (readonly number[])[]): string;
  agree(block: number): string;
  differ(
    differing: readonly { x: number; slices: readonly number[]; sentence: readonly number[] }[],
  ): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<SubMapsCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface SubMapsCellWords {
  grids: { x: string; slices: string; sentence: string };
  cellSame(row: number, subMap: number): string;
  cellDiffers(row: number, slices: number, sentence: number): string;
}
