// The one visual language of all figures. On the page a colour is a CSS variable with a fallback; an export puts the
// colour of the chosen theme in its place (lib/export). Hues and scales stand in hues.ts.
import { rgbOf } from './rgb.ts';

/** The colours of the page in its plain theme, as site/styles/tokens.css has them; those of the others: themes.ts. */
export const light: Record<string, string> = {
  paper: '#fbfaf6',
  ink: '#1c1d20',
  'ink-2': '#595a5e',
  line: '#dcd8cc',
  panel: '#f3f1e9',
  strided: '#b5483a',
  spd: '#1b6f8f',
};

const variable = (name: string) => `var(--${name}, ${light[name]})`;

/** Colours by their use. */
export const colour = {
  paper: variable('paper'),
  ink: variable('ink'),
  muted: variable('ink-2'),
  line: variable('line'),
  panel: variable('panel'),
  strided: variable('strided'),
  spd: variable('spd'),
};

/** Two strokes, one over the other, that are seen on any picture. */
export const onAnyGround = { below: '#ffffff', above: '#15161a' };

export const font = {
  ui: "var(--font-ui, 'IBM Plex Sans', system-ui, sans-serif)",
  mono: "var(--font-mono, 'IBM Plex Mono', ui-monospace, monospace)",
};

/** The letter beside the hue, in the published code's order: down the first column, then the next. */
export function phaseLetter(block: number, dy: number, dx: number): string {
  return String.fromCharCode(65 + block * dx + dy);
}

/** Ink or paper white, whichever is read better on this hex colour; on a variable it is the ink. */
export function inkOn(fill: string): string {
  if (!fill.startsWith('#')) return colour.ink;
  const linear = (v: number) =>
    v / 255 <= 0.04045 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = rgbOf(fill);
  const luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return luminance > 0.19 ? '#15161a' : '#ffffff';
}
