// The GIF files take longer than all else that is taken along: they are made beside it.
import { parentPort, workerData } from 'node:worker_threads';
import { boardOf } from './files.ts';
import { gifOf } from './gif.ts';

const { names, site } = workerData as { names: string[]; site: string | undefined };
const files: Record<string, Uint8Array> = {};
for (const name of names)
  Object.assign(files, gifOf(await boardOf(name, site === undefined ? undefined : new URL(site))));
parentPort?.postMessage(files);
