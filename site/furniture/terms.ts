// Fetches the cards of terms once a reader is at one, by the pointer or with the keyboard.
const EVENTS = ['pointerover', 'focusin'];

function reach(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element && target.closest('a.term'))) return;
  // A finger follows the link.
  if (event instanceof PointerEvent && event.pointerType === 'touch') return;
  fetchCards();
}

function fetchCards(): void {
  for (const name of EVENTS) removeEventListener(name, reach);
  // Where it does not come, the titles of the links say the same.
  import('./term-cards.ts').then(({ showHere }) => showHere()).catch(() => {});
}
for (const name of EVENTS) addEventListener(name, reach);
// A reader may have come to one before this code.
if (document.querySelector('a.term:is(:hover, :focus)')) fetchCards();
