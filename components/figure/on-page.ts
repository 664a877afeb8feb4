import { writeAddress } from '#components/kit/address.ts';
import { dictionaries, type Language, pageWords } from '#content/words/languages.ts';
import { speak } from '#content/words/spoken.ts';
import { type AnyFigure, loadFigure } from '#lib/figures/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import { attributesOf, parseFor, readState, stateChanges } from './address.ts';
import { press } from './keys.ts';
import { PLAIN } from './options.ts';
import type { Beginning, FigurePlace, PlacedPlayer } from './place.ts';
import type { Moment, Shared, Told } from './state.ts';

/** A figure among others in a page of the notebook: the page's address says what is to be shown, and is told what is. */
export class OnPage implements FigurePlace {
  readonly atOnce: boolean = false;
  protected readonly player: PlacedPlayer;

  constructor(player: PlacedPlayer) {
    this.player = player;
  }

  /** Of the address's keys. */
  protected get prefix(): string {
    return `${this.player.id || this.player.name}.`;
  }

  protected get language(): Language {
    return 'en';
  }

  /** What stands around the figure speaks the same language from then on. */
  async load(): Promise<AnyFigure> {
    const { language } = this;
    speak(await pageWords[language]());
    document.documentElement.lang = language;
    return loadFigure(this.player.name, dictionaries[language]);
  }

  /** From the element's attributes and the page's address. */
  begin(figure: AnyFigure): Beginning {
    const attributes = attributesOf(this.player, figure);
    const base = parseFor(figure, attributes).values;
    const query = new URLSearchParams(location.search);
    const { values, errors, t } = readState(figure, query, this.prefix, attributes);
    return { base, values, errors, t, options: { ...PLAIN, show: this.player.show } };
  }

  changed({ figure, values, t, base, stop }: Told, kept: boolean): void {
    if (kept) writeAddress(stateChanges(figure, { values, t }, this.prefix, base, stop));
  }

  press(event: KeyboardEvent): void {
    press(event, this.player.actions);
  }

  /** The fragment of the link; the page's own without one. */
  protected get fragment(): string {
    return this.player.id;
  }

  share(moment: Moment): Shared {
    const { prefix, player, fragment } = this;
    const page = () => {
      const url = new URL(location.href);
      if (fragment) url.hash = fragment;
      return url;
    };
    const alone = new URL(player.embedHref || location.pathname, location.href);
    const origin = { page, prefix, alone, theme: currentTheme };
    return { menu: () => import('./share.ts'), moment, origin };
  }
}

/** The theme that the page shows now. */
function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark' || chosen === 'projector') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
