import { loadCode } from '#components/kit/load-code.ts';
import { figure as player } from '#content/words/en/player.ts';
import type { About } from '#lib/export/index.ts';
import type { AnyFigure, Picture } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { parseFor, stateChanges, withQuery } from './address.ts';
import { currentTheme } from './drawing.ts';
import { embedCode } from './embed-code.ts';
import type { Scene } from './export/make.ts';

/** An SVG file, what it is called without its ending, and what it says of itself. */
export interface Drawn {
  name: string;
  svg: string;
  about: About;
}

/** What the player gives the share menu; asked for when a reader wants it, so it is always of the moment shown. */
export interface Shared {
  link(): string;
  iframe(): string;
  /** Address of the page for speakers. */
  talks(): string;
  /** The moment shown as a file. */
  svg(transparent: boolean): Promise<Drawn>;
  /** All moments of it. */
  scene(): Scene;
}

/** The moment that is shared, and where it is shown. */
export interface Moment {
  figure: AnyFigure;
  values: AnyValues;
  t: number;
  /** The reader's own picture is shown. */
  own: boolean;
  /** What is shown in place of the figure's own picture. */
  picture: Picture | undefined;
  /** The fragment of the page's address; empty for the page itself. */
  fragment: string;
  keyPrefix: string;
  base: AnyValues;
  /** Address of the page with this figure alone. */
  embedHref: string;
  drawing(): SVGSVGElement;
}

/** What the share menu may ask for. */
export function sharedOf(moment: Moment): Shared {
  const { figure, values, t, keyPrefix, base } = moment;
  const state = { values, t };
  const alone = new URL(moment.embedHref || location.pathname, location.href);
  const embed = () =>
    withQuery(alone, stateChanges(figure, state, '', parseFor(figure, {}).values));
  return {
    link: () => {
      const page = new URL(location.href);
      if (moment.fragment) page.hash = moment.fragment;
      return withQuery(page, stateChanges(figure, state, keyPrefix, base));
    },
    iframe: () => {
      const size = figure.size(values, { layout: 'wide' });
      const source = new URL(embed());
      return embedCode({ source, title: figure.title, theme: currentTheme(), size });
    },
    talks: () => new URL('../../talks/', alone).href,
    svg: async (transparent) => {
      const { fileName, numbered, portable, shownAt, svgFile } = await loadCode(
        () => import('#lib/export/index.ts'),
      );
      const theme = currentTheme();
      const description = figure.describe(values, t, moment.own);
      const about = { title: figure.title, description, source: embed() };
      const moments = numbered(figure.stops(values), player.start);
      return {
        name: fileName({ ...figure, values, theme }, shownAt(moments, t)),
        svg: portable(svgFile(moment.drawing(), { theme, transparent, ...about })),
        about,
      };
    },
    scene: () => ({ figure, values, picture: moment.picture, own: moment.own, source: embed() }),
  };
}
