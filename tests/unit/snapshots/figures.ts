import type { AnyCells, AnyFigure, LayoutName } from '#lib/figures/index.ts';
import type { AnyValues, Value } from '#lib/parameters/index.ts';
import { drawing, pointedAt as pointed, someCells, valuesOf } from '../figures/harness.ts';
import { readable } from './markup.ts';

/** A file of tests/snapshots/figures/NAME, and what stands in it. */
export interface Snapshot {
  file: string;
  text(): string;
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
    text: () => readable(drawing(figure, values, t, { layout })),
  }));
}

/** Each preset at its poster. */
export function variants(figure: AnyFigure): Snapshot[] {
  return presets(figure).map(([, own], i) => ({
    file: `preset-${i + 1}.svg`,
    text: () => readable(drawing(figure, own, figure.poster(own), { layout: 'wide' })),
  }));
}

/** With a cell pointed at; nothing where there are no cells. */
export async function pointedAt(figure: AnyFigure): Promise<Snapshot[]> {
  const values = valuesOf(figure);
  const cells = await figure.cells?.();
  if (!cells) return [];
  const context = pointed(cells, values, figure.poster(values), { layout: 'wide' });
  return [
    {
      file: 'pointed-at.svg',
      text: () => readable(drawing(figure, values, figure.poster(values), context)),
    },
  ];
}

/** Everything that a figure says with these settings. */
function said(figure: AnyFigure, cells: AnyCells | undefined, values: AnyValues): string[] {
  return [
    ...times(figure, values).map((t) => figure.describe(values, t)),
    ...figure.stops(values).map(({ label }) => `stop: ${label}`),
    ...(cells?.grids(values) ?? []).map(({ label }) => `grid: ${label}`),
    ...someCells(cells, values).map((cell) => `${cell} ${cells?.describe(values, cell)}`),
  ];
}

/** Its programs for the settings that it is loaded with, one a framework. */
export async function programs(figure: AnyFigure): Promise<Snapshot[]> {
  const snippets = (await figure.code?.(valuesOf(figure))) ?? [];
  return snippets.map(({ framework, code }) => ({
    file: `code-${framework}.txt`,
    text: () => code,
  }));
}

/** Every word of a figure outside of its drawing. */
export async function words(figure: AnyFigure): Promise<Snapshot> {
  const cells = await figure.cells?.();
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
    ...said(figure, cells, valuesOf(figure)),
    ...presets(figure).flatMap(([label, own]) => [`preset: ${label}`, ...said(figure, cells, own)]),
  ];
  return { file: 'words.txt', text: () => `${lines.join('\n')}\n` };
}
