// How the talk is opened, from the site or from a disk: as a deck, as pages to print, or not at all.
import type { RevealApi, RevealConfig, RevealPlugin } from 'reveal.js';
import { printAsPages, turnIntoPages } from './paper.ts';

const root = document.documentElement;

/** Below this width it stays a text, px. */
const LEAST = 640;

/** Of a slide, px; site/styles/talk-paper.css knows it too. */
const SLIDE = { width: 1280, height: 720 } as const;

/** Opens it as a deck where there is room for one; `deck` is asked for no sooner. With ?print-pdf it becomes pages, without. */
export function openTalk(element: HTMLElement, deck: () => void): void {
  const isPrinted = /print-pdf/i.test(location.search);
  if (!isPrinted && innerWidth < LEAST) return;
  wearTheme();
  if (isPrinted) void turnIntoPages(element);
  else deck();
}

/** It is given on a projector, unless the address asks for another theme. */
function wearTheme(): void {
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
    plugins: [plugin],
  });
  await deck.initialize();
  const notes = () => deck.configure({ showNotes: !deck.getConfig().showNotes });
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker notes' }, notes);
  printAsPages(element);
}
