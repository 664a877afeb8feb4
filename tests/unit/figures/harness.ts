import { parseHTML } from 'linkedom';
import { parse } from '#components/kit/parse.ts';
import { figures as english } from '#content/words/en/figures.ts';
import {
  type AnyCells,
  type AnyFigure,
  type Context,
  figureNames,
  LEAST,
  litBy,
  loadFigure,
  parseCell,
} from '#lib/figures/index.ts';
import { textWidth } from '#lib/figures/kit/marks.ts';
import type { AnyValues, Parameter, Value } from '#lib/parameters/index.ts';

export function emptySvg(): SVGSVGElement {
  const { document } = parseHTML('<html><body></body></html>');
  return document.createElementNS('http://www.w3.org/2000/svg', 'svg') as unknown as SVGSVGElement;
}

export interface Case {
  figure: AnyFigure;
  /** Undefined where its drawing has none. */
  cells: AnyCells | undefined;
  name: string;
  values: AnyValues;
}

/** The figure's values for what is given, brought into agreement. */
export function valuesOf(figure: AnyFigure, given: Record<string, Value> = {}): AnyValues {
  return parse(figure.parameters, given, figure.constrain?.bind(figure)).values;
}

function extreme(parameter: Parameter, high: boolean): Value {
  if (parameter.kind === 'integer' || parameter.kind === 'number')
    return high ? parameter.max : parameter.min;
  if (parameter.kind === 'choice') return parameter.options.at(high ? -1 : 0)?.value ?? '';
  return parameter.kind === 'boolean' ? high : parameter.default;
}

/** Every figure with its defaults, its least, its greatest values, and each of its presets. */
export async function allCases(): Promise<Case[]> {
  const figures = await Promise.all(figureNames.map((name) => loadFigure(name, english)));
  const all = await Promise.all(
    figures.map(async (figure) => ({ figure, cells: await figure.cells?.() })),
  );
  return all.flatMap(({ figure, cells }) => {
    const ends = (high: boolean) =>
      Object.fromEntries(
        Object.entries(figure.parameters).map(([name, p]) => [name, extreme(p, high)]),
      );
    const given: [string, Record<string, Value>][] = [
      ['defaults', {}],
      ['least values', ends(false)],
      ['greatest values', ends(true)],
      ...(figure.presets ?? []).map((p): [string, Record<string, Value>] => [
        p.label,
        p.values as Record<string, Value>,
      ]),
    ];
    return given.map(([label, v]) => ({
      figure,
      cells,
      name: `${figure.name}, ${label}`,
      values: valuesOf(figure, v),
    }));
  });
}

export const layouts: Context[] = [
  { layout: 'wide' },
  { layout: 'narrow' },
  { layout: 'projector' },
];

export const times = [0, 0.13, 0.5, 0.77, 1];

export function drawing(
  figure: AnyFigure,
  values: AnyValues,
  t: number,
  context: Context,
  svg = emptySvg(),
): string {
  figure.draw(svg, values, t, context);
  return svg.outerHTML;
}

/** How opaque an element is by its own attribute: 1 where it has none. */
export function opacityOf(element: Element): number {
  return Number(element.getAttribute('opacity') ?? 1);
}

/** Where a text stands, px of the drawing, by an approximation of its width. */
export function boxOf(text: Element): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const number = (name: string) => Number(text.getAttribute(name));
  const size = number('font-size');
  const mono = (text.getAttribute('font-family') ?? '').includes('Mono');
  const wide = textWidth(text.textContent ?? '', size, mono);
  const anchor = text.getAttribute('text-anchor');
  const left = number('x') - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
  const y = number('y');
  return { left, right: left + wide, top: y - size * 0.8, bottom: y + size * 0.25 };
}

/** Visible texts that stick out of the viewBox, or are smaller than their layout's least letters; by an approximation of their width. */
export function badTexts(svg: SVGSVGElement, { layout }: Context = layouts[0]): string[] {
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    if (opacityOf(text) === 0 || text.closest('[visibility=hidden]')) return [];
    const size = Number(text.getAttribute('font-size'));
    const { left, right, top, bottom } = boxOf(text);
    const slack = 1;
    const inside = left >= -slack && right <= width + slack && top >= 0 && bottom <= height;
    return inside && size >= LEAST[layout]
      ? []
      : [
          `"${text.textContent}" at ${left.toFixed(0)}..${right.toFixed(0)}, ${top.toFixed(0)}..${bottom.toFixed(0)} of ${width} x ${height}, ${size} px`,
        ];
  });
}

/** The context, with one of these cells pointed at. */
export function pointedAt(
  cells: AnyCells | undefined,
  values: AnyValues,
  t: number,
  context: Context,
): Context {
  const [, cell] = someCells(cells, values);
  return cells && cell ? { ...context, lit: litBy(cells, values, t, context, cell) } : context;
}

/** Some cells of every grid: corners and middle. */
export function someCells(cells: AnyCells | undefined, values: AnyValues): string[] {
  return (cells?.grids(values) ?? []).flatMap(({ id, rows, columns }) =>
    [
      [0, 0],
      [rows - 1, columns - 1],
      [rows >> 1, columns >> 1],
    ].map(([r, c]) => `${id}:${r}:${c}`),
  );
}

export { parseCell };
