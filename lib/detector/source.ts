import type { WeightsSource } from '../engine/download.ts';
import { type Card, fetchCard } from './card.ts';

/** Where weights come from. */
export type Source =
  /** A shipped file with its card beside it: the address without the ending. */
  | { kind: 'trained'; address: string }
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
}

/** @throws EngineError `download`, `card` or `cancelled` */
export async function prepare(source: Source, signal?: AbortSignal): Promise<Prepared> {
  switch (source.kind) {
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
  if (a.kind === 'bytes') return b.kind === 'bytes' && a.bytes === b.bytes;
  return a.kind === b.kind;
}
