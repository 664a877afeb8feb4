import type { APIRoute, GetStaticPaths } from 'astro';
import { emptySvg } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { compact, svgFile } from '#lib/export/index.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { packPictures } from '#lib/png/packed.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Each figure at its most telling moment, as a picture: reads-light.svg, reads-dark.svg. */
export const getStaticPaths = (() =>
  figureNames.flatMap((name) =>
    themes.map((theme) => ({ params: { name, theme }, props: { name, theme } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string; theme: Theme }> = async ({ props: { name, theme } }) => {
  const figure = await loadFigure(name, english);
  const values = Object.fromEntries(
    Object.entries(figure.parameters).map(([key, parameter]) => [key, parameter.default]),
  );
  const t = figure.poster(values);
  const svg = emptySvg();
  figure.draw(svg, values, t, { layout: 'wide' });
  compact(svg);
  const description = figure.describe(values, t);
  const file = svgFile(svg, { theme, transparent: true, title: figure.title, description });
  return new Response(packPictures(file), { headers: { 'Content-Type': 'image/svg+xml' } });
};
