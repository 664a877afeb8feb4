import type { Locator } from '@playwright/test';

/** The least contrast of a letter with what lies behind it (WCAG 2.2 AA). */
const LEAST = 4.5;

/** The words of a drawing that stand out too little from the shapes and the page behind them; those on pictures are left out. */
export function faint(svg: Locator): Promise<string[]> {
  return svg.evaluate((drawing, least) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const rgba = (colour: string): number[] => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour: number[]) =>
      colour
        .slice(0, 3)
        .map((v) => v / 255)
        .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const over = (below: number[], above: number[], part: number) =>
      below.map((v, i) => v * (1 - part) + above[i] * part);
    const opacity = (from: Element) => {
      let part = 1;
      for (let e: Element | null = from; e && e !== drawing; e = e.parentElement)
        part *= Number(getComputedStyle(e).opacity);
      return part;
    };
    const paper = rgba(getComputedStyle(drawing).getPropertyValue('--paper'));
    return [...drawing.querySelectorAll('text')].flatMap((text) => {
      const seen = opacity(text);
      if (seen < 0.5 || !text.textContent?.trim() || text.closest('[visibility=hidden]')) return [];
      const box = text.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      let behind = paper;
      for (const shape of drawing.querySelectorAll<SVGGraphicsElement>(
        'rect, path, circle, image',
      )) {
        // Only what is drawn before the word lies behind it.
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        const own = shape.getBoundingClientRect();
        if (x < own.left || x > own.right || y < own.top || y > own.bottom) continue;
        if (shape.tagName === 'image') return [];
        const { fill, fillOpacity } = getComputedStyle(shape);
        if (fill === 'none') continue;
        const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()!.inverse());
        if (!(shape as SVGGeometryElement).isPointInFill(point)) continue;
        const colour = rgba(fill);
        behind = over(behind, colour, (colour[3] / 255) * Number(fillOpacity) * opacity(shape));
      }
      const own = over(behind, rgba(getComputedStyle(text).fill), seen);
      const [darker, lighter] = [light(behind), light(own)].sort((a, b) => a - b);
      const contrast = (lighter + 0.05) / (darker + 0.05);
      return contrast < least ? [`${text.textContent}: ${contrast.toFixed(2)}`] : [];
    });
  }, LEAST);
}
