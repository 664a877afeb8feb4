import type { APIRoute } from 'astro';
import { declaration } from '#components/flow/parameters.ts';
import { packedPng } from '#lib/png/packed.ts';
import { generateScene } from '#lib/scenes/index.ts';

/** The scene of the flow as it starts: a file, for within the page its noise would weigh as much as all the text. */
export const GET: APIRoute = () => {
  const { pixels, width, height } = generateScene({ seed: declaration.scene.default });
  return new Response(packedPng(pixels, width, height), {
    headers: { 'Content-Type': 'image/png' },
  });
};
