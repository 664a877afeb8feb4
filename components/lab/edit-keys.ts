import type { ReactiveElement } from 'lit';
import type { Command } from './commands.ts';
import type { Handles } from './handles.ts';

/** What can be taken back. */
interface Steps {
  go(way: 'undo' | 'redo'): void;
}

/** What stands in a picture, and which of it is chosen. */
interface Chosen {
  selected: string | null;
  seen: readonly { id: string }[];
}

/** Takes a step back or again, where the key says so; the focus stays among what is in the picture if it was there. */
export async function heedHistoryKey(
  event: KeyboardEvent,
  lab: ReactiveElement,
  of: Chosen & Steps,
): Promise<void> {
  const way = historyKey(event);
  if (!way) return;
  event.preventDefault();
  const held = event
    .composedPath()
    .some((element) => element instanceof Element && element.classList.contains('handles'));
  of.go(way);
  if (!held) return;
  const handles = await handlesOf(lab);
  if (!handles?.shadowRoot?.activeElement) focusIn(handles, of, 0);
}

/** Undo or redo, as the key says; a field of text keeps its own. */
function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  const [target] = event.composedPath();
  const typed =
    target instanceof HTMLInputElement && ['text', 'number', 'search'].includes(target.type);
  if (typed || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y' && !event.shiftKey) return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

/**
 * What was done to something in the picture is done. Where a key has copied or taken it away, the focus goes to the copy,
 * or to the next one.
 */
export async function hand<Handled extends { id: string | null; command?: Command }>(
  lab: ReactiveElement,
  of: Chosen & { handle(handled: Handled): void },
  handled: Handled,
): Promise<void> {
  const number = of.seen.findIndex(({ id }) => id === handled.id);
  of.handle(handled);
  if (!handled.command) return;
  focusIn(await handlesOf(lab), of, number);
}

/** The handles that the keyboard reaches, drawn as things are by now. */
async function handlesOf(lab: ReactiveElement): Promise<Handles | null> {
  await lab.updateComplete;
  const panel = lab.renderRoot.querySelector('lab-panel');
  await panel?.updateComplete;
  const handles = panel?.renderRoot.querySelector<Handles>('.handles') ?? null;
  await handles?.updateComplete;
  return handles;
}

/** The focus goes to what is chosen, or to what stands in its place; where nothing stands, to the picture. */
function focusIn(handles: Handles | null, { selected, seen }: Chosen, number: number): void {
  const chosen = seen.find(({ id }) => id === selected);
  const { id } = chosen ?? seen[Math.min(number, seen.length - 1)] ?? {};
  if (id) handles?.focusObject(id);
  else handles?.focus();
}
