/** The object classes, in the order of the class index. */
export const CLASSES = ['car', 'truck', 'bus', 'plane', 'boat'] as const;

export type ClassName = (typeof CLASSES)[number];
