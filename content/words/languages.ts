import type { FigureDictionary } from '#lib/figures/words.ts';
import { figures } from './en/figures.ts';
import type { Words } from './spoken.ts';

/** The figures' words in every language there is; another language is another folder, and a line here. */
export const dictionaries = { en: figures } as const satisfies Record<string, FigureDictionary>;

export type Language = keyof typeof dictionaries;

/** The other words of a page with a figure, by area (see spoken.ts); those of English stand in the code. */
export const pageWords: Record<Language, () => Promise<Words>> = { en: async () => ({}) };

export const languages = Object.keys(dictionaries) as Language[];
