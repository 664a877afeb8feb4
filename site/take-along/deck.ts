// The one script of the talk that opens from a disk: a classic one, with everything in it, for a page of the scheme file may
// fetch neither modules nor data. Its figures stand in the page as elements, not in frames.

import styles from 'virtual:guest-styles';
import Reveal from 'reveal.js';
import { defineFigure } from '#components/figure/element.ts';
import { Strideless } from '../public/reveal-strideless.js';
import { openDeck, openTalk } from '../talk/open.ts';

const element = document.querySelector<HTMLElement>('.reveal');
if (element)
  openTalk(element, () => {
    document.querySelector('style[data-deck]')?.setAttribute('media', 'screen');
    for (const figure of element.querySelectorAll('strideless-figure'))
      figure.setAttribute('theme', document.documentElement.dataset.theme ?? 'light');
    defineFigure({ site: new URL(element.dataset.site ?? '', location.href), styles });
    void openDeck(Reveal, element, Strideless);
  });
