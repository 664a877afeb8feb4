/** A source of numbers in [0, 1), each a multiple of 2^-32. */
export type Random = () => number;

/** The finaliser of MurmurHash3: spreads every bit of a 32-bit integer over all the others. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A stream of numbers in [0, 1), the same in every engine: only 32-bit integer arithmetic (sfc32).
 *
 * @param seed integer of at most 53 bits
 * @param stream tells independent streams of one seed apart (unsigned 32-bit integer)
 * @throws RangeError if the seed is no safe integer
 */
export function random(seed: number, stream = 0): Random {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`random: the seed ${seed} is no safe integer`);
  const high = Math.floor(seed / 4294967296) | 0;
  let a = mix((seed | 0) ^ 0x9e3779b9);
  let b = mix(high ^ a ^ 0x243f6a88);
  let c = mix((stream | 0) ^ b ^ 0xb7e15162);
  let counter = 1;
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The state of neighbouring seeds is far apart only after some rounds.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A number in [low, high). */
export function range(next: Random, low: number, high: number): number {
  return low + (high - low) * next();
}

/** An integer in low..high, both included. */
export function integer(next: Random, low: number, high: number): number {
  return low + Math.floor(next() * (high - low + 1));
}

/** True with the probability p. */
export function chance(next: Random, p: number): boolean {
  return next() < p;
}

/**
 * Roughly normal with mean 0 and standard deviation 1: the sum of twelve uniform numbers less six, in [-6, 6].
 * No logarithm and no cosine, whose last bits differ between engines.
 */
export function normal(next: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += next();
  return sum;
}

/** One of the items, each as likely as any other. */
export function choose<T>(next: Random, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('choose: there is no item to choose from');
  return items[Math.floor(next() * items.length)];
}

/** One of the items, each as likely as its weight (weights of any sum). */
export function weighted<T>(next: Random, items: readonly (readonly [T, number])[]): T {
  let total = 0;
  for (const [, weight] of items) total += weight;
  if (!(total > 0))
    throw new RangeError(`weighted: the weights sum to ${total}, not to a positive number`);
  let rest = next() * total;
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return items[items.length - 1][0];
}

/** Shuffles the items in place (Fisher and Yates) and returns them. */
export function shuffle<T>(next: Random, items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = items[i];
    items[i] = items[j];
    items[j] = held;
  }
  return items;
}
