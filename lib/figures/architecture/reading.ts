// How a layer reads its input.
import type { Layer } from '#lib/model/layers.ts';
import type { Reading } from '#lib/model/readings.ts';
import { interiorReads } from '../../spd/reads.ts';
import type { ArchitectureWords } from './words.ts';

/** The window of a layer that reads its input most closely. */
export function mainReading(layer: Layer): Reading | undefined {
  return layer.readings.reduce<Reading | undefined>(
    (best, reading) => (best && best.kernel >= reading.kernel ? best : reading),
    undefined,
  );
}

/** Reads of an interior pixel by its phase, one axis, from row 0 of the map; two phases at least. */
export function phaseReads({ kernel, stride, padding }: Reading): number[] {
  const counts = interiorReads({ kernel, stride });
  return Array.from({ length: Math.max(2, stride) }, (_, p) => counts[(p + padding) % stride]);
}

/** How a layer reads its input, as the end of a sentence. */
export function readsText({ reads: said }: ArchitectureWords, layer: Layer): string {
  const reading = mainReading(layer);
  if (layer.kind === 'concat') return said.concat;
  if (layer.kind === 'space-to-depth') return said.spd;
  if (layer.kind === 'focus') return said.focus((layer.window?.kernel ?? 1) ** 2);
  if (layer.kind === 'upsample') return said.upsample;
  if (!reading || layer.kind === 'mean') return said.numbers;
  const line = phaseReads(reading);
  const counts = [...new Set(line.flatMap((a) => line.map((b) => a * b)))].sort((a, b) => a - b);
  if (reading.skipped > 0) return said.skips(reading.stride ** 2);
  return counts.length > 1 ? said.uneven(counts) : said.even(counts[0]);
}
