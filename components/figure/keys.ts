import { handOn } from './messages.ts';
import type { PlayerActions } from './state.ts';

/** What a key does to a figure; the ones that it leaves alone go on to the page, or to the slide deck around it. */
export function press(event: KeyboardEvent, actions: PlayerActions, embedded: boolean): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.composedPath()[0] as HTMLElement;
  const own = target.closest?.('input, select, textarea, summary, button, a');
  const { key } = event;
  if (own && !['PageUp', 'PageDown'].includes(key)) return;
  const taken = act(key, actions);
  if (taken) event.preventDefault();
  // At the last moment the key goes on to the slide deck, or scrolls the page.
  else if (embedded && FORWARD.includes(key)) handOn(key, 'next');
  else if (embedded && BACK.includes(key)) handOn(key, 'prev');
}

const FORWARD = ['ArrowRight', 'PageDown'];
const BACK = ['ArrowLeft', 'PageUp'];

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
