import { spoken } from '../spoken.ts';

/** A picture of the reader's own in place of the sample. */
export const ownPicture = spoken('ownPicture', {
  choose: 'Use my picture',
  drop: 'or drop or paste one on the figure. It stays on this device.',
  back: 'Use the sample picture',
  decoding: 'Reading the picture…',
});
