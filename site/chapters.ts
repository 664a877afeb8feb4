import { type CollectionEntry, getCollection } from 'astro:content';
import { minutesOf } from './reading-time.ts';

export interface Chapter {
  entry: CollectionEntry<'chapters'>;
  /** Its place in the main line, from 1; chapters of the reference have none. */
  number?: number;
  path: string;
  /** Reading time, figures and questions included. */
  minutes: number;
}

/** The main line in reading order, and the reference. */
export async function chapterParts(): Promise<{ main: Chapter[]; reference: Chapter[] }> {
  const entries = await getCollection('chapters');
  const sorted = entries.sort((a, b) => a.data.order - b.data.order);
  const part = (name: 'main' | 'reference') =>
    sorted
      .filter(({ data }) => data.part === name)
      .map((entry, i) => ({
        entry,
        number: name === 'main' ? i + 1 : undefined,
        path: `/chapters/${entry.id}/`,
        minutes: minutesOf(entry.body ?? ''),
      }));
  return { main: part('main'), reference: part('reference') };
}

/** All chapters: the main line, then the reference. */
export async function allChapters(): Promise<Chapter[]> {
  const { main, reference } = await chapterParts();
  return [...main, ...reference];
}

/** Those of the chapters in which a figure stands. */
export function chaptersWith(figure: string, chapters: readonly Chapter[]): Chapter[] {
  const tag = new RegExp(`<Figure\\b[^>]*\\bname="${figure}"`);
  return chapters.filter(({ entry }) => tag.test(entry.body ?? ''));
}

/** Chapters that have become part of another one: their old name, and the address that has their text now. */
export const MOVED: Record<string, string> = {
  'spd-conv': '/chapters/space-to-depth/#the-block',
};
