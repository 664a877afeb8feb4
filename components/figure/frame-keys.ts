// The keys of a whole frame, and those that it hands on to the slide deck around it.
import { act, BACK, FORWARD, isNoKey, isOfControl } from './keys.ts';
import { handOn, isFramed, isSpokenTo } from './messages.ts';
import type { PlayerActions } from './state.ts';

/** Keys with names that a slide tool may know; all letters and signs are among them too. */
const NAMED = [...FORWARD, ...BACK, 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'Enter'];
/** They would scroll the frame, beside what the deck does with them. */
const SCROLLING = [...NAMED.slice(0, -2), ' '];
/** They lead through a page that is read, and through a figure only where a deck has its own way to lead on. */
const OF_PAGE = ['Home', 'End'];

/**
 * Alone in a frame: what the figure does not take, and no control of it, goes on to the deck. With `own` false, all of them. In a page that
 * has never spoken to it the keys that scroll go on scrolling.
 */
export function pressInFrame(event: KeyboardEvent, actions: PlayerActions, own: boolean): void {
  if (isNoKey(event) || isOfControl(event)) return;
  const { key, shiftKey } = event;
  const isDecks = key === ' ' && isFramed();
  const isPages = OF_PAGE.includes(key) && isFramed() && !isSpokenTo();
  if (own && !isPages && (isDecks ? space(shiftKey, actions) : act(key, actions)))
    event.preventDefault();
  else leaveToDeck(event);
}

/** A lab alone in a frame: all but what its controls use, and what scrolls it, goes on to the deck. */
export function pressInLab(event: KeyboardEvent): void {
  if (!isNoKey(event) && !isOfControl(event) && !scrolls(event)) leaveToDeck(event);
}

function leaveToDeck(event: KeyboardEvent): void {
  const { key } = event;
  if (!isFramed() || (key.length > 1 && !NAMED.includes(key))) return;
  if (SCROLLING.includes(key) && isSpokenTo()) event.preventDefault();
  handOn(event);
}

/** Behind the last moment, and with Shift before the first, it is the deck's. */
function space(back: boolean, actions: PlayerActions): boolean {
  if (back) return actions.step(-1);
  if (actions.ended()) return false;
  actions.toggle();
  return true;
}

/** Where a key leads, beside the pages up and down, which are the deck's: a clicker has no others. */
const WAYS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [0, -1],
  End: [0, 1],
  ' ': [0, 1],
};

/** Whether what has the focus, or something around it, can still be scrolled that way. */
function scrolls(event: KeyboardEvent): boolean {
  const way = WAYS[event.key];
  if (!way) return false;
  const [x, y] = event.key === ' ' && event.shiftKey ? [0, -1] : way;
  return event.composedPath().some((box) => {
    if (!(box instanceof Element)) return false;
    const { overflowX, overflowY } = getComputedStyle(box);
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
    const isPage = box === document.scrollingElement;
    const can = (overflow: string, at: number, room: number, direction: number) =>
      (isPage || /auto|scroll/.test(overflow)) && (direction > 0 ? at < room - 1 : at > 0);
    return x !== 0
      ? can(overflowX, scrollLeft, scrollWidth - clientWidth, x)
      : can(overflowY, scrollTop, scrollHeight - clientHeight, y);
  });
}
