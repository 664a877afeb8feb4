import { readdirSync, readFileSync } from 'node:fs';
import { Catalogue } from '#lib/model/index.ts';

/** The architectures of content/architectures. */
export function readArchitectures(): Catalogue {
  const folder = new URL('../content/architectures/', import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]);
  return new Catalogue(Object.fromEntries(files));
}
