// What an embedded figure and the page around it say to each other, declared once: the code reads messages by it, and the
// page for speakers makes its tables from it. What each one means is said in content/words/en/protocol.ts.
import { protocol as words } from '#content/words/en/protocol.ts';
import { shorten } from '#lib/parameters/index.ts';

/** Told by `ready`; it grows when a message changes its meaning. */
export const VERSION = 1;
/** Of all messages that are objects: `{ type: 'spd:next' }`. */
export const PREFIX = 'spd:';

export type FieldKind = 'number' | 'text' | 'object' | 'list';
export interface Field {
  kind: FieldKind;
  /** The message is bad without it. */
  needed?: boolean;
}
export type Fields = Readonly<Record<string, Field>>;

/** To the figure. */
export const incoming = {
  play: {},
  pause: {},
  next: {},
  previous: {},
  goto: { step: { kind: 'number' }, at: { kind: 'number' } },
  step: { n: { kind: 'number', needed: true } },
  set: { params: { kind: 'object', needed: true } },
  get: {},
} as const satisfies Record<string, Fields>;

/** From the figure. */
export const outgoing = {
  ready: {
    name: { kind: 'text' },
    version: { kind: 'number' },
    steps: { kind: 'number' },
    stops: { kind: 'list' },
    parameters: { kind: 'object' },
    params: { kind: 'object' },
  },
  step: { step: { kind: 'number' }, label: { kind: 'text' }, at: { kind: 'number' } },
  change: { params: { kind: 'object' }, at: { kind: 'number' } },
  height: { height: { kind: 'number' } },
  key: { key: { kind: 'text' }, code: { kind: 'text' } },
  error: { message: { kind: 'text' } },
} as const satisfies Record<string, Fields>;

/** What <strideless-figure> has too: messages as methods, and what it tells as events. */
export const methods = [
  'play',
  'pause',
  'next',
  'previous',
  'goto',
  'set',
] as const satisfies readonly (keyof typeof incoming)[];
export const events = [
  'ready',
  'step',
  'change',
  'error',
] as const satisfies readonly (keyof typeof outgoing)[];

/** The labs by the names under which they are embedded. They have no moments: of the messages they take `set` and `get`. */
export const LABS = ['lab', 'train', 'classify', 'stack'] as const;
/** What <strideless-lab> has. */
export const labMethods = ['set'] as const satisfies readonly (keyof typeof incoming)[];
export const labEvents = [
  'ready',
  'change',
  'error',
] as const satisfies readonly (keyof typeof outgoing)[];
export type LabEvent = (typeof labEvents)[number];

export type GuestEvent = (typeof events)[number];

type Plain = 'play' | 'pause' | 'next' | 'previous' | 'get';
export type Incoming =
  | { type: Plain }
  /** The plain strings slide:start and slide:stop, which reveal.js sends by itself. */
  | { type: 'start' | 'stop' }
  | { type: 'goto'; step?: number; at?: number }
  | { type: 'set'; params: Readonly<Record<string, unknown>> }
  /** Meant for us and bad; `error` is a sentence. */
  | { type: 'wrong'; error: string };

/** A message that is meant for a figure, or undefined for everything else. Parameters are checked later. Never throws. */
export function readMessage(data: unknown): Incoming | undefined {
  if (data === 'slide:start') return { type: 'start' };
  if (data === 'slide:stop') return { type: 'stop' };
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Record<string, unknown>;
  const { type: whole } = message;
  if (typeof whole !== 'string' || !whole.startsWith(PREFIX)) return undefined;
  const type = whole.slice(PREFIX.length);
  if (!isIncoming(type)) return wrong(words.unknown(shorten(whole)));
  const bad = Object.entries<Field>(incoming[type]).find(
    ([name, field]) => !fits(message[name], field),
  );
  if (bad) return wrong(words.badField(whole, bad[0], words.kinds[bad[1].kind]));
  if (type === 'step') return { type: 'goto', step: message.n as number };
  if (type === 'set') return { type, params: message.params as Record<string, unknown> };
  if (type !== 'goto') return { type };
  const { step, at } = message as { step?: number; at?: number };
  if ((step === undefined) === (at === undefined)) return wrong(words.oneMoment);
  return step === undefined ? { type, at: at as number } : { type, step };
}

const wrong = (error: string): Incoming => ({ type: 'wrong', error });

function isIncoming(type: string): type is keyof typeof incoming {
  return Object.hasOwn(incoming, type);
}

function fits(value: unknown, { kind, needed }: Field): boolean {
  if (value === undefined) return !needed;
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
