import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isCancelled, sentenceOf } from './faults.ts';

/** Work shorter than this shows no progress, milliseconds: a flash of it would only disturb. */
export const PATIENCE = 500;

/** Asks for something. It should heed the signal; `tell` shows how far it is. */
export type Work<T, P> = (signal: AbortSignal, tell: (progress: P) => void) => Promise<T>;

export interface AnswerOptions<T> {
  /** Takes each answer that counts, also that of a later try. What it throws is a fault of the answer. */
  onAnswer?: (value: T) => void;
}

/**
 * One asynchronous answer of a widget, and its whole life: only the newest question counts; older ones are aborted, and
 * all of them with the element's leaving the page. A question that was cut off by that is put again when the element
 * comes back.
 *
 * `@lit/task` 1.0 falls short of this: it goes on when its host leaves the page; after `abort()` it stays pending until
 * the work itself ends, so that Stop does nothing to a worker that hangs; what was stopped counts as an error, with the
 * browser's words for it; the last good value is lost with the first error; it knows no progress.
 */
export class Answer<T, P = never> implements ReactiveController {
  /** `stopped` by the reader, or because what worked on it was ended. */
  status: 'idle' | 'working' | 'done' | 'stopped' | 'failed' = 'idle';
  /** The last answer that counted; a fault or a stop leaves it. */
  value: T | undefined;
  /** What went wrong, for the reader; empty unless `status` is `failed`. */
  failure = '';
  /** As it was thrown; undefined unless `status` is `failed`. */
  error: unknown;
  /** The last that the work told; undefined before that. */
  progress: P | undefined;
  /** Working for long enough that the reader should see it. */
  slow = false;

  /** The element that asks, and those that show how its answer stands. */
  readonly #watchers: Set<Pick<ReactiveControllerHost, 'requestUpdate'>>;
  readonly #options: AnswerOptions<T>;
  #work: Work<T, P> | undefined;
  #running: AbortController | undefined;
  /** Cut off when the element left the page. */
  #interrupted = false;

  constructor(host: ReactiveControllerHost, options: AnswerOptions<T> = {}) {
    this.#watchers = new Set([host]);
    this.#options = options;
    host.addController(this);
  }

  get working(): boolean {
    return this.status === 'working';
  }

  /**
   * Puts a question; the one before is aborted. Never rejects: faults stand in `failure`.
   *
   * @returns the answer, or undefined where it does not count: failed, stopped, or no longer the newest
   */
  ask(work: Work<T, P>): Promise<T | undefined> {
    this.#work = work;
    return this.#run(work, false);
  }

  /** Puts the last question once more. The reader asked for it, so progress is shown from the start. */
  async retry(): Promise<T | undefined> {
    return this.#work && this.#run(this.#work, true);
  }

  /** At once, also where the work does not heed its signal. */
  stop(): void {
    if (this.#running) this.#settle('stopped');
  }

  /** Forgets answer, fault and question. */
  reset(): void {
    this.#settle('idle');
    this.#work = undefined;
    this.value = undefined;
  }

  /** Updates another element too, until the function that is given back is called. */
  watch(element: Pick<ReactiveControllerHost, 'requestUpdate'>): () => void {
    this.#watchers.add(element);
    return () => this.#watchers.delete(element);
  }

  hostConnected(): void {
    if (!this.#interrupted || !this.#work) return;
    this.#interrupted = false;
    void this.#run(this.#work, this.slow);
  }

  hostDisconnected(): void {
    if (!this.#running) return;
    this.#settle('idle');
    this.#interrupted = true;
  }

  async #run(work: Work<T, P>, slow: boolean): Promise<T | undefined> {
    this.#settle('working');
    const running = new AbortController();
    this.#running = running;
    this.#interrupted = false;
    this.slow = slow;
    const counts = () => this.#running === running;
    const timer = setTimeout(() => {
      this.slow = true;
      this.#changed();
    }, PATIENCE);
    running.signal.addEventListener('abort', () => clearTimeout(timer));
    const tell = (progress: P) => {
      if (!counts()) return;
      this.progress = progress;
      this.#changed();
    };
    try {
      const value = await work(running.signal, tell);
      if (!counts()) return undefined;
      this.value = value;
      this.#options.onAnswer?.(value);
      // The taker may have put another question.
      if (counts()) this.#settle('done');
      return value;
    } catch (error) {
      if (counts()) this.#fail(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher.requestUpdate();
  }

  #fail(error: unknown): void {
    if (isCancelled(error)) {
      this.#settle('stopped');
      return;
    }
    this.#settle('failed');
    this.error = error;
    this.failure = sentenceOf(error);
  }

  /** What runs ends; what has not ended by itself is aborted. */
  #settle(status: Answer<T, P>['status']): void {
    const running = this.#running;
    this.#running = undefined;
    this.status = status;
    this.slow = false;
    this.failure = '';
    this.error = undefined;
    this.progress = undefined;
    if (status !== 'done' && status !== 'failed') running?.abort();
    this.#changed();
  }
}
