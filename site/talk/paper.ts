// The talk on paper: a page for each slide, as it ends. Nothing is fetched and nobody is waited for: the page of the talk has
// brought the drawings with it.

const root = document.documentElement;

/** Beside what is live on a slide lies what it shows on paper, unseen until then. */
function layOut(deck: HTMLElement): void {
  for (const live of deck.querySelectorAll('.live')) {
    const shown = live.querySelector('template');
    if (!shown) throw new Error('a slide has nothing to print');
    const printed = document.createElement('div');
    printed.className = 'printed';
    printed.append(shown.content.cloneNode(true));
    live.append(printed);
  }
}

/**
 * The slides become pages below each other, at once. Settles when their pictures and typefaces are there as well, which
 * `<html data-printed="ready">` tells whoever prints them.
 */
export async function turnIntoPages(deck: HTMLElement): Promise<void> {
  root.classList.add('deck', 'pages');
  layOut(deck);
  const images = [...deck.querySelectorAll<HTMLImageElement>('.printed img')];
  await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
  root.dataset.printed = 'ready';
}

/** A deck that is printed as it stands is pages for as long as that takes. */
export function printAsPages(deck: HTMLElement): void {
  layOut(deck);
  addEventListener('beforeprint', () => root.classList.add('pages'));
  addEventListener('afterprint', () => root.classList.remove('pages'));
}
