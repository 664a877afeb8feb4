import type { AnyFigure, Context, LayoutName } from '#lib/figures/index.ts';
import type { AnyValues, Value } from '#lib/parameters/index.ts';
import { drawing, someCells, valuesOf } from '../figures/harness.ts';
import { readable } from './markup.ts';

/** A file of tests/snapshots/figures/NAME, and what stands in it. */
export interface Snapshot {
  file: string;
  text: string;
}

/** The times that are drawn: the start, and every stop. */
function times(figure: AnyFigure, values: AnyValues): number[] {
  return [...new Set([0, ...figure.stops(values).map(({ t }) => t)])];
}

function presets(figure: AnyFigure): [string, AnyValues][] {
  return (figure.presets ?? []).map(({ label, values }) => [
    label,
    valuesOf(figure, values as Record<string, Value>),
  ]);
}

/** The figure as it is loaded, at every stop. */
export function stops(figure: AnyFigure, layout: LayoutName): Snapshot[] {
  const values = valuesOf(figure);
  return times(figure, values).map((t, i) => ({
    file: `${layout}-${i}.svg`,
    text: readable(drawing(figure, values, t, { layout })),
  }));
}

/** Each preset at its poster. */
export function variants(figure: AnyFigure): Snapshot[] {
  return presets(figure).map(([, own], i) => ({
    file: `preset-${i + 1}.svg`,
    text: readable(drawing(figure, own, figure.poster(own), { layout: 'wide' })),
  }));
}

/** With a cell pointed at; nothing where there are no cells. */
export function pointedAt(figure: AnyFigure): Snapshot[] {
  const values = valuesOf(figure);
  const [, highlight] = someCells(figure, values);
  if (!highlight) return [];
  const context: Context = { layout: 'wide', highlight };
  return [
    {
      file: 'pointed-at.svg',
      text: readable(drawing(figure, values, figure.poster(values), context)),
    },
  ];
}

/** Everything that a figure says with these settings. */
function said(figure: AnyFigure, values: AnyValues): string[] {
  return [
    ...times(figure, values).map((t) => figure.describe(values, t)),
    ...figure.stops(values).map(({ label }) => `stop: ${label}`),
    ...(figure.grids?.(values) ?? []).map(({ label }) => `grid: ${label}`),
    ...someCells(figure, values).map((cell) => `${cell} ${figure.describeCell?.(values, cell)}`),
  ];
}

/** Its programs for the settings that it is loaded with, one a framework. */
export async function programs(figure: AnyFigure): Promise<Snapshot[]> {
  const snippets = (await figure.code?.(valuesOf(figure))) ?? [];
  return snippets.map(({ framework, code }) => ({ file: `code-${framework}.txt`, text: code }));
}

/** Every word of a figure outside of its drawing. */
export function words(figure: AnyFigure): Snapshot {
  const lines = [
    figure.title,
    ...Object.entries(figure.parameters).flatMap(([name, parameter]) => [
      [name, parameter.label, parameter.help, 'unit' in parameter ? parameter.unit : undefined]
        .filter(Boolean)
        .join(' | '),
      ...(parameter.kind === 'choice'
        ? parameter.options.map(({ value, label }) => `  ${value}: ${label}`)
        : []),
    ]),
    ...said(figure, valuesOf(figure)),
    ...presets(figure).flatMap(([label, own]) => [`preset: ${label}`, ...said(figure, own)]),
  ];
  return { file: 'words.txt', text: `${lines.join('\n')}\n` };
}
