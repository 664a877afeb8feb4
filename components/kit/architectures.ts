import {
  buildGraph,
  Catalogue,
  type Fields,
  type Graph,
  type GraphOptions,
} from '#lib/model/index.ts';

/** The architectures of content/architectures, read when the site is built: a few kilobytes in all. */
export const architectures = new Catalogue(
  import.meta.glob<Fields>('/content/architectures/*.yaml', {
    query: '?data',
    import: 'default',
    eager: true,
  }),
);

/** One of them, expanded; an unknown name throws an error that lists the known ones. */
export function graphOf(name: string, options: GraphOptions = {}): Graph {
  return buildGraph(architectures.get(name), options);
}
