import { fetchBytes, fileOf } from '../engine/download.ts';
import { EngineError } from '../engine/errors.ts';
import { type Key, type Said, say } from '../faults/index.ts';

/** What stands beside trained weights: how they came about and how well they do. Written by training/. */
export interface Card {
  name: string;
  architecture: string;
  classes: string[];
  /** Side of the pictures that it was trained on, pixels. */
  inputSize: number;
  /** Of the weights file, 64 hexadecimal digits. */
  sha256: string;
  seeds: { training: number };
  /** What all channels are multiplied by, where it is not the architecture's own. */
  widthMultiple?: number;
  steps?: number;
  parameters?: number;
  /** Average precision on the held-out pictures, in per cent. */
  AP?: number;
  AP50?: number;
  /** The score from which its boxes are worth showing. */
  shownScore?: number;
  APsize?: Record<string, number>;
  /** Of a classifier: top-1 (per cent) on so many test pictures spread evenly. */
  check?: { pictures: number; top1: number };
  /** Of a classifier: top-1 on all test pictures (per cent), as they are and at fewer pixels. */
  measures?: Record<string, number>;
  data?: { train?: { source?: string }; test?: { split?: string } };
  command?: string;
  commit?: string;
}

/** The card of a detector that was judged, and that says how it was made: every shipped one. */
export type JudgedCard = Card &
  Required<Pick<Card, 'steps' | 'parameters' | 'AP' | 'AP50' | 'APsize' | 'command' | 'commit'>>;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isInteger(value) && (value as number) > 0;
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isObject: Check = (value) => typeof value === 'object' && value !== null;
const isNames: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');

/** Each field with what it must hold, by the key of its words and as a check. */
const NEEDED: Record<string, [what: Key<'card'>, check: Check]> = {
  name: ['name', isText],
  architecture: ['architecture', isText],
  classes: ['classes', isNames],
  inputSize: ['pixels', isCount],
  sha256: ['digits', (value) => /^[0-9a-f]{64}$/i.test(String(value))],
  seeds: ['seed', (value) => isObject(value) && isNumber((value as Card['seeds']).training)],
};
const OPTIONAL: Record<string, [what: Key<'card'>, check: Check]> = {
  widthMultiple: ['number', (value) => isNumber(value) && (value as number) > 0],
  steps: ['number', isCount],
  parameters: ['number', isCount],
  AP: ['number', isNumber],
  AP50: ['number', isNumber],
  shownScore: ['number', isNumber],
  APsize: ['bins', (value) => isObject(value) && Object.values(value as object).every(isNumber)],
  check: [
    'check',
    (value) =>
      isObject(value) &&
      isCount((value as Card['check'])!.pictures) &&
      isNumber((value as Card['check'])!.top1),
  ],
  measures: [
    'measures',
    (value) => isObject(value) && Object.values(value as object).every(isNumber),
  ],
  data: ['data', isObject],
  command: ['command', isText],
  commit: ['commit', isText],
};

/**
 * Reads a card; fields that nobody asks for are passed over.
 *
 * @param file what the sentence of a fault calls it
 * @throws EngineError `card` that names the field at fault
 */
export function readCard(text: string, file: string): Card {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(text) as Record<string, unknown>;
  } catch {
    const page = /^\s*</.test(text);
    throw notACard(file, say('card', page ? 'page' : 'notJson'));
  }
  if (!isObject(fields)) throw notACard(file, say('card', 'noFields'));
  for (const [name, [what, check]] of Object.entries({ ...NEEDED, ...OPTIONAL })) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined && name in OPTIONAL) continue;
    if (value === undefined) throw notACard(file, say('card', 'missing', name));
    if (!check(value)) throw notACard(file, say('card', 'wrong', name, say('card', what)));
  }
  return fields as unknown as Card;
}

function notACard(file: string | Said, why: Said): EngineError {
  return new EngineError('card', say('card', 'notCard', file, why));
}

/**
 * Fetches and reads a card.
 *
 * @throws EngineError `download`, `card` or `cancelled`
 */
export async function fetchCard(address: string, signal?: AbortSignal): Promise<Card> {
  const bytes = await fetchBytes(address, { signal });
  return readCard(new TextDecoder().decode(bytes), fileOf(address));
}

/** @throws EngineError `card` where the card lacks what only a judged detector has */
export function judged(card: Card): JudgedCard {
  const fields = ['steps', 'parameters', 'AP', 'AP50', 'APsize', 'command', 'commit'] as const;
  const missing = fields.find((name) => card[name] === undefined);
  if (missing) throw notACard(say('card', 'of', card.name), say('card', 'missing', missing));
  return card as JudgedCard;
}
