import type { APIRoute, GetStaticPaths } from 'astro';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { LABS, type LabName } from '../../../labs.ts';
import { CARD, cardOf } from '../../../posters/card.ts';
import { labCard } from '../../../posters/lab-card.ts';
import { posterSvg, postersOf } from '../../../posters/list.ts';
import { pngOf } from '../../../posters/pixels.ts';
import { absolute } from '../../../url.ts';

interface Props {
  figure?: string;
  lab?: LabName;
}

/** What a link to a figure or a lab shows elsewhere (Open Graph). */
export const getStaticPaths = (() => [
  ...figureNames.map((figure) => ({ params: { name: figure }, props: { figure } })),
  ...LABS.map(({ name: lab }) => ({ params: { name: lab }, props: { lab } })),
]) satisfies GetStaticPaths;

async function cardFor({ figure, lab }: Props, site: (path: string) => string) {
  if (lab) return labCard(lab, site(`/embed/${lab}/`));
  const [poster] = postersOf(await loadFigure(figure ?? '', english));
  const { svg, about } = await posterSvg(poster, site);
  return { svg: cardOf(about.title, svg, about.size), about };
}

export const GET: APIRoute<Props> = async ({ props, site }) => {
  const { svg, about } = await cardFor(props, (path) => absolute(path, site));
  return new Response(pngOf(svg, CARD.width, about), { headers: { 'Content-Type': 'image/png' } });
};
