import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { resolveVariables, svgFile } from '#lib/export/index.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { type Theme, themes } from '#lib/figures/kit/themes.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';

describe('resolveVariables', () => {
  it('puts the theme’s colour in the place of a variable, and the fallback of an unknown one', () => {
    expect(resolveVariables('fill="var(--ink, #1c1d20)"', 'dark')).toBe(
      `fill="${themes.dark.ink}"`,
    );
    expect(resolveVariables('fill="var(--mine, rgb(1, 2, 3))"', 'light')).toBe(
      'fill="rgb(1, 2, 3)"',
    );
  });
});

describe.each(figureNames)('%s as a file', (name) => {
  it.each<Theme>(['light', 'dark', 'projector'])(
    'has concrete %s colours and nothing from outside',
    async (theme) => {
      const figure = await loadFigure(name, english);
      const values = valuesOf(figure);
      const svg = emptySvg();
      figure.draw(svg, values, 0.5, { layout: 'wide' });
      const before = svg.outerHTML;
      const file = svgFile(svg, {
        theme,
        title: 'A < B',
        description: figure.describe(values, 0.5),
      });
      expect(file).not.toMatch(
        /var\(|url\(|href(?!="data:image\/png;base64,)|foreignObject|<style|class=|data-/,
      );
      expect(file).toContain('<title>A &lt; B</title>');
      expect(file).toContain(`fill="${themes[theme].paper}"/>`);
      expect(file.match(/<svg[^>]*>/)?.[0]).toContain(`fill="${themes[theme].ink}"`);
      expect(file.match(/xmlns=/g)).toHaveLength(1);
      expect(svg.outerHTML).toBe(before);
      const clear = svgFile(svg, { theme, transparent: true, title: '', description: '' });
      expect(clear.length).toBeLessThan(file.length);
      expect(clear).not.toContain(`<rect width="${figure.size(values, { layout: 'wide' }).width}"`);
    },
  );
});
