import { Catalogue } from '#lib/model/index.ts';

/** The architectures of content/architectures, for pages: a few kilobytes of YAML in all. */
export const architectures = new Catalogue(
  import.meta.glob<string>('/content/architectures/*.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
