import { readdirSync, readFileSync } from 'node:fs';
import { parseFields } from '#lib/model/architecture.ts';
import { Catalogue } from '#lib/model/index.ts';

const folder = new URL('../../../content/architectures/', import.meta.url);

/** The architectures that the repository carries. */
export const catalogue = new Catalogue(
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file, parseFields(readFileSync(new URL(file, folder), 'utf8'))]),
  ),
);
