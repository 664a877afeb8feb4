import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { fileName, LICENCE, shownAt, slug, storyboard } from '#lib/export/index.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';
import { boardOf, SOURCE } from './board.ts';

describe('a storyboard', () => {
  it.each(figureNames)(
    '%s: a moment for the start and for each stop, each seen and said',
    async (name) => {
      const figure = await loadFigure(name, english);
      const board = boardOf(figure);
      const stops = figure.stops(valuesOf(figure));
      expect(board.moments.map(({ label }) => label)).toEqual([
        'start',
        ...stops.map(({ label }) => label),
      ]);
      expect(board.moments.map(({ number }) => number)).toEqual([0, ...stops.map((_, i) => i + 1)]);
      for (const { t, sentence } of board.moments) {
        expect(sentence).toBe(figure.describe(valuesOf(figure), t));
        const svg = board.svg(t);
        expect(svg).not.toMatch(/var\(|opacity="0"|visibility="hidden"|transparent|pointer-events/);
        expect(svg).toContain(`<cc:license rdf:resource="${LICENCE.address}"/>`);
        expect(svg).toContain(`<dc:source>${SOURCE}</dc:source>`);
      }
      // Whatever was drawn before.
      expect(board.svg(0)).toBe(boardOf(figure).svg(0));
    },
  );

  it('names its files after figure, parameters, moment and theme', async () => {
    const figure = await loadFigure('space-to-depth', english);
    const board = boardOf(figure, { block: 3 });
    const { moments } = board;
    expect(board.file(shownAt(moments, moments[2].t))).toBe('space-to-depth_block-3_step-2_dark');
    expect(board.file(shownAt(moments, 0.25))).toBe('space-to-depth_block-3_at-0.250_dark');
    expect(boardOf(figure).file('steps')).toBe('space-to-depth_steps_dark');
  });

  it('says of every figure by which parameters, when and in which theme, where there is no address too', async () => {
    for (const name of figureNames) {
      const figure = await loadFigure(name, english);
      const values = valuesOf(figure);
      const options = { theme: 'dark', start: 'start', source: '', svg: emptySvg } as const;
      const board = storyboard(figure, values, options);
      const said = (t: number) =>
        [...board.svg(t).matchAll(/<rdf:li>([^<]*)<\/rdf:li>/g)].map(([, word]) =>
          word.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
        );
      const fixed = Object.entries(values).map(([key, value]) => `${key}=${value}`);
      const { t, number, label } = board.moments[1];
      const moment = `step=${number} (${label})`;
      expect(said(t)).toEqual([`figure=${name}`, ...fixed, moment, 'theme=dark']);
      expect(said(0.12345)).toContain('at=0.123');
      expect(board.svg(t)).not.toContain('dc:source');
      expect(board.about().keywords).toEqual([`figure=${name}`, ...fixed, 'theme=dark']);
    }
  });

  it('shows the reader’s own picture', async () => {
    const figure = await loadFigure('space-to-depth', english);
    const values = valuesOf(figure);
    const pixels = new Uint8Array(3 * 12 * 12).fill(0xab);
    const picture = { width: 12, height: 12, pixels };
    const options = { theme: 'light', start: 'start', source: '', svg: emptySvg } as const;
    const board = storyboard(figure, values, { ...options, picture, own: true });
    expect(board.svg(0)).toContain('#ababab');
    expect(board.moments[0].sentence).toBe(figure.describe(values, 0, true));
  });

  it('keeps a name short and safe whatever the values are', () => {
    expect(slug('3×3 / 2, Ünï')).toBe('3x3-2-uni');
    const name = fileName(
      {
        name: 'x',
        parameters: { note: { kind: 'text', label: '', default: '' } },
        values: { note: `../${'long '.repeat(60)}` },
        theme: 'light',
      },
      'step-1',
    );
    expect(name).toMatch(/^x_note-long-[a-z-]+_step-1_light$/);
    expect(name.length).toBeLessThanOrEqual(110);
  });
});
