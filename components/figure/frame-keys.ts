// The keys of a whole frame, and those that it hands on to the slide deck around it.
import { act, BACK, FORWARD, isNoKey, isOfControl } from './keys.ts';
import { handOn, isFramed } from './messages.ts';
import type { PlayerActions } from './state.ts';

/** Keys with names that a slide tool may know; all letters and signs are among them too. */
const NAMED = [...FORWARD, ...BACK, 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'Enter'];
/** They would scroll the frame, beside what the deck does with them. */
const SCROLLING = [...NAMED.slice(0, -2), ' '];

/** Alone in a frame: what the figure does not take, and no control of it, goes on to the deck. With `own` false, all of them. */
export function pressInFrame(event: KeyboardEvent, actions: PlayerActions, own: boolean): void {
  if (isNoKey(event) || isOfControl(event)) return;
  const { key, shiftKey } = event;
  const isDecks = key === ' ' && isFramed();
  if (own && (isDecks ? space(shiftKey, actions) : act(key, actions))) event.preventDefault();
  else if (isFramed() && (key.length === 1 || NAMED.includes(key))) {
    if (SCROLLING.includes(key)) event.preventDefault();
    handOn(event);
  }
}

/** Behind the last moment, and with Shift before the first, it is the deck's. */
function space(back: boolean, actions: PlayerActions): boolean {
  if (back) return actions.step(-1);
  if (actions.ended()) return false;
  actions.toggle();
  return true;
}
