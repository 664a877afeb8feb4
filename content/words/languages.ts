import type { FigureDictionary } from '#lib/figures/words.ts';
import { figures } from './en/figures.ts';

/** The figures' words in every language there is; another language is another folder, and a line here. */
export const dictionaries = { en: figures } as const satisfies Record<string, FigureDictionary>;

export type Language = keyof typeof dictionaries;

export const languages = Object.keys(dictionaries) as Language[];
