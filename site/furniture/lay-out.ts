// The first screen of a chapter is drawn before the rest has its places (styles/chapter.css); here the rest gets them, a few
// paragraphs at a time, once a reader begins to move in the page: so that it stands there whole for whoever jumps in it or
// takes a picture of it.

import { onceLoaded } from './loaded.ts';

/** Milliseconds of each idle moment; what a frame takes to draw what came in it is not among them. */
const AT_ONCE = 4;
/** What a reader does first, whatever comes next; a page that opens further down is scrolled, too. */
const ACTS = ['keydown', 'pointerdown', 'pointermove', 'resize', 'scroll', 'wheel'];

// Safari has learned of idle time late.
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 50));

function layOut(rest: HTMLElement[]): void {
  const start = performance.now();
  while (performance.now() - start < AT_ONCE && rest.length > 0) {
    const part = rest.shift()!;
    part.style.contentVisibility = 'visible';
    // Asking for its height lays it out, so that the clock tells what it took.
    part.getBoundingClientRect();
  }
  // Drawn before the next ones come: two idle moments may pass between two frames.
  if (rest.length > 0) requestAnimationFrame(() => whenIdle(() => layOut(rest)));
}

/** Until the reader moves. */
const still = new AbortController();

function begin(): void {
  if (still.signal.aborted) return;
  still.abort();
  const rest = [
    ...document.querySelectorAll<HTMLElement>('[data-chapter] :is(.prose, .asked) > :not(.asked)'),
  ];
  whenIdle(() => layOut(rest));
}

onceLoaded(() => {
  for (const act of ACTS) addEventListener(act, begin, { signal: still.signal, passive: true });
  // To ask how far it is scrolled lays a page out; after a frame it is.
  requestAnimationFrame(() => setTimeout(() => scrollY > 0 && begin()));
});
