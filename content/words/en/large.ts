/** A number from a million on: `1.7 million`. The typefaces have no raised digits above three for powers of ten. */
export const large = (value: number) =>
  value.toLocaleString('en', { notation: 'compact', compactDisplay: 'long' });
