// The keys of a figure, and those that it leaves to the page around it.
import type { PlayerActions } from './state.ts';

export const FORWARD = ['ArrowRight', 'PageDown'];
export const BACK = ['ArrowLeft', 'PageUp'];
/** In a page: what a key does to the figure that has the focus. */
export function press(event: KeyboardEvent, actions: PlayerActions): void {
  if (isNoKey(event)) return;
  const isPage = event.key === 'PageUp' || event.key === 'PageDown';
  if (!isPage && controlOf(event)) return;
  if (act(event.key, actions)) event.preventDefault();
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
export function isNoKey(event: KeyboardEvent): boolean {
  const { defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
  return defaultPrevented || ctrlKey || metaKey || altKey || isComposing;
}

/** True where the figure took the key. */
export function act(key: string, actions: PlayerActions): boolean {
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
export function isOfControl(event: KeyboardEvent): boolean {
  const control = controlOf(event);
  const { key } = event;
  if (!control || key === 'PageUp' || key === 'PageDown' || key === 'Escape') return false;
  if (control.matches('button, summary, a, [type=checkbox]')) return key === 'Enter' || key === ' ';
  if (control.matches('[type=range], [type=radio]'))
    return key.startsWith('Arrow') || [' ', 'Home', 'End'].includes(key);
  return true;
}
