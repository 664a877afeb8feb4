/** A box in pixels; x and y are its top-left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a detector says: a box, what is in it, and how sure it is, in [0, 1]. */
export interface Detection extends Box {
  classIndex: number;
  score: number;
}

/** What is there. */
export interface Truth extends Box {
  classIndex: number;
}

/** Intersection over union of two boxes, in [0, 1]; 0 where both are empty. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const intersection = width * height;
  return intersection / (a.width * a.height + b.width * b.height - intersection);
}

/** The size of an object: the longer side of its box, pixels. */
export function sizeOf({ width, height }: Box): number {
  return Math.max(width, height);
}

/** From the middle of a box to a point, pixels. */
export function fromMiddle({ x, y, width, height }: Box, to: { x: number; y: number }): number {
  return Math.hypot(x + width / 2 - to.x, y + height / 2 - to.y);
}

/** Between the middles of two boxes, pixels. */
export function between(a: Box, b: Box): number {
  const dx = a.x + a.width / 2 - b.x - b.width / 2;
  const dy = a.y + a.height / 2 - b.y - b.height / 2;
  return Math.hypot(dx, dy);
}
