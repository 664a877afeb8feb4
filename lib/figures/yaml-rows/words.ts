import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface YamlRowsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string];
  stops: { insert(rows: number): string; stale: string; fix: string };
  heads: { row: string; from: string; module: string; notes: string };
  /** Numbers of the old file, and the modules that they find. */
  areNow(numbers: readonly number[], modules: readonly string[]): string;
  stillMeans(number: number, row: number): string;
  isNow(number: number, module: string, row: number): string;
  /** Sides of the maps, px. */
  mismatch(found: number, meant: number): string;
  noError: string;
  before(numbers: number, inserted: number): string;
  stale(inserted: number, counts: { right: number; error: number; silent: number }): string;
  fixed(changes: readonly { asks: number; means: number }[]): string;
}
