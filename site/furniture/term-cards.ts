// The meaning of a term on a card beside it, under the pointer or with the keyboard's focus: fetched when a reader is at
// the first one. The link itself leads to the glossary; without this code the browser shows the same text as its title.

const card = document.createElement('div');
card.id = 'term-card';
card.className = 'term-card';
card.setAttribute('role', 'tooltip');
card.hidden = true;
document.body.append(card);

let term: HTMLAnchorElement | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;

function show(link: HTMLAnchorElement): void {
  clearTimeout(leaving);
  if (term && term !== link) hide();
  term = link;
  card.textContent = link.dataset.meaning ?? '';
  link.setAttribute('aria-describedby', card.id);
  card.hidden = false;
  const { left, top, bottom } = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const x = Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8));
  const below = bottom + 6 + height < innerHeight;
  card.style.left = `${x}px`;
  card.style.top = `${below ? bottom + 6 : top - 6 - height}px`;
}

function hide(): void {
  card.hidden = true;
  term?.removeAttribute('aria-describedby');
  term = undefined;
}

/** A moment's grace, so that the pointer can go over to the card. */
function leave(): void {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term[title]')) {
  link.dataset.meaning = link.title;
  link.removeAttribute('title');
  link.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && show(link));
  link.addEventListener('pointerleave', leave);
  link.addEventListener('focus', () => show(link));
  link.addEventListener('blur', hide);
}
card.addEventListener('pointerenter', () => clearTimeout(leaving));
card.addEventListener('pointerleave', leave);
addEventListener('keydown', (event) => event.key === 'Escape' && hide());
addEventListener('scroll', () => term && hide(), { passive: true });

/** The card of the term at which the reader already is. */
export function showHere(): void {
  const here = document.querySelector<HTMLAnchorElement>('a.term:is(:hover, :focus)');
  if (here) show(here);
}
