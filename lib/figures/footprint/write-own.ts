// Writes what own.ts reads: for the links of the trainer, and the figure needs none of it.
import { writeNumbers } from '../kit/write-own.ts';
import { type OwnStack, shapeOf } from './own.ts';

/** `spd.622_622.` and the taps as numbers; another stack may follow behind a full stop. */
export function writeStacks(stacks: readonly OwnStack[]): string {
  return stacks
    .flatMap(({ place, halvings }) => {
      const taps = halvings.flat().flatMap(({ weights }) => Array.from(weights));
      return [place, halvings.map(shapeOf).join('_'), writeNumbers(Float32Array.from(taps))];
    })
    .join('.');
}
