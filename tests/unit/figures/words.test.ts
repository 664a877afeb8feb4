// A language that exists nowhere: every letter of the dictionary in another alphabet. What a figure then still says in
// ours stands in its code, and would stay English in every language.
import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import {
  type AnyCells,
  type AnyFigure,
  type Context,
  type FigureDictionary,
  figureNames,
  loadFigure,
} from '#lib/figures/index.ts';
import type { AnyValues, Value } from '#lib/parameters/index.ts';
import { emptySvg, layouts, pointedAt, someCells, valuesOf } from './harness.ts';
import { left, translated } from './pseudo.ts';

const pseudo = Object.fromEntries(
  Object.entries(english).map(([name, load]) => [name, async () => translated(await load())]),
) as unknown as FigureDictionary;

interface Whole {
  name: string;
  figure: AnyFigure;
  cells: AnyCells | undefined;
}

function drawn({ figure, cells }: Whole, values: AnyValues, t: number, context: Context): string[] {
  const svg = emptySvg();
  figure.draw(svg, values, t, pointedAt(cells, values, t, context));
  return [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');
}

const figures = await Promise.all(
  figureNames.map(async (name): Promise<Whole> => {
    const figure = await loadFigure(name, pseudo);
    return { name, figure, cells: await figure.cells?.() };
  }),
);

it('the pseudo-language is another one', async () => {
  const block = await loadFigure('block', pseudo);
  expect(block.title).toBe('ＳＰＤ-Ｃｏｎｖ, ｔｈｅ ｂｌｏｃｋ');
  expect(left(['a car', 'X′ (4, 4, 64)', 'ａ ｃａｒ'])).toEqual(['a car']);
});

describe.each(figures)('no English is left in $name', (whole) => {
  const { figure, cells } = whole;
  const cases = [
    valuesOf(figure),
    ...(figure.presets ?? []).map(({ values }) =>
      valuesOf(figure, values as Record<string, Value>),
    ),
  ];
  const times = (values: AnyValues) => [0, 0.4, ...figure.stops(values).map(({ t }) => t)];

  it('in its drawing', () => {
    for (const values of cases)
      for (const t of times(values))
        for (const context of layouts) expect(left(drawn(whole, values, t, context))).toEqual([]);
  });

  it('in its sentences', () => {
    for (const values of cases) {
      expect(left(times(values).map((t) => figure.describe(values, t)))).toEqual([]);
      expect(left(times(values).map((t) => figure.describe(values, t, true)))).toEqual([]);
      expect(left(someCells(cells, values).map((cell) => cells?.describe(values, cell)))).toEqual(
        [],
      );
    }
  });

  it('in its title, parameters, presets, stops, grids and complaints', () => {
    const said = [figure.title, ...(figure.presets ?? []).map(({ label }) => label)];
    for (const parameter of Object.values(figure.parameters)) {
      said.push(parameter.label, parameter.help ?? '');
      // Names of one letter are names in any language.
      if (parameter.kind === 'choice') said.push(...parameter.options.map(({ label }) => label));
    }
    for (const values of cases) {
      said.push(...figure.stops(values).map(({ label }) => label));
      said.push(...(cells?.grids(values) ?? []).map(({ label }) => label));
    }
    const extremes = Object.fromEntries(
      Object.entries(figure.parameters).flatMap(([name, parameter]) =>
        'max' in parameter ? [[name, parameter.max]] : [],
      ),
    );
    said.push(...(figure.constrain?.({ ...valuesOf(figure), ...extremes }).errors ?? []));
    expect(left(said)).toEqual([]);
  });
});
