import { type CollectionEntry, getCollection } from 'astro:content';

export interface Chapter {
  entry: CollectionEntry<'chapters'>;
  /** Its place among the chapters, from 1. */
  number: number;
  path: string;
}

/** All chapters in reading order. */
export async function allChapters(): Promise<Chapter[]> {
  const entries = await getCollection('chapters');
  return entries
    .sort((a, b) => a.data.order - b.data.order)
    .map((entry, i) => ({ entry, number: i + 1, path: `/chapters/${entry.id}/` }));
}
