// An SVG file whose letters are outlines: it looks the same wherever it is opened, whichever typefaces are there, and its words
// can no longer be edited. HarfBuzz sets them, as it does in browsers.
import * as harfbuzz from 'harfbuzzjs';
import type { Face } from './pdf.ts';
import { trueTypeOf } from './woff.ts';

const { Blob, Buffer, Face: Typeface, Font, shape } = harfbuzz;
/** Bundled, it says when it is ready (commands/lib/no-waiting.mjs); elsewhere it is, once it is imported. */
const { ready } = harfbuzz as { ready?: Promise<void> };

/** Attributes that say how letters are set; the others are those of any shape. */
const OF_LETTERS =
  /^(x|y|dx|dy|text-anchor|dominant-baseline|font-.*|letter-spacing|text-rendering)$/;

/** Letters that are set one after the other in one face. */
interface Run {
  /** The text or the tspan in which they stand. */
  element: Element;
  text: string;
  face: Setter;
  /** px */
  size: number;
  /** From where the letters before it end, px. */
  dx: number;
  dy: number;
}

/** Runs that share one place and one anchor. */
interface Line {
  x: number;
  y: number;
  runs: Run[];
}

/** A typeface by which letters are set. */
class Setter {
  readonly family: string;
  readonly weight: number;
  readonly #font: harfbuzz.Font;
  readonly #unit: number;
  /** Of a line of letters with ascenders and descenders, and of small letters: parts of the size. */
  readonly middle: number;
  readonly central: number;
  readonly top: number;

