import { Catalogue } from '#lib/model/index.ts';

/** The architectures of content/architectures, for what is counted at build time. */
export const architectures = new Catalogue(
  import.meta.glob<string>('/content/architectures/*.yaml', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);
