import { type Theme, themes } from '../figures/kit/themes.ts';
import { type About, escapeText, svgMetadata } from './about.ts';

export interface SvgOptions extends Pick<About, 'title' | 'description'> {
  theme: Theme;
  /** Leave out the paper behind the figure. */
  transparent?: boolean;
  /** Where given, the file tells its licence too. */
  source?: string;
  keywords?: readonly string[];
}

/** Typefaces for readers of the file who have not ours. */
const faces: Record<string, string> = {
  'font-ui': "'IBM Plex Sans', system-ui, sans-serif",
  'font-mono': "'IBM Plex Mono', ui-monospace, monospace",
};

/** A drawing's markup without what only a page needs, or what holds anyway: the same picture. */
export function lean(markup: string): string {
  return markup
    .replaceAll(' xmlns="http://www.w3.org/2000/svg"', '')
    .replaceAll(/ (?:data-cell="[^"]*"|visibility="visible")/g, '');
}

/** Puts a theme's colours and plain typefaces in the place of every CSS variable; unknown ones get their fallback. */
export function resolveVariables(markup: string, theme: Theme): string {
  return markup.replace(
    /var\(--([\w-]+),\s*((?:[^()]|\([^()]*\))*)\)/g,
    (_, name: string, fallback: string) => (themes[theme][name] ?? faces[name] ?? fallback).trim(),
  );
}

/**
 * A drawn figure as a file of its own: concrete colours, title and description inside, no reference to anything
 * outside. `svg` is left as it is.
 */
export function svgFile(
  svg: SVGSVGElement,
  { theme, transparent, title, description, source, keywords = [] }: SvgOptions,
): string {
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '0 0 0 0').split(' ').map(Number);
  const paper = transparent
    ? ''
    : `<rect width="${width}" height="${height}" fill="${themes[theme].paper}"/>`;
  const inner = Array.from(svg.childNodes, (node) => (node as Element).outerHTML ?? '').join('');
  const body = lean(inner).replaceAll(
    / (?:data-[\w-]+|pointer-events|cursor|textLength|lengthAdjust|style)="[^"]*"/g,
    '',
  );
  const licence = source === undefined ? '' : svgMetadata({ title, description, source, keywords });
  const attributes = ['font-family', 'fill']
    .map((name) => `${name}="${(svg.getAttribute(name) ?? '').replaceAll('"', "'")}"`)
    .join(' ');
  return resolveVariables(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ${attributes}>` +
      `<title>${escapeText(title)}</title><desc>${escapeText(description)}</desc>${licence}${paper}${body}</svg>\n`,
    theme,
  );
}

/** Whether the file has text in a typeface of that weight. */
export const usesFace = (
  svg: string,
  { family, weight }: { family: string; weight: number | string },
): boolean =>
  svg.includes(family) && (String(weight) === '400' || svg.includes(`font-weight="${weight}"`));
