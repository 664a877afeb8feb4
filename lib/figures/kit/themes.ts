// The colours of every theme, for who writes files; a page has them in its style sheet.
import { light } from './palette.ts';

export type Theme = 'light' | 'dark' | 'projector';

/** As site/styles/tokens.css has them. */
export const themes: Record<Theme, Record<string, string>> = {
  light,
  dark: {
    paper: '#131519',
    ink: '#e9e7e1',
    'ink-2': '#a8a69e',
    line: '#30333a',
    panel: '#1b1e24',
    strided: '#e98b7d',
    spd: '#6dbbd8',
  },
  projector: {
    paper: '#ffffff',
    ink: '#000000',
    'ink-2': '#2e2e2e',
    line: '#767676',
    panel: '#f2f2f2',
    strided: '#9c2a1b',
    spd: '#00557a',
  },
};
