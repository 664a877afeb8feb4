// A lab as a link shows it: its picture, with what one does there beside it.
import { type About, escapeText, portable } from '#lib/export/index.ts';
import type { Size } from '#lib/figures/index.ts';
import { themes } from '#lib/figures/kit/themes.ts';
import { packedPngAddress } from '#lib/png/packed.ts';
import { LAB_PICTURES } from '../lab-pictures.ts';
import { type LabName, labOf } from '../labs.ts';
import { cardOf } from './card.ts';

const ROOM: Size = { width: 1104, height: 494 };
const GAP = 56;
/** px of the card, and how many letters of that size stand in a line. */
const [TYPE, LINE, LETTERS] = [38, 56, 28];

function linesOf(sentence: string): string[] {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines[lines.length - 1];
    if (line.length + word.length < LETTERS) lines[lines.length - 1] = `${line} ${word}`.trim();
    else lines.push(word);
  }
  return lines;
}

/** An SVG file of a card's size. `about.source` is the lab's address in a frame. */
export function labCard(name: LabName, source: string): { svg: string; about: About } {
  const lab = labOf(name);
  const { pixels, width, height } = LAB_PICTURES[name]();
  const side = ROOM.height;
  const lines = linesOf(lab.sentence);
  const top = (side - LINE * (lines.length - 1)) / 2 + TYPE / 3;
  const text = lines.map(
    (line, i) =>
      `<text x="${side + GAP}" y="${top + LINE * i}" font-family="IBM Plex Sans" font-size="${TYPE}" fill="${themes.light.ink}">${escapeText(line)}</text>`,
  );
  const drawing = portable(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ROOM.width} ${side}" width="${ROOM.width}" height="${side}"><image width="${side}" height="${side}" href="${packedPngAddress(pixels, width, height)}"/>${text.join('')}</svg>`,
  );
  return {
    svg: cardOf(lab.title, drawing, ROOM),
    about: { title: lab.title, description: lab.sentence, source, keywords: [`lab=${name}`] },
  };
}
