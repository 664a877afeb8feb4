import { weights as words } from '#content/words/en/weights.ts';

/** What a reader gave, sorted: at most one weights file, pictures, and a sentence for each file that is neither. */
export interface Given {
  weights: File | null;
  pictures: File[];
  messages: string[];
}

const PICKLE = /\.(pt|pth|ckpt|pkl|pickle|bin)$/i;

/**
 * Sorts dropped or chosen files by their names and types. `expected` is what a chooser asked for: a file without a
 * telling name is taken for that.
 */
export function sortFiles(files: Iterable<File>, expected?: 'weights'): Given {
  const given: Given = { weights: null, pictures: [], messages: [] };
  for (const file of files) {
    if (/\.safetensors$/i.test(file.name)) given.weights = file;
    else if (file.type.startsWith('image/')) given.pictures.push(file);
    else if (PICKLE.test(file.name)) given.messages.push(words.pickled(file.name));
    else if (expected === 'weights') given.weights = file;
    else given.messages.push(words.foreign(file.name));
  }
  return given;
}
