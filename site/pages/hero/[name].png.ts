import type { APIRoute, GetStaticPaths } from 'astro';
import type { Picture } from '#lib/files/index.ts';

import { halvedCar, START } from '#lib/hero/index.ts';
import { packedPng } from '#lib/png/packed.ts';
import { linkPicture } from '../../hero/link-picture.ts';

/** The pictures of the home page, as it is before the car is moved; link.png for links to the site. */
export const getStaticPaths = (() => {
  const { picture, maps } = halvedCar(START);
  return [
    { params: { name: 'link' }, props: { raster: linkPicture() } },
    { params: { name: 'picture' }, props: { raster: picture } },
    ...maps.map(({ way, times, raster }) => ({
      params: { name: `${way}-${times}` },
      props: { raster },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ raster: Picture }> = ({ props: { raster } }) =>
  new Response(packedPng(raster.pixels, raster.width, raster.height), {
    headers: { 'Content-Type': 'image/png' },
  });
