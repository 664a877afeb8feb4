// A figure as the list of its moments, each with its label, its sentence and its drawing: what every kind of file is made of.

import type { AnyFigure, LayoutName, Size, Stop } from '../figures/index.ts';
import type { Theme } from '../figures/kit/themes.ts';
import type { Picture } from '../files/index.ts';
import type { AnyValues } from '../parameters/index.ts';
import { type About, CREATOR, LICENCE } from './about.ts';
import { compact } from './compact.ts';
import { fileName, keywordsOf } from './names.ts';
import { svgFile } from './svg.ts';

export interface StoryboardOptions {
  theme: Theme;
  /** Leave out the paper behind the figure. */
  transparent?: boolean;
  /** What is shown in place of the figure's own picture. */
  picture?: Picture | undefined;
  /** That picture is the reader's. */
  own?: boolean;
  /** What the start is called, which precedes the first named moment. */
  start: string;
  /** The address of the figure with these parameters; empty where there is none. */
  source: string;
  /** An empty SVG element that is nowhere shown. */
  svg(): SVGSVGElement;
}

/** A moment to pause at. */
export interface Moment {
  /** 0 for the start. */
  number: number;
  /** In [0, 1]. */
  t: number;
  label: string;
  /** What is seen, as sentences. */
  sentence: string;
}

/** A figure under some parameters, ready to be written to any file. */
export interface Storyboard {
  /** Of the figure. */
  title: string;
  theme: Theme;
  source: string;
  /** px of the layout. */
  size: Size;
  /** Ascending; the first is the start, the last is at t = 1. */
  moments: readonly Moment[];
  /** Seconds from t = 0 to t = 1 at normal speed, without rests. */
  seconds: number;
  /** What is seen at t, as sentences. */
  describe(t: number): string;
  /** What a file of the moment at t says of itself; without t, a file of all moments. */
  about(t?: number): About;
  /** The drawing at t as an SVG file for browsers; `portable` makes one for any program of it. */
  svg(t: number): string;
  /** Its name without ending; `shown` says which part of the figure it shows. */
  file(shown: string): string;
}

/** The layout of a file in a theme. */
export const layoutOf = (theme: Theme): LayoutName =>
  theme === 'projector' ? 'projector' : 'wide';

/** The moments of a figure with these stops, from the start on, which its first stop may be. */
export function numbered(stops: readonly Stop[], start: string): (Stop & { number: number })[] {
  const all = stops[0]?.t === 0 ? stops : [{ t: 0, label: start }, ...stops];
  return all.map((stop, number) => ({ ...stop, number }));
}

/** The moment that stands at t, if one does. */
export const momentAt = <M extends { t: number }>(
  moments: readonly M[],
  t: number,
): M | undefined => moments.find((moment) => Math.abs(moment.t - t) < 1e-6);

/** A file name's word for a moment: its number where it has one. */
export function shownAt(moments: readonly Pick<Moment, 't' | 'number'>[], t: number): string {
  const named = momentAt(moments, t);
  return named ? `step-${named.number}` : `at-${t.toFixed(3)}`;
}

/** A file name's word for all that lies between two moments. */
export const shownBetween = (
  moments: readonly Pick<Moment, 't' | 'number'>[],
  from: number,
  to: number,
) => `${shownAt(moments, from)}-to-${shownAt(moments, to)}`;

/** @param values have passed parse() with the figure's own declaration */
export function storyboard(
  figure: AnyFigure,
  values: AnyValues,
  options: StoryboardOptions,
): Storyboard {
  const { theme, transparent = false, picture, own = false, source } = options;
  const context = { layout: layoutOf(theme), picture };
  const describe = (t: number) => figure.describe(values, t, own);
  const moments = numbered(figure.stops(values), options.start).map((moment) => ({
    ...moment,
    sentence: describe(moment.t),
  }));
  // Drawn into again and again: a figure changes only what differs.
  const drawing = options.svg();
  const named = { ...figure, values, theme };
  const about = (t?: number): About => ({
    title: figure.title,
    description: t === undefined ? '' : describe(t),
    source,
    keywords: keywordsOf(named, t === undefined ? undefined : (momentAt(moments, t) ?? { t })),
  });
  return {
    title: figure.title,
    theme,
    source,
    size: figure.size(values, context),
    moments,
    seconds: figure.seconds(values),
    describe,
    about,
    svg(t) {
      figure.draw(drawing, values, t, context);
      const seen = drawing.cloneNode(true) as SVGSVGElement;
      compact(seen);
      return svgFile(seen, { theme, transparent, ...about(t) });
    },
    file: (shown) => fileName(named, shown),
  };
}

/** A line for the foot of a slide. */
export const footnote = `${CREATOR} · ${LICENCE.name}`;
