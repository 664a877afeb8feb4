import { say } from '../faults/index.ts';
import { EngineError } from './errors.ts';

function cancelled(): EngineError {
  return new EngineError('cancelled', say('engine', 'stopped'));
}

/** Stops with an EngineError `cancelled` once the signal is given. */
export function throwIfCancelled(signal?: AbortSignal): void {
  if (signal?.aborted) throw cancelled();
}

/** Waits for `work` no longer than until the signal is given: then it throws an EngineError `cancelled`. */
export async function unlessCancelled<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  let stop!: () => void;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
  });
  // Who is not waited for any more may fail unheard.
  work.catch(() => undefined);
  stopped.catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) stop();
    return await Promise.race([stopped, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Lets the messages in that wait, a word to stop among them. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
