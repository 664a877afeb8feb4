// The typefaces of the figures with all their signs (arrows, raised digits): those of the pages have the Latin letters alone.
import mono from '@ibm/plex-mono/fonts/complete/woff/IBMPlexMono-Regular.woff?url';
import monoBold from '@ibm/plex-mono/fonts/complete/woff/IBMPlexMono-SemiBold.woff?url';
import sans from '@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff?url';
import sansBold from '@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-SemiBold.woff?url';
import type { Face } from '#lib/export/pdf.ts';
import { usesFace } from '#lib/export/svg.ts';

/** A typeface that takes longer is a fault, milliseconds. */
const LIMIT = 30_000;

const FACES = [
  { family: 'IBM Plex Sans', weight: 400, address: sans },
  { family: 'IBM Plex Sans', weight: 600, address: sansBold },
  { family: 'IBM Plex Mono', weight: 400, address: mono },
  { family: 'IBM Plex Mono', weight: 600, address: monoBold },
] as const;

/** Fetches those that the drawings name. */
export function facesFor(svgs: readonly string[], signal: AbortSignal): Promise<Face[]> {
  const named = FACES.filter((face) => svgs.some((svg) => usesFace(svg, face)));
  return Promise.all(
    named.map(async ({ family, weight, address }) => {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]);
      const response = await fetch(address, { signal: limit });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return { family, weight, woff: new Uint8Array(await response.arrayBuffer()) };
    }),
  );
}
