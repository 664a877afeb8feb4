// What becomes of a box whose holder pulls at it.
import type { Point } from '#components/kit/scene-view.ts';
import type { Box } from '#lib/detection/index.ts';

/** The box, when the pointer has come so far from where it took hold, pixels. */
export type Dragged = (right: number, down: number) => Box;

/** A new box, from where the pointer came down to where it is. */
export const between =
  (from: Point): Dragged =>
  (right, down) => ({
    x: Math.min(from.x, from.x + right),
    y: Math.min(from.y, from.y + down),
    width: Math.abs(right),
    height: Math.abs(down),
  });

export const moved = (box: Box) => (): Dragged => (right, down) => ({
  ...{ width: box.width, height: box.height },
  x: box.x + right,
  y: box.y + down,
});

/** A corner follows the pointer; the one across from it stays. */
export const pulled =
  ({ x, y, width, height }: Box, right: number, bottom: number) =>
  (): Dragged =>
  (dx, dy) => {
    const [left, top] = [right ? x : x + width, bottom ? y : y + height];
    const [across, along] = [(right ? x + width : x) + dx, (bottom ? y + height : y) + dy];
    return {
      x: Math.min(left, across),
      y: Math.min(top, along),
      width: Math.abs(across - left),
      height: Math.abs(along - top),
    };
  };
