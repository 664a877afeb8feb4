import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface NmsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string];
  /** Boxes are numbered from 1, best first. */
  stops: {
    sort: string;
    keep(box: number): string;
    drop(losers: number, box: number): string;
    rest: string;
  };
  heads: { score: string; verdict: string };
  stays: string;
  overlaps(iou: string, box: number): string;
  /** Boxes left for two cars, and how many cars have one. */
  outcome(left: number, found: number): string;
  scene(distance: number, iou: string, boxes: number, threshold: number): string;
  sorted: string;
  boxStays(box: number, score: string): string;
  giveWay(threshold: number, losers: readonly { box: number; iou: string }[]): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<NmsCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface NmsCellWords {
  grid: string;
  cellStays(box: number, score: string, iou: string): string;
  cellGivesWay(box: number, score: string, iou: string, to: number): string;
}
