// How large letters are in each layout.
import type { LayoutName, Size } from '../figure.ts';

/** No letter is smaller, px of the layout. */
export const LEAST: Record<LayoutName, number> = { wide: 12, narrow: 12, projector: 16 };

/**
 * The projector layout is no larger, px. Beside the controls of a 16:9 frame it is then scaled so that its least letters
 * are a thirtieth of the frame's height: 24 of 720.
 */
export const PROJECTOR: Size = { width: 832, height: 408 };

/** The size of a letter in a layout, from its size in the others: px. */
export function letter(layout: LayoutName, size: number): number {
  return layout === 'projector' ? Math.max(LEAST.projector, Math.round(size * 1.2)) : size;
}
