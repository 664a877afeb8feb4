// What people do for small objects; the works are cited in the chapter, what each does stands in the words.

/** In the order of the stops; the first is what all the others start from. */
export const METHODS = [
  'One map',
  'Image pyramid',
  'SNIP',
  'SNIPER',
  'FPN',
  'PANet',
  'BiFPN',
  'SAN',
] as const;

export type Method = (typeof METHODS)[number];
