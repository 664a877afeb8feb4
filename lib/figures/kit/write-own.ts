// Writes what own-numbers.ts and own-weights.ts read: for the links of the trainer, and no figure needs it.
import { base64 } from '../../files/base64.ts';
import { MOST_FILTERS, type OwnWeights } from './own-weights.ts';

/** Float32 in base64, of letters that an address takes as they are. */
export function writeNumbers(numbers: Float32Array): string {
  const text = base64(new Uint8Array(numbers.slice().buffer));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `spd.3.6.` and the numbers as float32 in base64 for addresses; filters beyond the sixth are left out. */
export function writeWeights({ via, kernel: { data, outputs, channels, kernel } }: OwnWeights) {
  const shown = Math.min(outputs, MOST_FILTERS);
  const kept = Float32Array.from(data.slice(0, shown * channels * kernel ** 2));
  return `${via}.${kernel}.${shown}.${writeNumbers(kept)}`;
}
