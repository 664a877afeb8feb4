import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smallObjects as words } from '#content/words/en/figures/small-objects.ts';
import { arrange, layout } from '#lib/figures/small-objects/arrange.ts';
import { smallObjects as inWords } from '#lib/figures/small-objects/index.ts';
import { METHODS } from '#lib/figures/small-objects/methods.ts';
import {
  between,
  chipOf,
  pixelsRead,
  SIDE,
  suitable,
  things,
} from '#lib/figures/small-objects/model.ts';
import { defaults } from '#lib/parameters/index.ts';
import { emptySvg, layouts, opacityOf } from './harness.ts';

const smallObjects = inWords(words);

const plain = defaults(smallObjects.parameters);
const numberOf = (name: string) => METHODS.indexOf(name as (typeof METHODS)[number]);

describe('small-objects', () => {
  it('counts pixels: a pyramid is ¼ + 1 + 4 pictures, chips are their areas', () => {
    expect(pixelsRead(plain, numberOf('Image pyramid'))).toBe(5.25);
    expect(pixelsRead(plain, numberOf('SNIP'))).toBe(5.25);
    expect(pixelsRead(plain, numberOf('FPN'))).toBe(1);
    // Objects of 8, 24 and 48 px; 16 to 64 suit: twice 8 and 24, once 24 and 48, half of 48.
    const [small, middle, large] = things(plain).map((thing) => chipOf(thing).side ** 2);
    const sum = 4 * (small + middle) + middle + large + large / 4;
    expect(pixelsRead(plain, numberOf('SNIPER'))).toBeCloseTo(sum / SIDE ** 2, 12);
  });

  it('knows which objects suit a size', () => {
    const [small, , large] = things(plain);
    expect([2, 1, 0.5].map((scale) => suitable(plain, small, scale))).toEqual([true, false, false]);
    expect([2, 1, 0.5].map((scale) => suitable(plain, large, scale))).toEqual([false, true, true]);
  });

  it('joins as the works do: every edge between nodes that are there', () => {
    for (const context of layouts)
      METHODS.forEach((_, i) => {
        const { nodes, edges } = arrange(i, layout(context));
        for (const edge of edges)
          for (const end of edge.split(/[>~]/)) expect(Object.keys(nodes)).toContain(end);
      });
    const inputs = (name: string) => {
      const { edges } = arrange(numberOf(name), layout({ layout: 'wide' }));
      const joins = edges
        .map((edge) => edge.split(/[>~]/)[1])
        .filter((to) => /^(down|up)/.test(to));
      return Object.fromEntries(
        [...new Set(joins)].sort().map((to) => [to, joins.filter((one) => one === to).length]),
      );
    };
    expect(inputs('FPN')).toEqual({ down3: 2, down4: 2, down5: 1 });
    expect(inputs('PANet')).toEqual({ down3: 2, down4: 2, down5: 1, up3: 1, up4: 2, up5: 2 });
    // No join of a single input is left, and the middle level has its direct edge.
    expect(inputs('BiFPN')).toEqual({ down4: 2, up3: 2, up4: 3, up5: 2 });
  });

  it('shows each method alone at its stop', () => {
    smallObjects.stops(plain).forEach(({ t, label }, i) => {
      expect(between(t)).toEqual({ a: i, b: i + 1, u: 1 });
      const svg = emptySvg();
      smallObjects.draw(svg, plain, t, { layout: 'wide' });
      const seen = [...svg.querySelectorAll('text')].filter((text) => opacityOf(text) > 0);
      expect(seen.map((text) => text.textContent)).toContain(label);
    });
  });

  it('every method is cited in the chapter', () => {
    const chapter = readFileSync('content/chapters/detectors.mdx', 'utf8');
    for (const name of METHODS.slice(1))
      expect(chapter.toLowerCase()).toContain(name.toLowerCase());
  });
});
