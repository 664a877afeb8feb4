// The text of the talk becomes a deck where there is room for one; on a phone it stays a text.
import type { RevealPlugin } from 'reveal.js';
import revealStyles from 'reveal.js/reveal.css?url';
import { openDeck, openTalk } from './open.ts';

const root = document.documentElement;

/** The shipped plugin as any deck would load it: a file of the site, not part of this code. */
async function pluginAt(address: string): Promise<RevealPlugin> {
  const { Strideless } = (await import(/* @vite-ignore */ address)) as { Strideless: RevealPlugin };
  return Strideless;
}

/** Settles once the styles hold. */
function styled(address: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = address;
  // On paper its slides would be a text in large letters.
  sheet.media = 'screen';
  // Before the page's own, which have the last word.
  document.head.prepend(sheet);
  return new Promise((done, fail) => {
    sheet.onload = () => done();
    sheet.onerror = () => fail(new Error(address));
  });
}

/** The figures show the theme that the page shows. */
function dress(deck: HTMLElement): void {
  for (const frame of deck.querySelectorAll<HTMLIFrameElement>('iframe[data-src]')) {
    const address = new URL(frame.dataset.src ?? '', location.href);
    address.searchParams.set('theme', root.dataset.theme ?? 'light');
    frame.dataset.src = address.href;
  }
}

async function start(element: HTMLElement): Promise<void> {
  dress(element);
  const address = new URL(element.dataset.plugin ?? '', location.href).href;
  const [{ default: Reveal }, Strideless] = await Promise.all([
    import('reveal.js'),
    pluginAt(address),
    styled(revealStyles),
  ]);
  await openDeck(Reveal, element, Strideless);
}

const element = document.querySelector<HTMLElement>('.reveal');
if (element)
  openTalk(element, () => {
    // What can't be a deck now is still a text.
    start(element).catch((error) => {
      root.classList.remove('deck');
      console.warn(error);
    });
  });
