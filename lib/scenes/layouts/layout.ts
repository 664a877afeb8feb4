import type { World } from '../world.ts';

/** A kind of place. */
export interface Layout {
  /** metres: the length that is drawn from the size range, and so sets how large a metre is in the picture */
  focus: number;
  /** how much of the size range, on a scale of ratios, the focus may take (1 = up to sizeMax) */
  reach: number;
  /** paints the ground and says where objects may stand */
  paint(world: World): void;
}
