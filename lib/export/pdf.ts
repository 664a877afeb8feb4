// svg2pdf.js reads elements, and asks a document how wide texts are: in Node somebody has to lend it one (site/take-along/ruler.ts).
import { jsPDF } from 'jspdf';
// By its file: what its package names for Node has no exports.
import { svg2pdf } from 'svg2pdf.js/dist/svg2pdf.es.min.js';
import { lettersOf } from '../files/base64.ts';
import { CREATOR, credit, inOneLine, LICENCE } from './about.ts';
import type { Storyboard } from './storyboard.ts';
import { trueTypeOf } from './woff.ts';

/** A point for each px of the layout: a drawing of 760 px is about as wide as a page of paper with margins. */
const POINTS = 0.75;

/** A typeface that the drawings name. */
export interface Face {
  family: string;
  weight: 400 | 600;
  /** A WOFF file. */
  woff: Uint8Array;
}

export function addFace(file: jsPDF, { family, weight, woff }: Face): void {
  const name = `${family.replaceAll(' ', '')}-${weight}.ttf`;
  file.addFileToVFS(name, lettersOf(trueTypeOf(woff)));
  file.addFont(name, family, 'normal', weight);
}

/** Sixteen bytes, hexadecimal, by which programs tell files apart. */
const idOf = (title: string) =>
  [...new TextEncoder().encode(title)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .padEnd(32, '0')
    .slice(0, 32)
    .toUpperCase();

/**
 * A PDF file with a page a drawing, vectors and text, of the drawing's own size: LaTeX takes the third by
 * `\includegraphics[page=3]`.
 *
 * @param pages the drawings, as elements that stand in no document
 * @param tell is called with the number of pages that are done
 * @param day on which the file says it was made: the same drawings and the same day make the same bytes
 */
export async function pdfOf(
  board: Pick<Storyboard, 'title' | 'size' | 'about'>,
  pages: readonly SVGSVGElement[],
  {
    faces,
    signal,
    tell,
    day = new Date(),
  }: { faces: readonly Face[]; signal: AbortSignal; tell(pages: number): void; day?: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { title } = board;
  const about = board.about();
  const [width, height] = [board.size.width * POINTS, board.size.height * POINTS];
  const orientation = width > height ? 'landscape' : 'portrait';
  const format = [width, height];
  const file = new jsPDF({
    unit: 'pt',
    format,
    orientation,
    compress: true,
    putOnlyUsedFonts: true,
  });
  file.setProperties({
    title,
    author: CREATOR,
    subject: credit(about),
    keywords: inOneLine([...about.keywords, LICENCE.name]),
    creator: CREATOR,
  });
  file.setCreationDate(day);
  file.setFileId(idOf(title));
  for (const face of faces) addFace(file, face);
  for (const [i, page] of pages.entries()) {
    signal.throwIfAborted();
    if (i > 0) file.addPage(format, orientation);
    await svg2pdf(page, file, { x: 0, y: 0, width, height });
    tell(i + 1);
  }
  return new Uint8Array(file.output('arraybuffer'));
}
