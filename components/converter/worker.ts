// The converter's worker: reads a weights file and converts it, away from the page.
import * as Comlink from 'comlink';
import {
  type Conversion,
  convertFile,
  fitOf,
  matchReaders,
  type Readers,
} from '#lib/convert/index.ts';
import { readSafetensors, type SafetensorsFile } from '#lib/safetensors/index.ts';
import type { ConverterApi, Plan, Reply, Row } from './protocol.ts';

let bytes: ArrayBuffer | undefined;
let file: SafetensorsFile | undefined;
let readers: Readers[] = [];

async function reply<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, message: sentence((error as Error).message) };
  }
}

/** A message as a sentence: a capital, a full stop. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function plan(conversion: Conversion): Plan {
  const tensors = file?.tensors ?? new Map();
  const match = conversion.block === 2 ? matchReaders(readers, tensors, conversion) : undefined;
  const known = new Map(match?.readers.map((reader) => [reader.name, reader.inputs]));
  const rows = [...tensors].map(([name, { dtype, shape }]): Row => {
    const channels = shape[shape.length === 1 ? 0 : 1];
    const from = conversion.kind === 'to-spd' ? undefined : known.get(name);
    const inputs = from === channels ? undefined : from;
    const fit = fitOf({ dtype, shape }, conversion, inputs);
    return {
      name,
      dtype,
      shape: [...shape],
      becomes: fit.ok ? fit.shape : null,
      why: fit.ok ? '' : fit.why,
      inputs: inputs ?? null,
      suggested: fit.ok && (match ? known.has(name) : /spd|space|focus/i.test(name)),
    };
  });
  // What is chosen stands first: nobody scrolls through three hundred names to check it.
  rows.sort((a, b) => Number(b.suggested) - Number(a.suggested));
  return { rows, architecture: match?.architecture ?? null };
}

const api: ConverterApi = {
  open: (given, address) =>
    reply(async () => {
      file = readSafetensors(given);
      bytes = given;
      // Without the list nothing is suggested; the reader chooses.
      readers = await fetch(address).then(
        (response) => (response.ok ? response.json() : []),
        () => [],
      );
      return file.tensors.size;
    }),
  plan: (conversion) => reply(() => plan(conversion)),
  convert: async (conversion, chosen) => {
    const result = await reply(() =>
      convertFile(bytes ?? new ArrayBuffer(0), { conversion, chosen }),
    );
    return result.ok ? Comlink.transfer(result, [result.value.buffer]) : result;
  },
};

Comlink.expose(api);
