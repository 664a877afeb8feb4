import type { Site } from './sites.ts';

/** A fault that no test can see, because the program does the same with it. Reviewed one by one. */
export interface Equivalent extends Omit<Site, 'line'> {
  reason: string;
}

const fault = (file: string, what: string, from: string, reason: string, nth = 0): Equivalent => ({
  file,
  what,
  from,
  nth,
  reason,
});

export const EQUIVALENT: readonly Equivalent[] = [
  fault(
    'lib/spd/cost.ts',
    'arguments 2 and 3 change places',
    "cost('published', [window, size * size], [squeeze, places])",
    'the costs of the convolutions are added up, in whatever order',
  ),
  fault(
    'lib/spd/linear.ts',
    '< becomes <=',
    'pass < 2',
    'a row that is cleaned a third time changes by its rounding only',
  ),
  fault('lib/spd/linear.ts', '2 becomes 3', '2', 'a third cleaning, as above'),
  fault(
    'lib/spd/paths.ts',
    '2 becomes 3',
    '2',
    'the counts repeat: a longer row has the same period at this place',
  ),
  fault(
    'lib/spd/sources.ts',
    '** becomes *',
    '2 ** times',
    'positions behind the last read pixels that do not exist: they read none of these',
  ),
  fault(
    'lib/spd/sources.ts',
    '/ becomes *',
    'size / 2 ** level',
    'an axis that can be halved ends at an odd pixel: no window of a smaller map reaches past its end',
  ),
  fault(
    'lib/spd/kernels.ts',
    '< becomes <=',
    'x < big',
    'what is written a column too far is overwritten by the next row, or lies behind the end',
  ),
  fault(
    'lib/spd/kernels.ts',
    '< becomes <=',
    'o < outputs',
    'what is written an output too far lies behind the end of a typed array',
    1,
  ),
  fault(
    'lib/model/layers.ts',
    'the words are empty',
    "'module'",
    'the kind of a layer without steps, which no module makes',
    2,
  ),
  fault(
    'lib/detection/judged-picture.ts',
    'arguments 1 and 2 change places',
    'intersectionOverUnion(d, truth)',
    'it is the same both ways',
  ),
  fault(
    'lib/detection/match.ts',
    'arguments 1 and 2 change places',
    'intersectionOverUnion(detections[i], truth)',
    'it is the same both ways',
  ),
  fault(
    'lib/detection/average-precision.ts',
    '> becomes >=',
    'i > 0',
    'it would write before the first number of a list, where nobody reads',
  ),
  fault(
    'lib/model/layers.ts',
    'the words are empty',
    "'batch norm'",
    'the steps of a layer have been freed of norms and activations before',
    1,
  ),
  fault(
    'lib/model/layers.ts',
    'the words are empty',
    "'activation'",
    'the steps of a layer have been freed of norms and activations before',
    1,
  ),
];

/** Why no test can see this fault; undefined if one should. */
export function equivalence(site: Site): string | undefined {
  const same = ({ file, what, from, nth }: Equivalent) =>
    file === site.file && what === site.what && from === site.from && nth === site.nth;
  return EQUIVALENT.find(same)?.reason;
}
