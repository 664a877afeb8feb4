// Trained filters of a reader's own as text in an address: figures show them in place of random ones.
import { base64 } from '../../files/base64.ts';
import type { Kernel } from '../../spd/index.ts';
import { memo } from './memo.ts';

/** Colours that a halving of pixels reads. */
export const COLOURS = 3;
/** Filters that a text holds at most: as many as a figure shows. */
export const MOST_FILTERS = 6;
/** The side of the largest. */
const MOST_KERNEL = 7;
/** Characters of a text at most: an address must stay one that servers take. */
const LONGEST = 6000;

/** The first halving of a trained network, one kernel: behind space-to-depth with block size 2, or with stride 2. */
export interface OwnWeights {
  via: 'spd' | 'strided';
  /** OIHW; behind space-to-depth 12 input channels in the published order. */
  kernel: Kernel;
}

/** The declaration of the parameter that takes them. */
export const ownWeights = { kind: 'text', default: '', maxLength: LONGEST, help: true } as const;

/** `spd.3.6.` and the numbers as float32 in base64 for addresses; filters beyond the sixth are left out. */
export function writeWeights({ via, kernel: { data, outputs, channels, kernel } }: OwnWeights) {
  const shown = Math.min(outputs, MOST_FILTERS);
  const kept = Float32Array.from(data.slice(0, shown * channels * kernel ** 2));
  const text = base64(new Uint8Array(kept.buffer));
  const safe = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${via}.${kernel}.${shown}.${safe}`;
}

const remember = memo<OwnWeights | undefined>();

/** The filters that a text of {@link writeWeights} holds; undefined where it holds none. */
export function readWeights(text: string): OwnWeights | undefined {
  return remember(text, () => decode(text));
}

function decode(text: string): OwnWeights | undefined {
  const [, via, side, count, safe] = /^(spd|strided)\.(\d)\.(\d)\.([\w-]+)$/.exec(text) ?? [];
  const [kernel, outputs] = [Number(side), Number(count)];
  if (!safe || kernel < 1 || kernel > MOST_KERNEL || outputs < 1 || outputs > MOST_FILTERS)
    return undefined;
  const channels = via === 'spd' ? 4 * COLOURS : COLOURS;
  const letters = decoded(safe.replaceAll('-', '+').replaceAll('_', '/'));
  if (letters?.length !== 4 * outputs * channels * kernel ** 2) return undefined;
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const data = new Float32Array(bytes.buffer);
  if (data.some((value) => !Number.isFinite(value))) return undefined;
  return { via: via === 'spd' ? 'spd' : 'strided', kernel: { data, outputs, channels, kernel } };
}

function decoded(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

/** The values without a text that holds no filters, and a sentence about it. */
export function heedWeights<V extends { filters: string }>(
  values: V,
  refused: string,
): { values: V; errors: string[] } {
  if (values.filters === '' || readWeights(values.filters)) return { values, errors: [] };
  return { values: { ...values, filters: '' }, errors: [refused] };
}
