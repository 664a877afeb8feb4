import type { Colour } from '../canvas.ts';
import type { Polygon } from '../geometry.ts';

export interface Part {
  polygon: Polygon;
  colour: Colour;
  alpha?: number;
}

/** An object in its own frame: it points along +x, from -0.5 to 0.5 (its length is 1), y to the right. */
export interface Shape {
  /** what is seen of it from above, without shadow and wake; the union of these is what the box bounds */
  outline: Polygon[];
  /** painted in this order, all within the outline */
  parts: Part[];
  /** of the outline, as a part of the length */
  width: number;
  /** metres above the ground that the shadow falls from */
  height: number;
  /** foam on the water behind it; painted before it */
  wake?: Part[];
}

/** A rectangle with rounded corners, from x0 to x1 and -w to w. */
export function rounded(x0: number, x1: number, w: number, front: number, back = front): Polygon {
  const f = Math.min(front, w);
  const b = Math.min(back, w);
  return [
    ...[x1 - f, -w, x1 - 0.3 * f, -w + 0.3 * f, x1, -w + f],
    ...[x1, w - f, x1 - 0.3 * f, w - 0.3 * f, x1 - f, w],
    ...[x0 + b, w, x0 + 0.3 * b, w - 0.3 * b, x0, w - b],
    ...[x0, -w + b, x0 + 0.3 * b, -w + 0.3 * b, x0 + b, -w],
  ];
}

/** The same to the left and to the right of the axis: a half outline from front to back, with its mirror image. */
export function mirrored(half: readonly number[]): Polygon {
  const whole: Polygon = [...half];
  for (let i = half.length - 2; i >= 0; i -= 2) whole.push(half[i], -half[i + 1]);
  return whole;
}

/** A lighter (amount > 0) or darker colour. */
export function tint([r, g, b]: Colour, amount: number): Colour {
  const to = amount > 0 ? 245 : 20;
  const t = Math.abs(amount);
  return [r + (to - r) * t, g + (to - g) * t, b + (to - b) * t];
}
