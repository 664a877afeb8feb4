import type { APIRoute, GetStaticPaths } from 'astro';
import { allPosters, type Poster, posterSvg } from '../../posters/list.ts';
import { absolute } from '../../url.ts';

/** Each figure and each of its presets as a picture with an address of its own: posters/reads-6x6-2.svg. */
export const getStaticPaths = (async () =>
  (await allPosters()).map((poster) => ({
    params: { file: poster.file },
    props: { poster },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ poster: Poster }> = async ({ props: { poster }, site }) => {
  const { svg } = await posterSvg(poster, (path) => absolute(path, site));
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
};
