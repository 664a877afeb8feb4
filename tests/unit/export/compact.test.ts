import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { compact } from '#lib/export/index.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';

/** What stands in the SVG behind compacting, without its own tag. */
function compacted(inside: string): string {
  const { document } = parseHTML(`<html><body><svg>${inside}</svg></body></html>`);
  const svg = document.querySelector('svg') as unknown as Element;
  compact(svg);
  return svg.innerHTML.replaceAll(' />', '/>');
}

const rect = (x: number, more = '') => `<rect ${more} x="${x}" y="0" width="4" height="4"/>`;
const shapes = (markup: string) => (markup.match(/<(rect|path|line|circle)/g) ?? []).length;

describe('compacting', () => {
  it('makes one path of what differs in its place alone', () => {
    expect(compacted(`<g>${rect(0, 'fill="red"')}${rect(5, 'fill="red"')}</g>`)).toBe(
      '<g><path d="M0 0h4v4h-4zM5 0h4v4h-4z" fill="red"/></g>',
    );
    // From place to place by the way, where it has fewer letters.
    expect(compacted(`<g>${rect(1000.25)}${rect(1005.25)}${rect(2000)}</g>`)).toBe(
      '<g><path d="M1000.25 0h4v4h-4zm5 0h4v4h-4zM2000 0h4v4h-4z"/></g>',
    );
    const lines = '<line x1="0" y1="1" x2="9" y2="1"/><line x1="0" y1="5" x2="9" y2="5"/>';
    expect(compacted(`<g stroke="red">${lines}</g>`)).toBe(
      '<g stroke="red"><path d="M0 1L9 1M0 5L9 5"/></g>',
    );
  });

  it('also past others, unless one of them is in the way', () => {
    const [red, blue] = ['fill="red"', 'fill="blue"'];
    expect(shapes(compacted(rect(0, red) + rect(5, blue) + rect(10, red)))).toBe(2);
    expect(shapes(compacted(rect(0, red) + rect(8, blue) + rect(10, red)))).toBe(3);
    expect(shapes(compacted(`${rect(0, red)}<text>a</text>${rect(10, red)}`))).toBe(2);
  });

  it('leaves what would show through itself', () => {
    for (const clear of [
      'opacity="0.5"',
      'fill-opacity="0.5"',
      'fill="rgba(0,0,0,0.5)"',
      'stroke="red"',
    ]) {
      expect(shapes(compacted(rect(0, clear) + rect(2, clear)))).toBe(2);
      expect(shapes(compacted(rect(0, clear) + rect(9, clear)))).toBe(1);
    }
  });

  it('counts the width of a stroke, of the groups around too', () => {
    const two = (more: string) =>
      shapes(compacted(`<g ${more}>${rect(0, 'opacity="0.5"')}${rect(5, 'opacity="0.5"')}</g>`));
    expect(two('')).toBe(1);
    expect(two('stroke="red"')).toBe(1);
    expect(two('stroke="red" stroke-width="3"')).toBe(2);
  });

  it('leaves away what can’t be seen, and what only a pointer needs', () => {
    expect(compacted(`<g></g>${rect(0, 'opacity="0"')}<g opacity="0"><text>a</text></g>`)).toBe('');
    expect(compacted('<text pointer-events="none" cursor="auto" data-cell="a:0:0">a</text>')).toBe(
      '<text>a</text>',
    );
  });

  it('says where a thing is by its own numbers, where it was moved there', () => {
    const tick = (x: number) => `<path d="M0,0L0,6" transform="translate(${x},4.5)"/>`;
    expect(compacted(`<g>${tick(3)}${tick(9)}</g>`)).toBe(
      '<g><path d="M3 4.5L3 10.5M9 4.5L9 10.5"/></g>',
    );
    expect(compacted('<text transform="translate(3,4)" y="0.71em">7</text>')).toBe(
      '<text dy="0.71em" x="3" y="4">7</text>',
    );
  });

  it('keeps curves, round corners, and what is moved, as they are', () => {
    const kept = [
      '<rect rx="2" x="0" y="0" width="4" height="4"/>',
      '<path d="M0,0C1,1 2,2 3,3"/>',
      '<path d="M0,0L0,6" transform="rotate(4)"/>',
      '<circle r="3"/>',
    ];
    for (const one of kept) expect(shapes(compacted(one + one))).toBe(2);
  });

  it('says once on a group what its members agree in, and nothing that one of them does not have', () => {
    const text = (more: string) => `<text ${more}>a</text>`;
    const [a, b] = ['fill="red" font-size="12"', 'fill="red" font-size="14" text-anchor="end"'];
    expect(compacted(`<g>${text(a)}${text(b)}${text(a)}</g>`)).toBe(
      '<g font-size="12" fill="red"><text>a</text><text font-size="14" text-anchor="end">a</text><text>a</text></g>',
    );
  });

  it.each(figureNames)('%s: every word stays, in fewer bytes', async (name) => {
    const figure = await loadFigure(name, english);
    const svg = emptySvg();
    const values = valuesOf(figure);
    figure.draw(svg, values, figure.poster(values), { layout: 'wide' });
    const seen = (element: Element) =>
      [...element.querySelectorAll('text')]
        .filter((text) => text.getAttribute('opacity') !== '0')
        .map(({ textContent }) => textContent);
    const [words, before] = [seen(svg), svg.outerHTML.length];
    compact(svg);
    expect(seen(svg)).toEqual(words);
    expect(svg.outerHTML.length).toBeLessThan(before);
    const once = svg.outerHTML;
    compact(svg);
    expect(svg.outerHTML.length).toBeLessThanOrEqual(once.length);
  });
});
