import type { FigurePlayer } from '#components/kit/figure-player.ts';

/**
 * The figure of this id, or what else takes values, once its element has its code.
 *
 * @throws Error where the page has no such figure
 */
export async function figureOf(id: string): Promise<FigurePlayer> {
  const figure = document.getElementById(id);
  if (!figure?.matches('spd-figure, detector-flow'))
    throw new Error(`no figure has the id "${id}"`);
  await customElements.whenDefined(figure.localName);
  return figure as FigurePlayer;
}
