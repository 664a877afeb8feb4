// The first screen of a chapter is drawn before the rest has its places (styles/chapter.css); here the rest gets them, a few
// paragraphs at a time, so that the whole page stands there for whoever jumps in it or takes a picture of it.

import { onceLoaded } from './loaded.ts';

/** So many parts at once: some ten milliseconds of work on a phone. */
const AT_ONCE = 5;

const rest = [...document.querySelectorAll<HTMLElement>('[data-chapter] > .prose > *')];
// Safari has learned of idle time late.
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 50));

function layOut(): void {
  for (const part of rest.splice(0, AT_ONCE)) part.style.contentVisibility = 'visible';
  if (rest.length > 0) whenIdle(layOut);
}

onceLoaded(() => whenIdle(layOut));
