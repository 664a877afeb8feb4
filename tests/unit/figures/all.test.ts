import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { loadFigure } from '#lib/figures/index.ts';
import {
  allCases,
  badTexts,
  drawing,
  emptySvg,
  layouts,
  opacityOf,
  pointedAt,
  someCells,
  times,
  valuesOf,
} from './harness.ts';

const cases = await allCases();

describe.each(cases)('$name', ({ figure, cells, values }) => {
  it('draws no NaN, undefined, null or Infinity, at every time, in every layout', () => {
    for (const context of layouts)
      for (const t of times)
        expect(drawing(figure, values, t, context)).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('draws the same whatever stood there before', () => {
    for (const context of layouts) {
      const used = emptySvg();
      const other = layouts.find(({ layout }) => layout !== context.layout) ?? context;
      drawing(figure, valuesOf(figure), 0.6, other, used);
      for (const t of [1, 0, 0.77, 0.13, 0.5]) {
        drawing(figure, values, 1 - t, pointedAt(cells, values, 1 - t, context), used);
        expect(drawing(figure, values, t, context, used)).toBe(drawing(figure, values, t, context));
      }
    }
  });

  it('keeps its words inside and large enough', () => {
    const stops = figure.stops(values).map(({ t }) => t);
    for (const context of layouts)
      for (const t of [...times, ...stops]) {
        const svg = emptySvg();
        figure.draw(svg, values, t, context);
        expect(badTexts(svg, context)).toEqual([]);
      }
  });

  it('is read from the last row in the projector layout, a thirtieth of the height in a frame of 16:9', () => {
    const stops = figure.stops(values).map(({ t }) => t);
    const { width, height } = figure.size(values, { layout: 'projector' });
    // What a frame of 1280 x 720 leaves beside its margins and controls; tests/browser/projector.spec.ts measures the page.
    const scale = Math.min(1256 / width, 616 / height);
    for (const t of [0, ...stops]) {
      const svg = emptySvg();
      figure.draw(svg, values, t, { layout: 'projector' });
      const sizes = [...svg.querySelectorAll('text')]
        .filter((text) => opacityOf(text) > 0 && !text.closest('[visibility=hidden]'))
        .map((text) => Number(text.getAttribute('font-size')));
      expect(Math.min(...sizes) * scale).toBeGreaterThanOrEqual(24);
    }
  });

  it('names its moments in order and ends at the last', () => {
    const stops = figure.stops(values);
    expect(stops.at(-1)?.t).toBe(1);
    expect(stops.map(({ t }) => t)).toEqual(stops.map(({ t }) => t).sort((a, b) => a - b));
    expect(new Set(stops.map(({ label }) => label)).size).toBe(stops.length);
    expect(figure.seconds(values)).toBeGreaterThan(1);
    expect(figure.poster(values)).toBeGreaterThanOrEqual(0);
    expect(figure.poster(values)).toBeLessThanOrEqual(1);
  });

  it('says sentences at every stop, and another at the end than at the start', () => {
    const said = [0, ...figure.stops(values).map(({ t }) => t)].map((t) =>
      figure.describe(values, t),
    );
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*[.]$/);
    expect(new Set(said).size).toBeGreaterThan(1);
    expect(said[0]).not.toBe(said.at(-1));
  });

  it('has the size that it says', () => {
    for (const context of layouts) {
      const { width, height } = figure.size(values, context);
      expect(drawing(figure, values, 0.5, context)).toContain(
        `viewBox="0 0 ${Math.round(width * 100) / 100} ${Math.round(height * 100) / 100}"`,
      );
    }
  });

  it('links cells both ways, and has a sentence for a cell', () => {
    for (const cell of someCells(cells, values)) {
      const others = cells?.linked(values, cell) ?? [];
      // Some forty of the thousands that a figure of pixels may link.
      const step = Math.ceil(others.length / 40);
      for (const other of others.filter((_, i) => i % step === 0))
        expect(cells?.linked(values, other)).toContain(cell);
      expect(cells?.describe(values, cell)).toMatch(/[.]$/);
    }
  });
});

it('an unknown figure is named', async () => {
  await expect(loadFigure('conv', english)).rejects.toThrow(
    /^no figure "conv"; there are .*\breads\b/,
  );
  await expect(loadFigure('toString', english)).rejects.toThrow('no figure');
});
