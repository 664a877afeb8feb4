import { type Zippable, zipSync } from 'fflate';

/** ZIP's first day: a file's bytes depend on what is in it alone. */
const DAY = new Date(1980, 0, 1);

/** Files by their names as one ZIP file. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 6, mtime: DAY }]]),
  );
  return zipSync(entries) as Uint8Array<ArrayBuffer>;
}
