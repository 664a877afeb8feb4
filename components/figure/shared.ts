import { loadCode } from '#components/kit/load-code.ts';
import { figure as player } from '#content/words/en/player.ts';
import type { Theme } from '#lib/figures/index.ts';
import type { Picture } from '#lib/files/index.ts';
import { parseFor, stateChanges, withQuery } from './address.ts';
import { elementCode, embedCode } from './embed-code.ts';
import type { Shared, Told } from './state.ts';

/** The moment that is shared. */
export interface Moment extends Told {
  /** What is shown in place of the figure's own picture. */
  readonly picture: Picture | undefined;
  drawing(): SVGSVGElement;
}

/** Where it is shared from. */
export interface Origin {
  /** Address of the page that is open, at its figure. */
  page(): URL;
  /** Of the keys in that address. */
  prefix: string;
  /** Address of the page with this figure alone. */
  alone: URL;
  /** Of what is open. */
  theme(): Theme;
}

/** What the share menu may ask for. */
export function sharedOf(moment: Moment, { page, prefix, alone, theme }: Origin): Shared {
  const { figure, values, t, base } = moment;
  const state = { values, t };
  const asked = () => stateChanges(figure, state, '', parseFor(figure, {}).values);
  const embed = () => withQuery(alone, asked());
  const site = () => new URL('../../', alone);
  return {
    menu: () => import('./share.ts'),
    link: () => withQuery(page(), stateChanges(figure, state, prefix, base)),
    iframe: () => {
      const size = figure.size(values, { layout: 'wide' });
      return embedCode({ source: new URL(embed()), title: figure.title, theme: theme(), size });
    },
    element: () => {
      const { name, title } = figure;
      return elementCode({ site: site(), name, title, attributes: asked() });
    },
    theme,
    talks: () => new URL('talks/', site()).href,
    svg: async (transparent) => {
      const { fileName, numbered, portable, shownAt, svgFile } = await loadCode(
        () => import('#lib/export/index.ts'),
      );
      const description = figure.describe(values, t, moment.own);
      const about = { title: figure.title, description, source: embed() };
      const moments = numbered(figure.stops(values), player.start);
      return {
        name: fileName({ ...figure, values, theme: theme() }, shownAt(moments, t)),
        svg: portable(svgFile(moment.drawing(), { theme: theme(), transparent, ...about })),
        about,
      };
    },
    scene: () => ({ figure, values, picture: moment.picture, own: moment.own, source: embed() }),
  };
}
