// Letters in a frame that is too small for the drawing: as large as they have to be to be read, and narrower where there is no room.
import { type LayoutName, LEAST } from '#lib/figures/index.ts';
import { READ } from './fit.ts';

/** Times their size: beyond, what stands in two lines would stand in one. */
const MOST = 1.4;

/** Drawings whose letters are not as the figure has them. */
const grown = new WeakSet<SVGSVGElement>();

/** Whether two boxes share more than an edge, pixels. */
const meet = (a: DOMRect, b: DOMRect) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

const inside = (a: DOMRect, b: DOMRect) =>
  a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;

/** What is drawn now is changed so that none of its letters is seen smaller than can be read, as far as that goes. */
export function legible(svg: SVGSVGElement, layout: LayoutName): void {
  const scale = svg.getScreenCTM()?.a ?? 0;
  const times = Math.min(MOST, READ / (LEAST[layout] * scale));
  if (scale === 0 || (times <= 1 && !grown.has(svg))) return;
  const texts = [...svg.querySelectorAll('text')];
  for (const text of texts) {
    text.style.fontSize = '';
    text.removeAttribute('textLength');
    text.removeAttribute('lengthAdjust');
  }
  grown.delete(svg);
  if (times <= 1) return;
  grown.add(svg);
  const seen = texts.filter((text) => text.checkVisibility({ opacityProperty: true }));
  const before = seen.map((text) => text.getBoundingClientRect());
  const widths = seen.map((text) => text.getComputedTextLength());
  const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  for (const [i, text] of texts.entries()) text.style.fontSize = `${sizes[i] * times}px`;
  const after = seen.map((text) => text.getBoundingClientRect());
  const room = svg.getBoundingClientRect();
  const isCramped = (i: number) =>
    !inside(after[i], room) ||
    after.some((other, j) => j !== i && meet(after[i], other) && !meet(before[i], before[j]));
  for (const [i, text] of seen.entries()) {
    if (!isCramped(i)) continue;
    text.setAttribute('textLength', String(widths[i]));
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}
