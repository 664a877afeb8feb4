import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface YamlRowsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string];
  stops: { insert(rows: number): string; stale: string; fix: string };
  /** Over the notes: while the old numbers stand, and once they are mended. */
  heads: { row: string; from: string; module: string; notes: string; mended: string };
  /** What numbers of the old file find, which may be several modules; sides of maps in px. */
  finds(numbers: readonly number[], modules: readonly string[]): string;
  stillMeans(number: number): string;
  /** As the end of what an old number finds. */
  error(found: number, meant: number): string;
  silent(found: number): string;
  /** Of numbers that nothing compares. */
  silentAll: string;
  mended(changes: readonly { asks: number; means: number }[]): string;
  /** Where there is no room for notes: so many of the numbers stop, or read another map and say nothing. */
  sum(counts: { right: number; error: number; silent: number }): string;
  sumMended(changed: number): string;
  before(numbers: number, inserted: number): string;
  stale(inserted: number, counts: { right: number; error: number; silent: number }): string;
  fixed(changes: readonly { asks: number; means: number }[]): string;
}
