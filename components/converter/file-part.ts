// What the converter needs once there is a file: fetched with the first one.
import { fetchBytes } from '#lib/engine/download.ts';
import { NoSample } from './given-file.ts';

export { GivenFile } from './given-file.ts';
export { tableStyles, tensorTable } from './tensor-table.ts';

/** The weights file to try. @throws NoSample */
export async function fetchSample(address: string, signal: AbortSignal): Promise<Blob> {
  const bytes = await fetchBytes(address, { signal }).catch(() => undefined);
  if (!bytes) throw new NoSample();
  return new Blob([bytes]);
}
