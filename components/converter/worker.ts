// The converter's worker: reads the header of a weights file and converts tensors of it, away from the page.

import * as Comlink from 'comlink';
import {
  type Conversion,
  ConvertError,
  convertFile,
  fitOf,
  matchReaders,
  type Readers,
} from '#lib/convert/index.ts';
import { Fault, say } from '#lib/faults/index.ts';
import {
  checkSize,
  readSafetensorsHeader,
  type SafetensorsHeader,
} from '#lib/safetensors/index.ts';
import type { ConverterApi, FileFault, Plan, Reply, Row } from './protocol.ts';

let opened: { file: Blob; header: SafetensorsHeader; readers: Readers[] } | undefined;

async function reply<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** What a browser says of a fault is no sentence for a reader: only our own faults are handed on. */
function faultOf(error: unknown): FileFault {
  if (error instanceof Fault) return { kind: 'file', said: error.said };
  const gone = error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
  return { kind: gone ? 'gone' : 'failed' };
}

/** So long the list may take, milliseconds. */
const READERS_LIMIT = 15_000;

/** Without the list nothing is suggested; the reader chooses. */
async function fetchReaders(address: string): Promise<Readers[]> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(READERS_LIMIT) });
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

function plan(conversion: Conversion): Plan {
  if (!opened) return { rows: [], architecture: null };
  const { readers, header } = opened;
  const match =
    conversion.block === 2 ? matchReaders(readers, header.entries, conversion) : undefined;
  const known = new Map(match?.readers.map((reader) => [reader.name, reader.inputs]));
  const rows = [...header.entries].map(([name, { dtype, shape }]): Row => {
    const channels = shape[shape.length === 1 ? 0 : 1];
    const from = conversion.kind === 'to-spd' ? undefined : known.get(name);
    const inputs = from === channels ? undefined : from;
    const fit = fitOf({ dtype, shape }, conversion, inputs);
    return {
      name,
      dtype,
      shape,
      becomes: fit.ok ? fit.shape : null,
      why: fit.ok ? null : fit.why,
      inputs: inputs ?? null,
      suggested: fit.ok && (match ? known.has(name) : /spd|space|focus/i.test(name)),
    };
  });
  // What is chosen stands first: nobody scrolls through three hundred names to check it.
  rows.sort((a, b) => Number(b.suggested) - Number(a.suggested));
  return { rows, architecture: match?.architecture ?? null };
}

const api: ConverterApi = {
  open: (file, address, onProgress) =>
    reply(async () => {
      opened = undefined;
      const header = await readSafetensorsHeader(file, { onProgress });
      checkSize(header, file.size);
      opened = { file, header, readers: await fetchReaders(address) };
      return header.entries.size;
    }),
  plan: (conversion) => reply(() => plan(conversion)),
  convert: (conversion, chosen, onProgress) =>
    reply(() => {
      if (!opened) throw new ConvertError(say('convert', 'noFile'));
      return convertFile(opened.file, opened.header, { conversion, chosen, onProgress });
    }),
};

Comlink.expose(api);
