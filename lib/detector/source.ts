import type { LoadOptions, WeightsSource } from '../engine/download.ts';
import type { Catalogue } from '../model/index.ts';
import { type Card, fetchCard } from './card.ts';
import { openOwnFile } from './own-file.ts';

/** Where weights come from. */
export type Source =
  /** A shipped file with its card beside it: the whole address without the ending. */
  | { kind: 'trained'; address: string }
  /** Somebody's own file; the catalogue is asked what it is if it is not what it was taken for. */
  | { kind: 'file'; file: Blob; prefix?: string; catalogue: Catalogue }
  /** Bytes at hand, and their card; the bytes are handed over. */
  | { kind: 'bytes'; bytes: ArrayBuffer; card: Card }
  /** Numbers made from the names of the tensors. */
  | { kind: 'random' };

/** A source made ready: what the engine loads, and what was found out about it. */
export interface Prepared {
  weights: WeightsSource;
  sha256?: string;
  classes?: number;
  widthMultiple?: number;
  card?: Card;
  /** Class names that came with the weights. */
  names?: readonly string[];
  /** Tensors of a file that the network does not read, by name. */
  unused?: readonly string[];
}

/**
 * @param architecture its name
 * @throws EngineError `download`, `card`, `file` or `cancelled`; OtherWeights
 */
export async function prepare(
  source: Source,
  architecture: string,
  { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
): Promise<Prepared> {
  switch (source.kind) {
    case 'file': {
      const { file, prefix, catalogue } = source;
      return openOwnFile(file, architecture, catalogue, { prefix, signal, onProgress });
    }
    case 'random':
      return { weights: { synthetic: true } };
    case 'bytes':
      return ofCard(source.card, source.bytes);
    case 'trained': {
      const card = await fetchCard(`${source.address}.json`, signal);
      return ofCard(card, `${source.address}.safetensors`);
    }
  }
}

function ofCard(card: Card, weights: WeightsSource): Prepared {
  const { sha256, classes, widthMultiple } = card;
  return { weights, sha256, classes: classes.length, widthMultiple, card, names: classes };
}

/** Whether two sources are the same weights. */
export function sameSource(a: Source, b: Source): boolean {
  if (a.kind === 'trained') return b.kind === 'trained' && a.address === b.address;
  if (a.kind === 'file') return b.kind === 'file' && a.file === b.file && a.prefix === b.prefix;
  if (a.kind === 'bytes') return b.kind === 'bytes' && a.bytes === b.bytes;
  return a.kind === b.kind;
}
