// How the talk is opened as a deck, from the site or from a disk.
import type { RevealApi, RevealConfig, RevealPlugin } from 'reveal.js';
import { SLIDE } from './print.ts';

const root = document.documentElement;

/** Below this width it stays a text, px. */
const LEAST = 640;

/** Whether there is room for a deck, or one is to be printed. */
export const isWanted = () => innerWidth >= LEAST || /print-pdf/i.test(location.search);

/** It is given on a projector, unless the address asks for another theme. */
export function wearTheme(): void {
  if (!new URLSearchParams(location.search).has('theme')) root.dataset.theme = 'projector';
}

/** Settles once the first slide is there. */
export async function openDeck(
  Reveal: new (element: HTMLElement, options: RevealConfig) => RevealApi,
  element: HTMLElement,
  plugin: RevealPlugin,
): Promise<void> {
  root.classList.add('deck');
  const deck = new Reveal(element, {
    ...SLIDE,
    margin: 0,
    center: false,
    hash: true,
    transition: 'none',
    autoAnimate: false,
    progress: false,
    // A second script would lay the slides out as one long page.
    scrollActivationWidth: 0,
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    plugins: [plugin],
  });
  await deck.initialize();
  const notes = () => deck.configure({ showNotes: !deck.getConfig().showNotes });
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker notes' }, notes);
}
