import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFields } from '#lib/model/architecture.ts';
import { Catalogue } from '#lib/model/index.ts';

const OURS = fileURLToPath(new URL('../content/architectures/', import.meta.url));

/** The architectures of a folder; default: content/architectures. */
export function readArchitectures(folder = OURS): Catalogue {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, parseFields(readFileSync(join(folder, file), 'utf8'))]);
  return new Catalogue(Object.fromEntries(files));
}
