// A trained stack as the footprint figure takes it.
import type { OwnStack } from '../figures/footprint/own.ts';
import { trainedWindows, windowsOf } from './footprint.ts';
import { placed, type Stack } from './stack.ts';
import { COLOURS } from './trained.ts';
import { oneKind } from './ways.ts';

/**
 * Space-to-depth throughout stands in its place in the figure; everything else stands against it.
 *
 * @param numbers of the whole network, as `trainedLayers` takes them
 */
export function ownStack(stack: Stack, numbers: Float32Array): OwnStack {
  const stages = placed(stack, { size: 2 ** stack.length, channels: COLOURS });
  const windows = trainedWindows(
    stages.flatMap(({ layers }) => layers),
    numbers,
  );
  let begin = 0;
  const halvings = stages.map(({ layers }) => {
    const end = begin + windowsOf(layers).length;
    const own = windows.slice(begin, end);
    begin = end;
    return own;
  });
  const place = oneKind(stack.map(({ way }) => way)) === 'spd' ? 'spd' : 'strided';
  return { place, halvings };
}
