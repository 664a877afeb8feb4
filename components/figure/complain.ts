// What a page around a frame has asked for and can't have: each fault is a message of its own.
import { protocol as words } from '#content/words/en/protocol.ts';
import { type Declaration, shorten } from '#lib/parameters/index.ts';
import { tellParent } from './messages.ts';

/** So many of the names that mean nothing are told. */
const MOST = 5;

export function complain(errors: readonly string[]): void {
  for (const message of errors) tellParent({ type: 'error', message });
}

/** Of those names that no parameter has. */
export function complainOfNames(names: readonly string[], declaration: Declaration): void {
  const known = Object.keys(declaration).join(', ');
  const unknown = names.filter((name) => !Object.hasOwn(declaration, name));
  complain(unknown.slice(0, MOST).map((name) => words.noParameter(shorten(name), known)));
}
