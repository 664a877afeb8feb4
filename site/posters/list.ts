import { emptySvg } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figure as player } from '#content/words/en/player.ts';
import { type About, portable, slug, storyboard } from '#lib/export/index.ts';
import { type AnyFigure, figureNames, loadFigure, type Size } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';

/** A page that is read by day and by night can show one picture for each. */
export const posterThemes = ['light', 'dark'] as const;
export type PosterTheme = (typeof posterThemes)[number];

/** A picture with an address of its own: a figure at its most telling moment, as it is or under one of its presets. */
export interface Poster {
  figure: AnyFigure;
  /** Empty for the figure as it is. */
  label: string;
  theme: PosterTheme;
  /** Under /posters/, without its ending. Others link to it: it must not change. */
  file: string;
  values: AnyValues;
}

/** Of a figure: as it is first, then its presets. The light ones have the plain addresses. */
export function postersOf(figure: AnyFigure, theme: PosterTheme = 'light'): Poster[] {
  const usual: AnyValues = defaults(figure.parameters);
  const mark = theme === 'light' ? '' : `_${theme}`;
  const agreed = (values: AnyValues) => figure.constrain?.(values).values ?? values;
  const presets = (figure.presets ?? []).map(({ label, values }) => ({
    figure,
    label,
    theme,
    file: `${figure.name}-${slug(label)}${mark}`,
    values: agreed({ ...usual, ...(values as AnyValues) }),
  }));
  const asItIs = { figure, label: '', theme, file: `${figure.name}${mark}` };
  return [{ ...asItIs, values: agreed(usual) }, ...presets];
}

export async function allPosters(): Promise<Poster[]> {
  const figures = await Promise.all(figureNames.map((name) => loadFigure(name, english)));
  return figures.flatMap((figure) => posterThemes.flatMap((theme) => postersOf(figure, theme)));
}

export interface Drawn {
  svg: string;
  about: About & { size: Size };
}

/** By file: what is written as SVG, as PNG and as a card is drawn once. */
const drawn = new Map<string, Promise<Drawn>>();

/**
 * The picture as an SVG file for any program.
 *
 * @param site where the site stands: the file tells the address of its figure
 */
export function posterSvg(poster: Poster, site: (path: string) => string): Promise<Drawn> {
  const known = drawn.get(poster.file) ?? draw(poster, site);
  drawn.set(poster.file, known);
  return known;
}

async function draw(
  { figure, theme, values }: Poster,
  site: (path: string) => string,
): Promise<Drawn> {
  const usual: AnyValues = defaults(figure.parameters);
  const changed = Object.entries(values).filter(([name, value]) => value !== usual[name]);
  const query = new URLSearchParams(changed.map(([name, value]) => [name, String(value)]));
  const board = storyboard(figure, values, {
    theme,
    picture: await figure.pictureFor?.(values),
    start: player.start,
    source: site(`/embed/${figure.name}/${changed.length > 0 ? `?${query}` : ''}`),
    svg: emptySvg,
  });
  const t = figure.poster(values);
  return { svg: portable(board.svg(t)), about: { ...board.about(t), size: board.size } };
}
