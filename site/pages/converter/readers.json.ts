import type { APIRoute } from 'astro';
import { architectures } from '#components/kit/architectures.ts';
import { spdReaders } from '#lib/convert/index.ts';
import { buildGraph } from '#lib/model/index.ts';

/** The tensors that read space-to-depth in every architecture here: the converter chooses by them. */
export const GET: APIRoute = () => {
  const all = architectures.names
    .map((name) => spdReaders(buildGraph(architectures.get(name))))
    .filter(({ readers }) => readers.length > 0);
  return new Response(JSON.stringify(all), { headers: { 'content-type': 'application/json' } });
};
