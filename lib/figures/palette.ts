// The one visual language of all figures. On the page a colour is a CSS variable with a fallback; an export puts the
// colour of the chosen theme in its place (lib/export).
import { hcl, interpolateLab, interpolateRgbBasis, rgb } from 'd3';

export type Theme = 'light' | 'dark' | 'projector';

/** As site/styles/tokens.css has them. */
export const themes: Record<Theme, Record<string, string>> = {
  light: {
    paper: '#fbfaf6',
    ink: '#1c1d20',
    'ink-2': '#595a5e',
    line: '#dcd8cc',
    panel: '#f3f1e9',
    strided: '#b5483a',
    spd: '#1b6f8f',
  },
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

const variable = (name: string) => `var(--${name}, ${themes.light[name]})`;

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

export const font = {
  ui: "var(--font-ui, 'IBM Plex Sans', system-ui, sans-serif)",
  mono: "var(--font-mono, 'IBM Plex Mono', ui-monospace, monospace)",
};

/** The corners of a block: A top left, B bottom left, C top right, D bottom right (Okabe-Ito). */
const corners = { a: '#0072b2', b: '#e69f00', c: '#009e73', d: '#cc79a7' };

/** The hue of phase (dy, dx) of a block: the four hues in its corners, mixed between them in larger blocks. */
export function phaseColour(block: number, dy: number, dx: number): string {
  const [v, h] = block === 1 ? [0, 0] : [dy / (block - 1), dx / (block - 1)];
  const left = interpolateLab(corners.a, corners.b)(v);
  const right = interpolateLab(corners.c, corners.d)(v);
  const mixed = hcl(interpolateLab(left, right)(h));
  // Opposite hues mix to grey; a letter and a little chroma keep neighbours apart.
  if (block > 2) mixed.c = Math.max(mixed.c, 42);
  return rgb(mixed).formatHex();
}

/** The letter beside the hue, in the published code's order: down the first column, then the next. */
export function phaseLetter(block: number, dy: number, dx: number): string {
  return String.fromCharCode(65 + block * dx + dy);
}

const ramp = interpolateRgbBasis([
  '#ffffd9',
  '#edf8b1',
  '#c7e9b4',
  '#7fcdbb',
  '#41b6c4',
  '#1d91c0',
  '#225ea8',
  '#253494',
  '#081d58',
]);

/** The scale of read counts: light is few, dark is many; never read is the colour of the panel. */
export function readsColour(count: number, most: number): string {
  if (count <= 0) return colour.panel;
  return rgb(ramp(0.04 + 0.88 * Math.min(1, count / Math.max(most, 4)))).formatHex();
}

/** Ink or paper white, whichever is read better on this hex colour; on a variable it is the ink. */
export function inkOn(fill: string): string {
  if (!fill.startsWith('#')) return colour.ink;
  const linear = (v: number) =>
    v / 255 <= 0.04045 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  const { r, g, b } = rgb(fill);
  const luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return luminance > 0.19 ? '#15161a' : '#ffffff';
}
