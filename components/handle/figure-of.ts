import type { FigurePlayer } from '#components/kit/figure-player.ts';

/**
 * The figure of this id, once its element has its code.
 *
 * @throws Error where the page has no such figure
 */
export async function figureOf(id: string): Promise<FigurePlayer> {
  await customElements.whenDefined('spd-figure');
  const figure = document.getElementById(id);
  if (!figure?.matches('spd-figure')) throw new Error(`no figure has the id "${id}"`);
  return figure as FigurePlayer;
}
