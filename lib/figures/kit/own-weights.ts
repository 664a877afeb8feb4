// Trained filters of a reader's own as text in an address: figures show them in place of random ones.
import type { Kernel } from '../../spd/index.ts';
import { memo } from './memo.ts';
import { heedText, readNumbers } from './own-numbers.ts';

/** Colours that a halving of pixels reads. */
export const COLOURS = 3;
/** Filters that a text holds at most: as many as a figure shows. */
export const MOST_FILTERS = 6;
/** The side of the largest. */
const MOST_KERNEL = 7;

/** The first halving of a trained network, one kernel: behind space-to-depth with block size 2, or with stride 2. */
export interface OwnWeights {
  via: 'spd' | 'strided';
  /** OIHW; behind space-to-depth 12 input channels in the published order. */
  kernel: Kernel;
}

const remember = memo<OwnWeights | undefined>();

/** The filters that a text of `writeWeights` holds; undefined where it holds none. */
export function readWeights(text: string): OwnWeights | undefined {
  return remember(text, () => decode(text));
}

function decode(text: string): OwnWeights | undefined {
  const [, via, side, count, safe] = /^(spd|strided)\.(\d)\.(\d)\.([\w-]+)$/.exec(text) ?? [];
  const [kernel, outputs] = [Number(side), Number(count)];
  if (!safe || kernel < 1 || kernel > MOST_KERNEL || outputs < 1 || outputs > MOST_FILTERS)
    return undefined;
  const channels = via === 'spd' ? 4 * COLOURS : COLOURS;
  const data = readNumbers(safe, outputs * channels * kernel ** 2);
  return (
    data && { via: via === 'spd' ? 'spd' : 'strided', kernel: { data, outputs, channels, kernel } }
  );
}

/** The values without a text that holds no filters, and a sentence about it. */
export function heedWeights<V extends { filters: string }>(values: V, refused: string) {
  return heedText(values, 'filters', readWeights, refused);
}
