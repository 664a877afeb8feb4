// Compares two builds of the same commit: the same files with the same bytes. Used by npm test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../site/integrations/files.mjs';

/** The files that are not the same in both folders. */
export function differences(one, other) {
  const [first, second] = [filesOf(one), filesOf(other)];
  const all = [...new Set([...first, ...second])].sort();
  return all.filter((file) => {
    if (!first.includes(file) || !second.includes(file)) return true;
    return !readFileSync(join(one, file)).equals(readFileSync(join(other, file)));
  });
}
