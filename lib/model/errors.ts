import { Fault, type Key, type Said, say, type ValuesOf } from '../faults/index.ts';

/** A fault in an architecture file or in the size it is asked to run at; it names the row. */
export class ArchitectureError extends Fault {
  override name = 'ArchitectureError';
}

/** A fault of an architecture. */
export function fault<K extends Key<'model'>>(
  key: K,
  ...values: ValuesOf<'model', K>
): ArchitectureError {
  return new ArchitectureError(say('model', key, ...values));
}

/** The fault, with the row it is found in in front ("row 3 (C3): ..."). */
export function rowError(index: number, module: string, what: Said): ArchitectureError {
  return fault('row', index, module, what);
}
