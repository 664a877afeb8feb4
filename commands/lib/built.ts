import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../site/integrations/files.mjs';

/** The chapters of a built site as files relative to its root. An old address leads on at once: it has nothing to read. */
export function builtChapters(folder: string): string[] {
  const chapters = filesOf(folder).filter(
    (file) =>
      /^chapters\/[^/]+\/index\.html$/.test(file) &&
      !readFileSync(join(folder, file), 'utf8').includes('http-equiv="refresh"'),
  );
  if (chapters.length === 0)
    throw new Error(`${folder} has no chapters: npm run build writes them`);
  return chapters;
}
