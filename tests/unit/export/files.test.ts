import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { Gif } from '#lib/export/gif.ts';
import { LICENCE, pngTexts, portable, type Storyboard } from '#lib/export/index.ts';
import { pptxOf } from '#lib/export/pptx.ts';
import { trueTypeOf } from '#lib/export/woff.ts';
import { zipOf } from '#lib/export/zip.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { pngAddress } from '#lib/figures/kit/raster.ts';
import { themes } from '#lib/figures/kit/themes.ts';
import { packPictures } from '#lib/png/packed.ts';
import { withTexts } from '#lib/png/text.ts';
import { boardOf, SOURCE } from './board.ts';

/** Of the third moment, as they stand in a file. */
const KEYWORDS = ['figure=space-to-depth', 'block=3', 'step=2 (a < b, c)', 'theme=dark'];

const bytesOf = (address: string) =>
  new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));

describe('an SVG for other programs', () => {
  const pixels = Uint8Array.from([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
  const image = (href: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><image x="1" width="8" height="8" image-rendering="pixelated" href="${href}"></image></svg>`;

  it.each([
    ['stored', (svg: string) => svg],
    ['packed', packPictures],
  ])('has each pixel of a %s picture as a square, and both names of its address', (_, made) => {
    const svg = portable(made(image(pngAddress(2, 2, pixels))));
    const [, href, old] = /href="([^"]+)" xlink:href="([^"]+)"/.exec(svg) ?? [];
    expect(href).toBe(old);
    expect(svg).toContain('xmlns:xlink=');
    const file = bytesOf(href);
    const view = new DataView(file.buffer);
    // 8 px with three pixels each, of two columns.
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([24, 24]);
    const rows = unzlibSync(file.subarray(41, 41 + view.getUint32(33)));
    expect(rows.length).toBe(24 * (1 + 24 * 3));
    expect([...rows.subarray(0, 4)]).toEqual([0, 10, 20, 30]);
    expect([...rows.subarray(1 + 3 * 12, 4 + 3 * 12)]).toEqual([40, 50, 60]);
    expect(rows[73]).toBe(2);
    expect(rows.subarray(74, 146).every((byte) => byte === 0)).toBe(true);
    expect([...rows.subarray(12 * 73 + 1, 12 * 73 + 4)]).toEqual([70, 80, 90]);
  });

  it('leaves a drawing without pictures as it is', () => {
    expect(portable('<svg xmlns="x"><rect/></svg>')).toBe('<svg xmlns="x"><rect/></svg>');
  });
});

describe('files', () => {
  let board: Storyboard;
  const png = bytesOf(pngAddress(1, 1, Uint8Array.of(1, 2, 3)));

  beforeAll(async () => {
    board = boardOf(await loadFigure('space-to-depth', english), { block: 3 });
  });

  it('PPTX: a slide a moment, with the drawing twice, its label, its sentence and the licence', async () => {
    const pictures = board.moments.map((moment) => ({
      moment,
      svg: portable(board.svg(moment.t)),
      png: Uint8Array.from([...png, moment.number]),
    }));
    const parts = unzipSync(await pptxOf(board, pictures));
    const names = Object.keys(parts);
    const slides = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(board.moments.length);
    for (const { number, label, sentence, t } of board.moments) {
      const slide = strFromU8(parts[`ppt/slides/slide${number + 1}.xml`]);
      expect(slide).toContain(`>  ${label}<`);
      expect(slide).toMatch(/<a:blip r:embed="rId\d+">.*<asvg:svgBlip/s);
      expect(slide).toContain(`val="${themes.dark.paper.slice(1)}"`);
      expect(slide).toContain('Strideless · CC BY 4.0');
      const links = strFromU8(parts[`ppt/slides/_rels/slide${number + 1}.xml.rels`]);
      expect(links).toContain(SOURCE);
      const note = strFromU8(parts[`ppt/notesSlides/notesSlide${number + 1}.xml`]);
      expect(note).toContain(sentence);
      const of = (ending: string) =>
        names.find(
          (name) => name.startsWith(`ppt/media/image-${number + 1}-`) && name.endsWith(ending),
        );
      expect(parts[of('.png') ?? ''].at(-1)).toBe(number);
      expect(strFromU8(parts[of('.svg') ?? ''])).toBe(portable(board.svg(t)));
    }
    expect(strFromU8(parts['docProps/core.xml'])).toContain(LICENCE.address);
  });

  it('GIF: a frame for each drawing, opaque and for ever, in which only what differs is named', () => {
    const [width, height] = [16, 8];
    const frame = (x: number) => {
      const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
      for (let y = 0; y < height; y++) pixels.set([200, 30, 20, 255], 4 * (y * width + x));
      return pixels;
    };
    const about = { title: 'A', description: '', source: SOURCE, keywords: KEYWORDS };
    const gif = new Gif({ width, height, samples: [frame(0), frame(9)], about });
    for (let x = 0; x < 5; x++) gif.add({ pixels: frame(x), seconds: 0.08 });
    gif.add({ pixels: frame(4), seconds: 2 });
    const bytes = gif.finish();
    const { frames, loops, comment, size } = readGif(bytes);
    expect(size).toEqual([width, height]);
    expect(frames.map(({ delay }) => delay)).toEqual([8, 8, 8, 8, 8, 200]);
    expect(frames.map(({ clear }) => clear)).toEqual([false, true, true, true, true, true]);
    expect(frames.every(({ dispose }) => dispose === 1)).toBe(true);
    expect(loops).toBe(0);
    expect(comment).toContain(LICENCE.address);
    expect(comment).toContain(SOURCE);
    expect(comment).toContain(KEYWORDS.join('; '));
    // A frame like the one before is next to nothing.
    expect(frames[5].bytes).toBeLessThan(frames[0].bytes);
  });

  it('ZIP: what was put in, the same bytes every day', () => {
    const zip = zipOf({ 'a.png': png });
    expect(unzipSync(zip)).toEqual({ 'a.png': png });
    expect(zipOf({ 'a.png': png })).toEqual(zip);
  });

  it('PNG: says its licence, and is the same picture', () => {
    const about = { title: 'Ä', description: 'b', source: SOURCE, keywords: KEYWORDS };
    const file = Buffer.from(withTexts(png, pngTexts(about)));
    expect(file.subarray(0, 33)).toEqual(Buffer.from(png.subarray(0, 33)));
    expect(file.subarray(-(png.length - 33))).toEqual(Buffer.from(png.subarray(33)));
    expect(file.toString()).toContain(`Copyright\0\0\0\0\0CC BY 4.0 ${LICENCE.address}`);
    expect(file.toString()).toContain('Title\0\0\0\0\0Ä');
    expect(file.toString()).toContain(`Keywords\0\0\0\0\0${KEYWORDS.join('; ')}`);
  });

  it('typefaces: all tables of a WOFF file, each with its checksum', () => {
    const woff = readFileSync(
      'node_modules/@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff',
    );
    const file = trueTypeOf(woff);
    const view = new DataView(file.buffer);
    const count = view.getUint16(4);
    expect(count).toBe(woff.readUInt16BE(12));
    for (let i = 0; i < count; i++) {
      const [tag, sum, offset, length] = [0, 4, 8, 12].map((at) =>
        view.getUint32(12 + 16 * i + at),
      );
      // The table of the head has a field of its own for the sum of the whole file.
      if (tag === 0x68656164) continue;
      let found = 0;
      for (let at = offset; at < offset + length; at += 4)
        found = (found + view.getUint32(at)) >>> 0;
      expect(found).toBe(sum);
    }
    expect(() => trueTypeOf(file)).toThrow('no WOFF');
  });
});

interface GifFrame {
  /** Hundredths of a second. */
  delay: number;
  clear: boolean;
  dispose: number;
  /** Of its pixels, packed. */
  bytes: number;
}

/** The blocks of a GIF file. */
function readGif(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset);
  const frames: GifFrame[] = [];
  let [loops, comment, at] = [-1, '', 13 + 3 * 2 ** ((file[10] & 7) + 1)];
  let control = { delay: 0, clear: false, dispose: 0 };
  const parts = () => {
    const found: Uint8Array[] = [];
    for (; file[at] !== 0; at += file[at] + 1) found.push(file.subarray(at + 1, at + 1 + file[at]));
    at++;
    return found;
  };
  while (file[at] !== 0x3b) {
    const [kind, label] = [file[at], file[at + 1]];
    if (kind === 0x2c) {
      const local = file[at + 9];
      at += 11 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0);
      frames.push({ ...control, bytes: parts().reduce((sum, { length }) => sum + length, 0) });
      continue;
    }
    at += 2;
    const start = at;
    const found = parts();
    if (label === 0xf9)
      control = {
        delay: view.getUint16(start + 2, true),
        clear: (file[start + 1] & 1) === 1,
        dispose: (file[start + 1] >> 2) & 7,
      };
    if (label === 0xff) loops = found[1][1] + 256 * found[1][2];
    if (label === 0xfe) comment = Buffer.concat(found).toString();
  }
  return { frames, loops, comment, size: [view.getUint16(6, true), view.getUint16(8, true)] };
}
