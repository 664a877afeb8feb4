// The keys of a figure, and those that it leaves to the page or to the slide deck around it.
import { handOn, isFramed } from './messages.ts';
import type { PlayerActions } from './state.ts';

const FORWARD = ['ArrowRight', 'PageDown'];
const BACK = ['ArrowLeft', 'PageUp'];
/** Keys with names that a slide tool may know; all letters and signs are among them too. */
const NAMED = [...FORWARD, ...BACK, 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'Enter'];
/** They would scroll the frame, beside what the deck does with them. */
const SCROLLING = [...NAMED.slice(0, -2), ' '];

/** In a page: what a key does to the figure that has the focus. */
export function press(event: KeyboardEvent, actions: PlayerActions): void {
  if (isNoKey(event)) return;
  const isPage = event.key === 'PageUp' || event.key === 'PageDown';
  if (!isPage && controlOf(event)) return;
  if (act(event.key, actions)) event.preventDefault();
}

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

/** In a page of somebody else, a deck perhaps: it does not see what the figure takes, or a control of it. */
export function pressAsGuest(event: KeyboardEvent, actions: PlayerActions, own: boolean): void {
  if (isNoKey(event)) return;
  if (isOfControl(event)) event.stopPropagation();
  else if (own && act(event.key, actions)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Somebody has used it, or it is a command of the browser or of the system. */
function isNoKey(event: KeyboardEvent): boolean {
  const { defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
  return defaultPrevented || ctrlKey || metaKey || altKey || isComposing;
}

/** Behind the last moment, and with Shift before the first, it is the deck's. */
function space(back: boolean, actions: PlayerActions): boolean {
  if (back) return actions.step(-1);
  if (actions.ended()) return false;
  actions.toggle();
  return true;
}

/** True where the figure took the key. */
function act(key: string, actions: PlayerActions): boolean {
  if (FORWARD.includes(key)) return actions.step(1);
  if (BACK.includes(key)) return actions.step(-1);
  if (key === ' ') actions.toggle();
  else if (key === 'Home') actions.goTo(0);
  else if (key === 'End') actions.goTo(1);
  else return false;
  return true;
}

function controlOf(event: KeyboardEvent): HTMLElement | null {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('input, select, textarea, summary, button, a');
}

/** Whether the control that has the focus uses the key itself. */
function isOfControl(event: KeyboardEvent): boolean {
  const control = controlOf(event);
  const { key } = event;
  if (!control || key === 'PageUp' || key === 'PageDown' || key === 'Escape') return false;
  if (control.matches('button, summary, a, [type=checkbox]')) return key === 'Enter' || key === ' ';
  if (control.matches('[type=range], [type=radio]'))
    return key.startsWith('Arrow') || [' ', 'Home', 'End'].includes(key);
  return true;
}
