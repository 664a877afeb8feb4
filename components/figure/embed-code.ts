// The code that puts a figure into a page, a slide or a notebook of somebody else: all of it is written here.
import type { Theme } from '#lib/figures/kit/themes.ts';
import { withQuery } from './address.ts';

/** The row of controls under a drawing and the margins around, px. */
const AROUND = 56;

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const attributesOf = (attributes: Readonly<Record<string, string | number>>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${quoted(String(value))}"`)
    .join('');

export interface Frame {
  /** Of the embed page, with the moment and the parameters. */
  source: string;
  title: string;
  /** Its width over its height, as CSS says it; or its size, px. */
  shape: string | { width: number; height: number };
  /** A deck of reveal.js fetches it with its slide; a page when somebody comes near. */
  deck?: boolean;
}

/**
 * An iframe. Its colour scheme is said: a browser paints a ground behind a frame whose scheme is not that of the page
 * around, even where `bg=none` asks for none.
 */
export function frameCode({ source, title, shape, deck = false }: Frame): string {
  const ratio = typeof shape === 'string';
  const style = ratio ? `width: 100%; aspect-ratio: ${shape}` : 'max-width: 100%';
  const attributes = {
    [deck ? 'data-src' : 'src']: source,
    title,
    ...(ratio ? {} : shape),
    style: `${style}; border: 0; color-scheme: light`,
    allow: 'fullscreen; clipboard-write',
    ...(deck ? {} : { loading: 'lazy' }),
  };
  return `<iframe${attributesOf(attributes)}></iframe>`;
}

export interface EmbedCode {
  source: URL;
  title: string;
  theme: Theme;
  /** Of the drawing, px of the layout. */
  size: { width: number; height: number };
}

/** An iframe in the shape of the drawing, and in its theme. */
export function embedCode({ source, title, theme, size }: EmbedCode): string {
  return frameCode({
    source: withQuery(source, { ...Object.fromEntries(source.searchParams), theme }),
    title,
    shape: `${Math.round(size.width)} / ${Math.round(size.height + AROUND)}`,
  });
}

export interface ElementCode {
  /** Address of the notebook. */
  site: URL;
  name: string;
  title: string;
  /** Parameters, moment and whatever else the element knows; null says nothing. */
  attributes: Readonly<Record<string, string | null>>;
}

/** Where strideless.js is. */
export const scriptOf = (site: URL) => new URL('strideless.js', site).href;

/** The element alone: until it has come, and without scripts, there is a link in its place. */
export function figureCode({ site, name, title, attributes }: ElementCode): string {
  const said = Object.entries(attributes).filter((one): one is [string, string] => one[1] !== null);
  const page = new URL(`figures/${name}/`, site).href;
  return `<strideless-figure${attributesOf({ name, ...Object.fromEntries(said) })}><a href="${quoted(page)}">${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</a></strideless-figure>`;
}

/** A lab of the notebook, in a page that has the script. */
export function labCode(site: URL, name: string, page: string, title: string): string {
  return `<script type="module" src="${quoted(scriptOf(site))}"></script>\n<strideless-lab name="${name}"><a href="${quoted(new URL(`${page}/`, site).href)}">${title}</a></strideless-lab>`;
}

/** The script, which a page needs once, and the element. */
export function elementCode(element: ElementCode): string {
  return `<script type="module" src="${quoted(scriptOf(element.site))}"></script>\n${figureCode(element)}`;
}
