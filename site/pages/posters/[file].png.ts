import type { APIRoute, GetStaticPaths } from 'astro';
import { allPosters, type Poster, posterSvg } from '../../posters/list.ts';
import { pngOf } from '../../posters/pixels.ts';
import { absolute } from '../../url.ts';

/** Sharp in a column of text; more would cost the build its time. */
const WIDTH = 1140;

/** The same pictures as pixels, for Markdown and whatever shows no SVG: posters/reads-6x6-2.png. */
export const getStaticPaths = (async () =>
  (await allPosters()).map((poster) => ({
    params: { file: poster.file },
    props: { poster },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ poster: Poster }> = async ({ props: { poster }, site }) => {
  const { svg, about } = await posterSvg(poster, (path) => absolute(path, site));
  return new Response(pngOf(svg, WIDTH, about), { headers: { 'Content-Type': 'image/png' } });
};
