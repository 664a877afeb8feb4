// Messages between an embedded figure and the page or slide deck around it; which there are says protocol.ts.
import type { Stop } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { stepAt } from './clock.ts';
import { type outgoing, PREFIX } from './protocol.ts';

export type Outgoing = { type: keyof typeof outgoing } & Readonly<Record<string, unknown>>;

/** Whether there is a page around this one. */
export function isFramed(): boolean {
  return window.parent !== window;
}

let spokenTo = false;

/** The page around has said something that is meant for a figure: it is a slide deck, or another page that knows of these messages. */
export function hear(): void {
  spokenTo = true;
}

/** Whether the page around has ever spoken; one that has not is taken for a page that is read, and scrolled by keys. */
export function isSpokenTo(): boolean {
  return spokenTo;
}

/** Tells the page around, whoever it is: nothing in these messages is private. */
export function tellParent({ type, ...fields }: Outgoing): void {
  if (isFramed()) window.parent.postMessage({ type: PREFIX + type, ...fields }, '*');
}

/** The parameters and the time that are shown. */
export function tellChange(values: AnyValues, t: number): void {
  tellParent({ type: 'change', params: { ...values }, at: t });
}

/** A named moment, if this is one. */
export function tellStep(stops: readonly Stop[], t: number): void {
  const step = stepAt(stops, t);
  if (step >= 0) tellParent({ type: 'step', step, label: stops[step - 1]?.label ?? '', at: t });
}

/**
 * The keyboard goes back to the page around. A frame that once had the focus keeps it, however far the deck has moved on:
 * all later keys would be lost.
 */
export function giveFocusBack(): void {
  if (isFramed() && document.hasFocus()) window.parent.focus();
}

/** How reveal.js is told of a key: by name what moves it, by number everything else. "?" has a number only with Shift. */
function revealCall({ key, shiftKey, keyCode }: KeyboardEvent): object {
  if (key === 'PageDown' || (key === ' ' && !shiftKey)) return { method: 'next' };
  if (key === 'PageUp' || key === ' ') return { method: 'prev' };
  const F1 = 112;
  return { method: 'triggerKey', args: [key === '?' ? F1 : keyCode] };
}

/** Hands a key on to the page around, with the keyboard: reveal.js takes its own method calls, others the key. */
export function handOn(event: KeyboardEvent): void {
  window.parent.postMessage(JSON.stringify(revealCall(event)), '*');
  tellParent({ type: 'key', key: event.key, code: event.code });
  giveFocusBack();
}
