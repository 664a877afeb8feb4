import type { AnyFigure } from '#lib/figures/index.ts';
import { parseFor, stateChanges, withQuery } from './address.ts';
import { currentTheme } from './drawing.ts';
import type { SpdFigure } from './player.ts';
import type { Shared } from './share.ts';

/** What the share menu may ask of a player, at the moment shown. */
export function sharedOf(player: SpdFigure, figure: AnyFigure): Shared {
  const { values, t } = player;
  const state = { values, t };
  const defaults = parseFor(figure, {}).values;
  const page = new URL(location.href);
  if (!player.embed && player.id) page.hash = player.id;
  const embed = new URL(player.embedHref || location.pathname, location.href);
  return {
    file: `${figure.name}-${Math.round(t * 1000)}`,
    link: () => withQuery(page, stateChanges(figure, state, player.keyPrefix, player.base)),
    iframe: () => {
      const source = withQuery(embed, stateChanges(figure, state, '', defaults)).replaceAll(
        '&',
        '&amp;',
      );
      const height = Math.ceil(player.offsetHeight) + 32;
      return `<iframe src="${source}" title="${figure.title}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
    },
    svg: async (transparent) =>
      (await import('#lib/export/index.ts')).svgFile(player.svg as SVGSVGElement, {
        theme: currentTheme(),
        transparent,
        title: figure.title,
        description: figure.describe(player.values, player.t, player.picture !== undefined),
      }),
  };
}
