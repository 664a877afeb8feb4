import type { ReactiveElement } from 'lit';
import type { Editing } from './editing.ts';

/** Takes a step back or again, where the key says so. */
export function heedHistoryKey(event: KeyboardEvent, editing: Editing): void {
  const way = historyKey(event);
  if (!way) return;
  event.preventDefault();
  editing.go(way);
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

/** Where a key has copied or taken away an object, the focus goes to the copy, or to the next object. */
export async function focusNeighbour(
  lab: ReactiveElement,
  { selected, standing }: Editing,
  number: number,
): Promise<void> {
  const id = selected ?? standing[Math.min(number, standing.length - 1)]?.id;
  await lab.updateComplete;
  const panel = lab.renderRoot.querySelector('lab-panel');
  await panel?.updateComplete;
  const handles = panel?.renderRoot.querySelector('scene-handles');
  await handles?.updateComplete;
  if (id) handles?.focusObject(id);
}
