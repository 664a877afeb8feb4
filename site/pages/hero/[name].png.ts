import type { APIRoute, GetStaticPaths } from 'astro';
import { HALVINGS, linkPicture, type Raster, strided, subMaps } from '../../hero/halvings.ts';
import { encodePng } from '../../hero/png.ts';

/** The pictures of the home page: strided-0.png … strided-5.png and spd-1.png … spd-5.png; link.png for links to the site. */
export const getStaticPaths = (() => {
  const times = Array.from({ length: HALVINGS + 1 }, (_, i) => i);
  return [
    { params: { name: 'link' }, props: { raster: linkPicture() } },
    ...times.map((n) => ({ params: { name: `strided-${n}` }, props: { raster: strided(n) } })),
    ...times.slice(1).map((n) => ({ params: { name: `spd-${n}` }, props: { raster: subMaps(n) } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ raster: Raster }> = ({ props }) =>
  new Response(encodePng(props.raster), { headers: { 'Content-Type': 'image/png' } });
