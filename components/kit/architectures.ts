import { buildGraph, Catalogue, type Graph, type GraphOptions } from '#lib/model/index.ts';

/** The architectures of content/architectures: a few kilobytes of YAML in all, for pages and for what is counted at build time. */
export const architectures = new Catalogue(
  import.meta.glob<string>('/content/architectures/*.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** One of them, expanded; an unknown name throws an error that lists the known ones. */
export function graphOf(name: string, options: GraphOptions = {}): Graph {
  return buildGraph(architectures.get(name), options);
}
