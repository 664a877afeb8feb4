// The first screen of a chapter is drawn before the rest has its places (styles/chapter.css); here the rest gets them, a few
// paragraphs at a time, so that the whole page stands there for whoever jumps in it or takes a picture of it.

import { onceLoaded } from './loaded.ts';

/** So many elements at once: some ten milliseconds of work on a phone. A figure holds more, and comes by itself. */
const AT_ONCE = 120;

const rest = [
  ...document.querySelectorAll<HTMLElement>('[data-chapter] :is(.prose, .asked) > :not(.asked)'),
];
// Safari has learned of idle time late.
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 50));

function layOut(): void {
  let laid = 0;
  while (laid < AT_ONCE && rest.length > 0) {
    const part = rest.shift()!;
    part.style.contentVisibility = 'visible';
    laid += 1 + part.getElementsByTagName('*').length;
  }
  // Drawn before the next ones come: two idle moments may pass between two frames.
  if (rest.length > 0) requestAnimationFrame(() => whenIdle(layOut));
}

onceLoaded(() => whenIdle(layOut));
