import { loadCode } from '#components/kit/load-code.ts';
import { figure as player } from '#content/words/en/player.ts';
import type { About } from '#lib/export/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import { parseFor, stateChanges, withQuery } from './address.ts';
import { elementCode, embedCode } from './embed-code.ts';
import type { Scene } from './export/make.ts';
import type { Shared } from './state.ts';

/** An SVG file, what it is called without its ending, and what it says of itself. */
export interface Drawn {
  name: string;
  svg: string;
  about: About;
}

/** What the share menu asks for when a reader wants it, so it is always of the moment shown. */
export interface Sharing {
  link(): string;
  iframe(): string;
  /** The script and the element that do the same in a page that lets scripts in. */
  element(): string;
  /** That is seen now. */
  theme(): Theme;
  /** Address of the page for speakers. */
  talks(): string;
  /** The moment shown as a file. */
  svg(transparent: boolean): Promise<Drawn>;
  /** All moments of it. */
  scene(): Scene;
}

/** Made with the menu: what a page holds for the readers who share nothing is the moment alone. */
export function sharingOf({ moment, origin }: Shared): Sharing {
  const { page, prefix, alone, theme } = origin;
  const { figure, values, t, base, stop } = moment;
  const state = { values, t };
  const asked = () => stateChanges(figure, state, '', parseFor(figure, {}).values);
  const embed = () => withQuery(alone, asked());
  const site = () => new URL('../../', alone);
  return {
    link: () => withQuery(page(), stateChanges(figure, state, prefix, base, stop)),
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
      const { fileName, keywordsOf, momentAt, numbered, portable, shownAt, svgFile } =
        await loadCode(() => import('#lib/export/index.ts'));
      const description = figure.describe(values, t, moment.own);
      const moments = numbered(figure.stops(values), player.start);
      const named = { ...figure, values, theme: theme() };
      const keywords = keywordsOf(named, momentAt(moments, t) ?? { t });
      const about = { title: figure.title, description, source: embed(), keywords };
      return {
        name: fileName(named, shownAt(moments, t)),
        svg: portable(svgFile(moment.drawing(), { theme: theme(), transparent, ...about })),
        about,
      };
    },
    scene: () => ({ figure, values, picture: moment.picture, own: moment.own, source: embed() }),
  };
}
