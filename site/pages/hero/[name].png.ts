import type { APIRoute, GetStaticPaths } from 'astro';
import { packedPng } from '#lib/png/packed.ts';
import { HALVINGS, linkPicture, type Raster, strided, subMaps } from '../../hero/halvings.ts';

/** The pictures of the home page: strided-0.png … strided-5.png and spd-1.png … spd-5.png; link.png for links to the site. */
export const getStaticPaths = (() => {
  const times = Array.from({ length: HALVINGS + 1 }, (_, i) => i);
  return [
    { params: { name: 'link' }, props: { raster: linkPicture() } },
    ...times.map((n) => ({ params: { name: `strided-${n}` }, props: { raster: strided(n) } })),
    ...times.slice(1).map((n) => ({ params: { name: `spd-${n}` }, props: { raster: subMaps(n) } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ raster: Raster }> = ({ props: { raster } }) =>
  new Response(packedPng(raster.pixels, raster.width, raster.height), {
    headers: { 'Content-Type': 'image/png' },
  });
