import type { APIRoute, GetStaticPaths } from 'astro';
import { redCar, sceneOf } from '#components/kit/red-car.ts';
import { packedPng } from '#lib/png/packed.ts';

/** The red car that is found or missed, with fewer and fewer pixels. */
export const getStaticPaths = (() =>
  redCar.views.map(({ side }) => ({
    params: { side: String(side) },
    props: { side },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ side: number }> = ({ props: { side } }) => {
  const pixels = Uint8Array.from(sceneOf(side).pixels);
  return new Response(packedPng(pixels, side, side), { headers: { 'Content-Type': 'image/png' } });
};