  constructor({ family, weight, woff }: Face) {
    this.family = family;
    this.weight = weight;
    const file = trueTypeOf(woff);
    const face = new Typeface(new Blob(file.buffer));
    this.#font = new Font(face);
    this.#unit = face.upem;
    const { ascender, descender } = this.#font.hExtents();
    this.top = ascender / this.#unit;
    this.central = (ascender + descender) / 2 / this.#unit;
    this.middle = heightOf(this.#font, 'x') / 2 / this.#unit;
  }

  has(text: string): boolean {
    return [...text].every(
      (letter) => (this.#font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0) > 0,
    );
  }

  /** The outlines of these letters from (x, y) on, and how far they reach, px. */
  set(text: string, size: number, x = 0, y = 0): { path: string; advance: number } {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(this.#font, buffer);
    const scale = size / this.#unit;
    let at = 0;
    let path = '';
    const places = buffer.getGlyphPositions();
    for (const [i, { codepoint }] of buffer.getGlyphInfos().entries()) {
      const { xAdvance, xOffset, yOffset } = places[i];
      const [left, base] = [x + (at + xOffset) * scale, y - yOffset * scale];
      path += written(this.#font.glyphToJson(codepoint), (v, isAcross) =>
        Math.round(100 * (isAcross ? left + v * scale : base - v * scale)),
      );
      at += xAdvance;
    }
    return { path, advance: at * scale };
  }
}

interface Command {
  type: string;
  values: number[];
}

/** From place to place, which has fewer digits than the places. `placed` gives whole hundredths of a px, so that none are lost. */
function written(
  commands: readonly Command[],
  placed: (value: number, isAcross: boolean) => number,
): string {
  let [penX, penY] = [0, 0];
  let path = '';
  for (const { type, values } of commands) {
    const all = values.map((value, k) => placed(value, k % 2 === 0));
    // A glyph begins where it stands.
    const isFirst = path === '';
    const ways = all.map((value, k) => (isFirst ? value : value - (k % 2 === 0 ? penX : penY)));
    const text = ways.map((way) => String(way / 100).replace(/^(-?)0\./, '$1.')).join(' ');
    path += (isFirst ? type : type.toLowerCase()) + text.replaceAll(' -', '-');
    if (all.length > 1) [penX, penY] = [all[all.length - 2], all[all.length - 1]];
  }
  return path;
}

function heightOf(font: harfbuzz.Font, letter: string): number {
  return font.glyphExtents(font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0)?.yBearing ?? 0;
}

/** Makes outlines of all texts under an SVG element. A text with a sign that none of the typefaces has stays as it is. */
export async function outliner(faces: readonly Face[]): Promise<(root: Element) => void> {
  await ready;
  const setters = faces.map((face) => new Setter(face));
  return (root) => {
    for (const text of root.querySelectorAll('text')) outline(text, setters);
  };
}

/** What the element says of itself, or the nearest around it. */
function nearest(element: Element | null, name: string): string | undefined {
  for (let one = element; one; one = one.parentElement) {
    const said = one.getAttribute(name);
    if (said !== null) return said;
  }
  return undefined;
}

/** px of a length: `3`, `3px`, `0.32em`. */
function lengthOf(element: Element, name: string, size: number): number {
  const said = element.getAttribute(name)?.trim() ?? '0';
  return Number.parseFloat(said) * (said.endsWith('em') ? size : 1) || 0;
}

const sizeOf = (element: Element) => Number.parseFloat(nearest(element, 'font-size') ?? '16');

function setterOf(element: Element, text: string, setters: readonly Setter[]): Setter | undefined {
  const families = (nearest(element, 'font-family') ?? '')
    .split(',')
    .map((family) => family.trim().replaceAll(/["']/g, ''));
  const said = nearest(element, 'font-weight') ?? '400';
  const isBold = said === 'bold' || Number(said) >= 600;
  const fits = setters.filter(({ weight }) => weight >= 600 === isBold);
  const own = families.flatMap((family) => fits.filter((setter) => setter.family === family));
  // A sign that the face lacks is taken from another one, as browsers do.
  return [...own, ...fits].find((setter) => setter.has(text));
}

/** How far below its baseline a line hangs, px. */
function baselineOf(element: Element, { middle, central, top }: Setter, size: number): number {
  const said = nearest(element, 'dominant-baseline') ?? 'auto';
  const shifts: Record<string, number> = { middle, central, hanging: top, 'text-before-edge': top };
  return (shifts[said] ?? 0) * size;
}

/** The lines of a text: blanks count as one, and none at the ends. Undefined where a sign can't be set. */
function linesOf(text: Element, setters: readonly Setter[]): Line[] | undefined {
  const lines: Line[] = [];
  const place = (element: Element) => {
    const size = sizeOf(element);
    const before = lines.at(-1);
    const isNew = element === text || element.hasAttribute('x') || element.hasAttribute('y');
    if (isNew)
      lines.push({
        x: element.hasAttribute('x') || !before ? lengthOf(element, 'x', size) : before.x,
        y: element.hasAttribute('y') || !before ? lengthOf(element, 'y', size) : before.y,
        runs: [],
      });
  };
  const read = (element: Element): boolean => {
    place(element);
    const size = sizeOf(element);
    let [dx, dy] = [lengthOf(element, 'dx', size), lengthOf(element, 'dy', size)];
    for (const node of element.childNodes) {
      if (node.nodeType === 1) {
        if (!read(node as Element)) return false;
        continue;
      }
      const line = lines[lines.length - 1];
      const isFirst = line.runs.length === 0;
      const plain = (node.textContent ?? '').replaceAll(/\s+/g, ' ');
      const words = isFirst ? plain.trimStart() : plain;
      if (words === '') continue;
      const face = setterOf(element, words, setters);
      if (!face) return false;
      line.runs.push({ element, text: words, face, size, dx, dy });
      [dx, dy] = [0, 0];
    }
    return true;
  };
  if (!read(text)) return undefined;
  for (const { runs } of lines) {
    const last = runs.at(-1);
    if (last) last.text = last.text.trimEnd();
  }
  return lines;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An element with all that the text says of itself as a shape. */
function shapeOf(text: Element, name: 'path' | 'g'): Element {
  const made = text.ownerDocument.createElementNS(SVG, name);
  for (const attribute of text.getAttributeNames().filter((one) => !OF_LETTERS.test(one)))
    made.setAttribute(attribute, text.getAttribute(attribute) ?? '');
  return made;
}

function pathOf(text: Element, d: string): Element {
  const path = shapeOf(text, 'path');
  path.setAttribute('d', d);
  return path;
}

function outline(text: Element, setters: readonly Setter[]): void {
  const lines = linesOf(text, setters);
  if (!lines) return;
  const paths: Element[] = [];
  const plain: string[] = [];
  for (const { x, y, runs } of lines) {
    const widths = runs.map(({ face, text: letters, size }) => face.set(letters, size).advance);
    const whole = runs.reduce((sum, { dx }, i) => sum + dx + widths[i], 0);
    const anchor = nearest(runs[0]?.element ?? text, 'text-anchor') ?? 'start';
    let [left, base] = [x - whole * ({ middle: 0.5, end: 1 }[anchor] ?? 0), y];
    for (const [i, { element, face, text: letters, size, dx, dy }] of runs.entries()) {
      left += dx;
      base += dy;
      const { path } = face.set(letters, size, left, base + baselineOf(element, face, size));
      left += widths[i];
      if (element === text) plain.push(path);
      else paths.push(pathOf(element, path));
    }
  }
  if (paths.length === 0) {
    text.replaceWith(pathOf(text, plain.join('')));
    return;
  }
  const around = shapeOf(text, 'g');
  if (plain.length > 0) {
    const own = text.ownerDocument.createElementNS(SVG, 'path');
    own.setAttribute('d', plain.join(''));
    around.append(own);
  }
  around.append(...paths);
  text.replaceWith(around);
}
