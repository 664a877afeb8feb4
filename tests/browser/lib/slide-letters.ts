import type { Locator } from '@playwright/test';
import { LEAST, PROJECTOR } from '#lib/figures/kit/letters.ts';

/** The size of the least letters that a figure may have in the room of its drawing, px of a slide. */
export async function leastLetters(drawing: Locator): Promise<number> {
  const { width, height } = await drawing.evaluate(({ clientWidth, clientHeight }) => ({
    width: clientWidth,
    height: clientHeight,
  }));
  return LEAST.projector * Math.min(width / PROJECTOR.width, height / PROJECTOR.height);
}
