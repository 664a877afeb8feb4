import type { APIRoute, GetStaticPaths } from 'astro';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { CARD, cardOf } from '../../../posters/card.ts';
import { posterSvg, postersOf } from '../../../posters/list.ts';
import { pngOf } from '../../../posters/pixels.ts';
import { absolute } from '../../../url.ts';

/** What a link to a figure shows elsewhere (Open Graph). */
export const getStaticPaths = (() =>
  figureNames.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string }> = async ({ props: { name }, site }) => {
  const [poster] = postersOf(await loadFigure(name, english));
  const { svg, about } = await posterSvg(poster, (path) => absolute(path, site));
  const card = cardOf(about.title, svg, about.size);
  return new Response(pngOf(card, CARD.width, about), { headers: { 'Content-Type': 'image/png' } });
};
