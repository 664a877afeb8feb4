import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface AnchorsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string];
  stops: { levels: string; own: string; ratio: string; neighbours: string };
  level(name: string, stride: number): string;
  cells(columns: number, rows: number, stride: number): string;
  fits: string;
  fitsNot: string;
  noneFits: string;
  anchors(n: number): string;
  cellCount(n: number): string;
  /** Two halves of one sentence: the narrow drawing has a line for each. */
  share(answers: number, predictions: string): readonly [string, string];
  object(width: number, height: number, x: number, y: number, side: number): string;
  grids: string;
  centres(cells: readonly { name: string; row: number; column: number }[]): string;
  fitting(ratio: number, levels: readonly { name: string; fitting: number }[]): string;
  neighbours(
    levels: readonly { name: string; sum: string }[],
    answers: number,
    predictions: string,
  ): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<AnchorsCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface AnchorsCellWords {
  cell: {
    where(name: string, row: number, column: number, stride: number): string;
    answers(anchors: number, own: boolean): string;
    near: string;
    no: string;
  };
}
