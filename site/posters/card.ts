import { CREATOR, escapeText } from '#lib/export/index.ts';
import type { Size } from '#lib/figures/index.ts';
import { themes } from '#lib/figures/kit/themes.ts';

/** What social sites show of a link, pixels. */
export const CARD: Size = { width: 1200, height: 630 };
const SIDE = 48;
const HEAD = 112;

/** A figure's picture (an SVG file of that size) under its title, as an SVG file of a card's proportions. */
export function cardOf(title: string, svg: string, drawing: Size): string {
  const { paper, ink, 'ink-2': muted } = themes.light;
  const room = { width: CARD.width - 2 * SIDE, height: CARD.height - HEAD - SIDE / 2 };
  const scale = Math.min(room.width / drawing.width, room.height / drawing.height);
  const [width, height] = [drawing.width * scale, drawing.height * scale];
  const x = (CARD.width - width) / 2;
  const placed = svg.replace(
    / width="[\d.]+" height="[\d.]+"/,
    ` x="${x}" y="${HEAD}" width="${width}" height="${height}"`,
  );
  const text = `font-family="IBM Plex Sans" y="72"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD.width} ${CARD.height}" width="${CARD.width}" height="${CARD.height}">` +
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${paper}"/>` +
    `<text ${text} x="${SIDE}" font-size="40" font-weight="600" fill="${ink}">${escapeText(title)}</text>` +
    `<text ${text} x="${CARD.width - SIDE}" font-size="28" text-anchor="end" fill="${muted}">${CREATOR}</text>${placed}</svg>`
  );
}
