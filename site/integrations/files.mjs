import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a built site as addresses relative to its root, sorted. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}
