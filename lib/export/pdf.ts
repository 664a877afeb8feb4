// For browsers only: svg2pdf.js reads elements of a page.
import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import { lettersOf } from '../files/base64.ts';
import { CREATOR, credit, LICENCE } from './about.ts';
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

/**
 * A PDF file with a page a drawing, vectors and text, of the drawing's own size: LaTeX takes the third by
 * `\includegraphics[page=3]`.
 *
 * @param pages the drawings, as elements that stand in no document
 * @param tell is called with the number of pages that are done
 */
export async function pdfOf(
  board: Pick<Storyboard, 'title' | 'size' | 'source'>,
  pages: readonly SVGSVGElement[],
  {
    faces,
    signal,
    tell,
  }: { faces: readonly Face[]; signal: AbortSignal; tell(pages: number): void },
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, source } = board;
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
    subject: credit(board),
    keywords: [LICENCE.name, LICENCE.address, source].filter((word) => word !== '').join(', '),
    creator: CREATOR,
  });
  for (const { family, weight, woff } of faces) {
    const name = `${family.replaceAll(' ', '')}-${weight}.ttf`;
    file.addFileToVFS(name, lettersOf(trueTypeOf(woff)));
    file.addFont(name, family, 'normal', weight);
  }
  for (const [i, page] of pages.entries()) {
    signal.throwIfAborted();
    if (i > 0) file.addPage(format, orientation);
    await svg2pdf(page, file, { x: 0, y: 0, width, height });
    tell(i + 1);
  }
  return new Uint8Array(file.output('arraybuffer'));
}
