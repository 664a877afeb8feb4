import { readdirSync } from 'node:fs';

/** The files of a folder of tests/snapshots, folders of it left out, that nothing draws: to be deleted. */
export function leftOver(folder: string, drawn: readonly string[]): string[] {
  return readdirSync(new URL(`../../snapshots/${folder}/`, import.meta.url), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && !drawn.includes(entry.name))
    .map(({ name }) => name);
}
