// How a worker answers: the engine's, and that of the training.
import { asEngineError, type EngineError } from './errors.ts';

/** A result, or a fault as plain data: what is thrown loses its fields on the way between threads. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; fault: Pick<EngineError, 'code' | 'said' | 'details'> };

/** What the work gives, or what it throws as a fault. */
export async function reply<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code, said, details } = asEngineError(error);
    return { ok: false, fault: { code, said, details } };
  }
}
