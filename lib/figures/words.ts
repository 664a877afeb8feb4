// What a language has to say in the figures. Each figure's own part is declared beside it; content/words/LANGUAGE/figures
// says it, and a language that misses a word fails to type-check.
import type { AnchorsWords } from './anchors/words.ts';
import type { ArchitectureWords } from './architecture/words.ts';
import type { BlockWords } from './block/words.ts';
import type { DisguiseWords } from './disguise/words.ts';
import type { FocusWords } from './focus/words.ts';
import type { FootprintWords } from './footprint/words.ts';
import type { MicroscopeWords } from './microscope/words.ts';
import type { NmsWords } from './nms/words.ts';
import type { ReadsWords } from './reads/words.ts';
import type { RebuildWords } from './rebuild/words.ts';
import type { ShiftWords } from './shift/words.ts';
import type { SmallObjectsWords } from './small-objects/words.ts';
import type { SpaceToDepthWords } from './space-to-depth/words.ts';
import type { SubMapsWords } from './sub-maps/words.ts';
import type { YamlRowsWords } from './yaml-rows/words.ts';

/** The words of each figure by its name. */
export interface FigureWords {
  microscope: MicroscopeWords;
  shift: ShiftWords;
  footprint: FootprintWords;
  rebuild: RebuildWords;
  reads: ReadsWords;
  'space-to-depth': SpaceToDepthWords;
  block: BlockWords;
  'sub-maps': SubMapsWords;
  anchors: AnchorsWords;
  nms: NmsWords;
  'yaml-rows': YamlRowsWords;
  'small-objects': SmallObjectsWords;
  focus: FocusWords;
  disguise: DisguiseWords;
  architecture: ArchitectureWords;
}

/** A language's words, each figure's fetched when it is. */
export type FigureDictionary = {
  readonly [Name in keyof FigureWords]: () => Promise<FigureWords[Name]>;
};
