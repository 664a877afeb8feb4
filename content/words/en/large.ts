/** From here on only that it is more: nobody reads twenty digits, and the typefaces have no raised ones above three. */
const MOST = 1e15;

/** A number from a million on: `1.7 million`, and at last `over 1,000 trillion`. */
export const large = (value: number): string =>
  value > MOST
    ? `over ${large(MOST)}`
    : value.toLocaleString('en', {
        notation: 'compact',
        compactDisplay: 'long',
        useGrouping: true,
      });
