import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** What is said stands in content/, outside the Astro source folder; these are its shapes. */
const chapters = defineCollection({
  loader: glob({ base: './content/chapters', pattern: '*.mdx' }),
  schema: z.object({
    /** The main line is read in order and numbered; the reference is for those who build, and looked up. */
    part: z.enum(['main', 'reference']),
    /** Sorts the chapters of a part; the printed number is the place in that order. */
    order: z.number().int(),
    title: z.string(),
    /** The question the chapter answers, in one sentence. */
    question: z.string(),
    /** For the list of chapters and for search engines. */
    summary: z.string().max(220),
    /** Keys of content/references/references.bib, in the order in which the chapter lists them. */
    references: z.array(z.string()).min(1),
  }),
});

const glossary = defineCollection({
  loader: file('./content/glossary/terms.yaml'),
  schema: z.object({ term: z.string(), also: z.array(z.string()).default([]), text: z.string() }),
});

export const collections = { chapters, glossary };
