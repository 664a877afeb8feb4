// The code that puts a figure into a page or a slide of somebody else.
import type { Theme } from '#lib/figures/index.ts';
import { withQuery } from './address.ts';

/** The row of controls under a drawing and the margins around, px. */
const AROUND = 56;

export interface EmbedCode {
  /** Of the embed page, with the moment and the parameters. */
  source: URL;
  title: string;
  theme: Theme;
  /** Of the drawing, px of the layout. */
  size: { width: number; height: number };
}

/**
 * An iframe in the shape of the drawing. Its colour scheme is said: a browser paints a ground behind a frame whose scheme is
 * not that of the page around, even where `bg=none` asks for none.
 */
export function embedCode({ source, title, theme, size }: EmbedCode): string {
  const address = withQuery(source, { ...Object.fromEntries(source.searchParams), theme });
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const ratio = `${Math.round(size.width)} / ${Math.round(size.height + AROUND)}`;
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" style="width: 100%; aspect-ratio: ${ratio}; border: 0; color-scheme: light" allow="fullscreen; clipboard-write" loading="lazy"></iframe>`;
}
