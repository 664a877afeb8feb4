import { architectures } from '#components/kit/architectures.ts';
import { trainings } from '#content/words/en/trainings.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Detector, Source } from '#lib/detector/index.ts';
import { trained } from './trained.ts';

/** What is wanted: a source, and how the settings name it (none, file, random, or the path of trained weights). */
export interface Wish {
  name: string;
  source: Exclude<Source, { kind: 'bytes' }>;
}

/** A detector that was loaded for a wish. */
export interface Loaded {
  detector: Detector;
  wish: Wish;
}

/** A file of the reader's; `prefix` is what its tensors' names have in front. */
export function ofFile(file: File, prefix?: string): Wish {
  return { name: 'file', source: { kind: 'file', file, prefix, catalogue: architectures } };
}

/** What has to be said of the weights that were loaded. */
export function noteOn({ name }: Wish): string {
  if (name === 'random') return words.randomNote;
  const found = trained(name);
  return found ? trainings[found.training].note : '';
}
