// What other sites learn of an embed page from its head: the picture of a link to it, and by oEmbed the frame to show.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LABS } from '#components/figure/protocol.ts';
import { figureNames } from '#lib/figures/index.ts';

const dist = process.env.SITE_FOLDER ?? 'dist';
const read = (...path: string[]) => readFileSync(join(dist, ...path), 'utf8');
/** What stands in the site's folder at an absolute address, under whatever path it is served. */
const fileAt = (address: string) => {
  const base = process.env.SITE_BASE ?? '/';
  const { pathname } = new URL(address);
  expect(pathname.startsWith(base)).toBe(true);
  return join(dist, pathname.slice(base.length));
};
const contentOf = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';

const names = [...figureNames, ...LABS];

test('every embed page has a picture of its own, and leads to the frame that shows it', () => {
  const pictures = new Set<string>();
  for (const name of names) {
    const html = read('embed', name, 'index.html');
    const picture = contentOf(html, 'og:image');
    const file = fileAt(picture);
    expect(existsSync(file), picture).toBe(true);
    const png = readFileSync(file);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    const stated = ['width', 'height'].map((side) => Number(contentOf(html, `og:image:${side}`)));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual(stated);
    pictures.add(png.toString('base64'));

    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(html);
    const oembed = JSON.parse(readFileSync(fileAt(link?.[1] ?? ''), 'utf8'));
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich', thumbnail_url: picture });
    const source = /<iframe src="([^"]*)"/.exec(oembed.html)?.[1] ?? '';
    expect(join(fileAt(source), 'index.html')).toBe(join(dist, 'embed', name, 'index.html'));
    expect(contentOf(html, 'og:url')).toBe(source);
  }
  expect(pictures.size).toBe(names.length);
});
