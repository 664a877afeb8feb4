import { notWeights } from '#content/words/en/files.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { type FileKind, isPicture, OTHER_PICTURES, sniff } from '#lib/files/index.ts';

/** What a reader gave, sorted: at most one weights file, pictures, and a sentence for each file that is neither. */
export interface Given {
  weights: File | null;
  pictures: File[];
  messages: string[];
}

const OTHER: readonly FileKind[] = OTHER_PICTURES;

/**
 * Sorts dropped or chosen files by what they are, whatever their names and types say. `expected` is what a chooser asked
 * for: a file that tells nothing is taken for that, and one that is something else is told so.
 */
export async function sortFiles(files: Iterable<File>, expected?: 'weights'): Promise<Given> {
  const given: Given = { weights: null, pictures: [], messages: [] };
  for (const file of files) {
    const kind = await sniff(file).catch(() => 'unknown' as const);
    const named = /\.safetensors$/i.test(file.name);
    if (kind === 'safetensors') given.weights = file;
    // Of pictures that browsers do not decode, the decoder says so.
    else if (isPicture(kind) || OTHER.includes(kind)) given.pictures.push(file);
    else if (kind === 'unknown' && (named || expected === 'weights')) given.weights = file;
    else if (kind === 'unknown') given.messages.push(words.foreign(file.name));
    else given.messages.push(notWeights[kind](file.name));
  }
  return given;
}
