import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface SpaceToDepthWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  stops: {
    phases(n: number): string;
    fly(n: number): string;
    split(channels: number): string;
    stack: string;
    back: string;
  };
  doesNotDivide(block: number, size: number, nearest: number): string;
  drawing: { back: string; subMaps(n: number, shape: string): string };
  channels(n: number): string;
  /** `shapes` as "X (12, 12, 3) → X′ (6, 6, 12)", `order` as the parameter's option is called. */
  what(block: number, shapes: string, order: string): string;
  start(size: number, channels: number): string;
  /** `last` is the last phase's letter. */
  phases(block: number, last: string): string;
  fly(block: number, small: number): string;
  split(planes: number, order: readonly string[], more: boolean): string;
  stack(small: number, planes: number): string;
  back: string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<SpaceToDepthCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface SpaceToDepthCellWords {
  grid(channel: number, name: string): string;
  cell: {
    x(pixel: string, phase: string, place: string, channels: readonly number[]): string;
    plane(place: string, channel: number, name: string, pixel: string): string;
  };
}
