import type { APIRoute, GetStaticPaths } from 'astro';
import { pair, pictureOf } from '#components/kit/one-pixel.ts';
import { packedPng } from '#lib/png/packed.ts';

/** The two scenes of a bet: files, for within the page their noise would weigh as much as all the text. */
export const getStaticPaths = (() =>
  pair.map(({ move }, place) => ({
    params: { place: String(place) },
    props: { move },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ move: number }> = ({ props: { move } }) => {
  const { pixels, side } = pictureOf(move);
  return new Response(packedPng(pixels, side, side), { headers: { 'Content-Type': 'image/png' } });
};
