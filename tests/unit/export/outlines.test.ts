import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { storyboard } from '#lib/export/index.ts';
import { outliner } from '#lib/export/outlines.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { faces } from '../../../site/posters/faces.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';

const outline = await outliner(faces());

function parsed(svg: string): Element {
  return new DOMParser().parseFromString(svg, 'image/svg+xml')
    .documentElement as unknown as Element;
}

function outlined(body: string): Element {
  const root = parsed(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="'IBM Plex Sans', sans-serif" font-size="20">${body}</svg>`,
  );
  outline(root);
  return root;
}

/** How far a path reaches, px: of M, and of m, l, q and c, whose last pair is the place that the next one counts from. */
function extent(path: Element | null) {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const [, type, rest] of (path?.getAttribute('d') ?? '').matchAll(
    /([a-zA-Z])([^a-zA-Z]*)/g,
  )) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (!'Mmlqcz'.includes(type)) throw new Error(`there is a ${type}`);
    if (type === 'M') [x, y] = [0, 0];
    const places = values.map((value, k) => value + (k % 2 === 0 ? x : y));
    xs.push(...places.filter((_, k) => k % 2 === 0));
    ys.push(...places.filter((_, k) => k % 2 === 1));
    if (places.length > 1) [x, y] = places.slice(-2);
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

const of = (body: string) => extent(outlined(body).querySelector('path'));
const LETTERS = 'HHHH';

describe('letters as outlines', () => {
  it('stand where the text’s anchor says', () => {
    const [start, middle, end] = ['start', 'middle', 'end'].map((anchor) =>
      of(`<text x="100" y="50" text-anchor="${anchor}">${LETTERS}</text>`),
    );
    expect(start.bottom).toBeCloseTo(50);
    expect(start.left).toBeGreaterThan(100);
    expect((middle.left + middle.right) / 2).toBeCloseTo(100, 0);
    expect(100 - end.right).toBeCloseTo(start.left - 100, 1);
  });

  it('stand as high as y, dy and the baseline say, whoever says it', () => {
    const base = of(`<text y="50">${LETTERS}</text>`).bottom;
    expect(of(`<text y="50" dy="0.5em">${LETTERS}</text>`).bottom - base).toBeCloseTo(10);
    expect(of(`<text y="0.5em" dy="3">${LETTERS}</text>`).bottom).toBeCloseTo(13);
    const hanging = of(`<g dominant-baseline="hanging"><text y="50">${LETTERS}</text></g>`);
    expect(hanging.top).toBeGreaterThan(50);
    for (const name of ['middle', 'central']) {
      const { top, bottom } = of(`<text y="50" dominant-baseline="${name}">${LETTERS}</text>`);
      expect(Math.abs((top + bottom) / 2 - 50)).toBeLessThan(2.5);
    }
  });

  it('follow each other through tspans, each in its face and its colour, and begin anew where one has a place', () => {
    const root = outlined(
      '<text x="10" y="50" fill="red">ab <tspan font-weight="600" fill="blue">cd</tspan><tspan x="10" dy="1em">e</tspan></text>',
    );
    const group = root.querySelector('g');
    expect(group?.getAttribute('fill')).toBe('red');
    expect(group?.hasAttribute('x')).toBe(false);
    const [first, second, third] = [...root.querySelectorAll('path')].map(extent);
    expect(second.left).toBeGreaterThan(first.right);
    expect(root.querySelectorAll('path')[1].getAttribute('fill')).toBe('blue');
    expect(third.left).toBeLessThan(second.left);
    expect(third.bottom - second.bottom).toBeCloseTo(20, 0);
    const plain = extent(outlined('<text>cd</text>').querySelector('path'));
    expect(second.right - second.left).toBeGreaterThan(plain.right - plain.left);
  });

  it('are set as a browser sets them: pairs, ligatures, letters of one width', () => {
    const wide = (text: string, more = '') => {
      const { left, right } = of(`<text ${more}>${text}</text>`);
      return right - left;
    };
    // "AV" stands closer than its letters alone.
    expect(wide('AVAVAV')).toBeLessThan(wide('AAA') + wide('VVV') - 2);
    const mono = `font-family="'IBM Plex Mono', monospace"`;
    expect(wide('HiH', mono) - wide('HmH', mono)).toBeCloseTo(0);
    expect(wide('HiH')).toBeLessThan(wide('HmH'));
  });

  it('leave a text with a sign that no typeface has as it is, and blanks at its ends away', () => {
    const root = outlined('<text x="3">漢</text>');
    expect(root.querySelector('text')?.textContent).toBe('漢');
    expect(of('<text>\n  HH \n</text>')).toEqual(of('<text>HH</text>'));
  });

  it.each(figureNames)('%s: every text of every moment, in type of both sizes', async (name) => {
    const figure = await loadFigure(name, english);
    let most = 0;
    for (const theme of ['light', 'projector'] as const) {
      const options = { theme, start: 'start', source: '', svg: emptySvg };
      const board = storyboard(figure, valuesOf(figure), options);
      for (const { t } of board.moments) {
        const root = parsed(board.svg(t));
        const texts = [...root.querySelectorAll('text')];
        most = Math.max(most, texts.length);
        // What is set otherwise would have to be learnt here first.
        for (const one of [...texts, ...root.querySelectorAll('tspan')])
          expect(one.getAttributeNames().filter((attribute) => !KNOWN.test(attribute))).toEqual([]);
        outline(root);
        expect(root.querySelectorAll('text').length).toBe(0);
        for (const path of root.querySelectorAll('path'))
          expect(path.getAttribute('d')).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
    expect(most).toBeGreaterThan(10);
  });
});

const KNOWN =
  /^(x|y|dx|dy|text-anchor|dominant-baseline|font-(family|size|weight)|fill|fill-opacity|opacity|transform|stroke|stroke-width|stroke-linejoin|paint-order|class)$/;
