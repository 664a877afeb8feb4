import { describe, expect, it } from 'vitest';
import { disguise as words } from '#content/words/en/figures/disguise.ts';
import { disguise as inWords } from '#lib/figures/disguise/index.ts';
import { layout } from '#lib/figures/disguise/layout.ts';
import { constrain, modelOf } from '#lib/figures/disguise/model.ts';
import { defaults } from '#lib/parameters/index.ts';
import { emptySvg } from './harness.ts';

const disguise = inWords(words);
const { describe: say } = disguise;
const plain = defaults(disguise.parameters);
const strided = { ...plain, given: 'strided' as const };

/** The names in a kernel's rows as they stand at t, by the places of the cells. */
function names(params: typeof plain, t: number): string[][] {
  const svg = emptySvg();
  disguise.draw(svg, params, t, { layout: 'wide' });
  const cells = [...svg.querySelectorAll('[data-layer=moved] text')].map((e) => ({
    x: Number(e.getAttribute('x')),
    y: Number(e.getAttribute('y')),
    text: e.textContent ?? '',
  }));
  const rows = [...new Set(cells.map(({ y }) => y))].sort((a, b) => a - b);
  return rows.map((row) =>
    cells
      .filter(({ y }) => y === row)
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text),
  );
}

describe('a stride in disguise', () => {
  it('deals the weights of four 3x3 kernels into one of 6x6', () => {
    const rows = names(plain, 1);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual(['A1', 'C1', 'A2', 'C2', 'A3', 'C3']);
    expect(rows[1]).toEqual(['B1', 'D1', 'B2', 'D2', 'B3', 'D3']);
    expect(rows[5]).toEqual(['B7', 'D7', 'B8', 'D8', 'B9', 'D9']);
  });

  it('moves sub-map A alone, then one after the other', () => {
    const [first, rest] = disguise.stops(plain).map(({ t }) => t);
    /** How far a sub-map's first weight is on its way: 0 at its kernel, 1 at its place. */
    const share = (t: number, name: string) => {
      const at = (time: number) => {
        const svg = emptySvg();
        disguise.draw(svg, plain, time, { layout: 'wide' });
        const text = [...svg.querySelectorAll('[data-layer=moved] text')].find(
          ({ textContent }) => textContent === `${name}1`,
        );
        return Number(text?.getAttribute('x'));
      };
      return (at(t) - at(0)) / (at(1) - at(0));
    };
    expect(['A', 'B', 'C', 'D'].map((name) => share(first, name))).toEqual([1, 0, 0, 0]);
    const [b, c, d] = ['B', 'C', 'D'].map((name) => share((first + rest) / 2, name));
    expect(b).toBeGreaterThan(c);
    expect(c).toBeGreaterThan(d);
    expect(b).toBe(1);
    expect(d).toBe(0);
  });

  it('moves each weight where lib/spd puts it, value and all', () => {
    const { kernels, weights, filled } = modelOf(plain);
    for (const { row, column, value } of weights)
      expect(kernels.strided.data[row * filled + column]).toBe(value);
  });

  it('makes 3x3/2 into four kernels of 2x2, 7 of 16 weights zero', () => {
    const model = modelOf(strided);
    expect([model.small, model.zeroFraction]).toEqual([2, 7 / 16]);
    expect(model.spd.padding).toEqual([1, 0]);
    // Sub-map A keeps one weight, the middle one; D keeps the four corners.
    const kept = (dy: number, dx: number) =>
      model.weights.filter((w) => w.dy === dy && w.dx === dx && !w.filling).length;
    expect([kept(0, 0), kept(1, 0), kept(0, 1), kept(1, 1)]).toEqual([1, 2, 2, 4]);
    expect(say(strided, 1)).toContain('7/16 of them are zero');
    expect(
      names(strided, 1)
        .flat()
        .filter((text) => text === '0'),
    ).toHaveLength(7);
  });

  it('says what the disguise is', () => {
    expect(say(plain, 1)).toContain('is one convolution on the pixels (6×6, stride 2, padding 2)');
    expect(say({ ...plain, kernel: 1 }, 1)).toContain(
      'is one convolution on the pixels (2×2, stride 2, padding 0)',
    );
    expect(say({ ...strided, kernel: 7 }, 0)).toContain('A convolution (7×7, stride 2, padding 3)');
  });

  it('names a weight at both its places', async () => {
    const cells = await disguise.cells?.();
    expect(cells?.linked(plain, 'w:1:0')).toEqual(['k1:0:0']);
    expect(cells?.describe(plain, 'w:3:4')).toMatch(
      /^Weight B6, -?0\.\d{3}: w\[B, 1, 2\] after space-to-depth, W\[3, 4\] in the strided kernel\.$/,
    );
    expect(cells?.describe(strided, 'w:0:2')).toMatch(/^A zero: /);
    expect(cells?.describe(strided, 'w:1:1')).toContain('W[0, 0] in the strided kernel');
  });

  it('keeps its kernels small enough to read', () => {
    expect(disguise.constrain?.({ ...plain, block: 4, kernel: 7 }).errors).toEqual([
      'A kernel of 7 after block size 4 has no room here: kernel 3 is shown.',
    ]);
    expect(disguise.constrain?.({ ...strided, block: 4, kernel: 7 }).errors).toEqual([]);
  });
});

it('both sides stand clearly apart: further than one kernel from the next, and inside the drawing', () => {
  for (const name of ['narrow', 'wide', 'projector'] as const)
    for (const given of ['spd', 'strided'] as const)
      for (const block of [2, 3])
        for (const kernel of [1, 2, 3]) {
          const { values } = constrain(words, { ...plain, given, block, kernel });
          const model = modelOf(values);
          const where = layout(model, { layout: name });
          const { arrow } = where;
          if (!arrow) continue;
          const side = model.small * where.cell;
          const between = where.small(0, 1, 0, 0).x - where.small(0, 0, 0, 0).x - side;
          const last = where.small(0, block - 1, 0, 0).x + side;
          const gap = where.big(0, 0).x - last;
          expect(gap).toBeGreaterThanOrEqual(26);
          expect(gap).toBeGreaterThan(2 * between);
          expect(arrow.to.x).toBeGreaterThan(arrow.from.x + 8);
          expect(where.big(0, model.filled).x).toBeLessThanOrEqual(where.width - 6);
          // In the text its edge is that of the words around it.
          if (name === 'wide') expect(where.small(0, 0, 0, 0).x).toBe(where.titles.small.x);
        }
});
