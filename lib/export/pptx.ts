import { strFromU8, strToU8, unzipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { Size } from '../figures/index.ts';
import { type Theme, themes } from '../figures/kit/themes.ts';
import { base64 } from '../files/base64.ts';
import { CREATOR, credit, escapeText, inOneLine, LICENCE } from './about.ts';
import { footnote, type Moment, type Storyboard } from './storyboard.ts';
import { zipOf } from './zip.ts';

/** Inches, as PowerPoint counts: the wide slide, and the places on it. */
const SLIDE = { width: 13.333, height: 7.5 };
const SIDE = 0.6;
const TITLE = { x: SIDE, y: 0.3, w: SLIDE.width - 2 * SIDE, h: 0.7 };
const PICTURE = { x: SIDE, y: 1.1, width: SLIDE.width - 2 * SIDE, height: 5.75 };
const FOOT = { x: SIDE, y: 6.98, w: SLIDE.width - 2 * SIDE, h: 0.32 };

/** A moment with its drawing, both as vectors and as pixels for programs that read no SVG. */
export interface SlidePicture {
  moment: Moment;
  svg: string;
  png: Uint8Array<ArrayBuffer>;
}

const hex = (theme: Theme, name: string) => themes[theme][name].slice(1);

/** The largest place of these proportions in the middle of the slide's picture, inches of a slide of 13.333 x 7.5. */
export function placed({ width, height }: Size) {
  const scale = Math.min(PICTURE.width / width, PICTURE.height / height);
  const [w, h] = [width * scale, height * scale];
  return {
    x: PICTURE.x + (PICTURE.width - w) / 2,
    y: PICTURE.y + (PICTURE.height - h) / 2,
    w,
    h,
  };
}

/**
 * A PPTX file with a slide a moment: its label as the title, the drawing as SVG and PNG, its sentence in the notes.
 *
 * @param day on which the file says it was made: the same drawings and the same day make the same bytes
 */
export async function pptxOf(
  board: Storyboard,
  pictures: readonly SlidePicture[],
  day = new Date(),
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, theme, size, source } = board;
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = CREATOR;
  deck.company = LICENCE.name;
  deck.subject = credit(board.about());
  for (const { moment, svg } of pictures) {
    const slide = deck.addSlide();
    slide.background = { color: hex(theme, 'paper') };
    slide.addText(
      [
        { text: title, options: { bold: true } },
        { text: `  ${moment.label}`, options: { color: hex(theme, 'ink-2') } },
      ],
      {
        ...TITLE,
        fontSize: 24,
        color: hex(theme, 'ink'),
        align: 'left',
        valign: 'middle',
        fit: 'shrink',
      },
    );
    slide.addImage({
      data: `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`,
      altText: moment.sentence,
      ...placed(size),
    });
    const address = source || LICENCE.address;
    slide.addText([{ text: footnote, options: { hyperlink: { url: address } } }], {
      ...FOOT,
      fontSize: 10,
      color: hex(theme, 'ink-2'),
      align: 'right',
    });
    slide.addNotes(`${moment.sentence}\n\n${credit(board.about(moment.t))}`);
  }
  const file = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return finished(file, pictures, { day, keywords: inOneLine(board.about().keywords) });
}

const CORE = 'docProps/core.xml';

/** The library draws its own pixels of an SVG, coarse in a browser and none in Node: ours take their place. */
function finished(
  file: Uint8Array,
  pictures: readonly SlidePicture[],
  { day, keywords }: { day: Date; keywords: string },
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  for (const name of Object.keys(parts)) {
    const slide = /^ppt\/media\/image-(\d+)-\d+\.png$/.exec(name)?.[1];
    const picture = pictures[Number(slide) - 1];
    if (picture) parts[name] = picture.png;
  }
  const made = `$1${day.toISOString().slice(0, 19)}Z`;
  // It has a place for all that a file says of itself but for its keywords.
  const core = strFromU8(parts[CORE])
    .replaceAll(/(W3CDTF">)[^<]*/g, made)
    .replace('</cp:coreProperties>', `<cp:keywords>${escapeText(keywords)}</cp:keywords>$&`);
  parts[CORE] = strToU8(core);
  return zipOf(parts);
}
