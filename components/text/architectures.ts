import { buildGraph, Catalogue, type Graph, type GraphOptions } from '#lib/model/index.ts';

/** The architectures of content/architectures, for what is counted at build time. */
export const architectures = new Catalogue(
  import.meta.glob<string>('/content/architectures/*.yaml', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);

/** One of them, expanded; an unknown name is a build error that lists the known ones. */
export function graphOf(name: string, options: GraphOptions = {}): Graph {
  return buildGraph(architectures.get(name), options);
}
