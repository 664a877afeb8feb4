// The typefaces of the figures where the site is built, with all their signs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Face } from '#lib/export/pdf.ts';

/** In the packages in which they come. */
const FILES = [
  ['IBM Plex Sans', 400, 'plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff'],
  ['IBM Plex Sans', 600, 'plex-sans/fonts/complete/woff/IBMPlexSans-SemiBold.woff'],
  ['IBM Plex Mono', 400, 'plex-mono/fonts/complete/woff/IBMPlexMono-Regular.woff'],
  ['IBM Plex Mono', 600, 'plex-mono/fonts/complete/woff/IBMPlexMono-SemiBold.woff'],
] as const;

export const faces = (): Face[] =>
  FILES.map(([family, weight, file]) => ({
    family,
    weight,
    woff: new Uint8Array(readFileSync(join('node_modules', '@ibm', file))),
  }));
