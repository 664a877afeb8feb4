import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Answer, PATIENCE } from '#components/kit/answer.ts';
import { SaidError, sentenceOf } from '#components/kit/faults.ts';
import { kit as words } from '#content/words/en/kit.ts';
import { EngineError } from '#lib/engine/errors.ts';
import { say } from '#lib/faults/index.ts';

/** An element as a controller sees it. */
class Host implements ReactiveControllerHost {
  readonly controllers: ReactiveController[] = [];
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {
    this.updates++;
  }
  connect(): void {
    for (const each of this.controllers) each.hostConnected?.();
  }
  disconnect(): void {
    for (const each of this.controllers) each.hostDisconnected?.();
  }
}

/** Work that ends when it is told to; it heeds no signal. */
function open<T>() {
  let answer!: (value: T) => void;
  let refuse!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    answer = yes;
    refuse = no;
  });
  return { promise, answer, refuse };
}

describe('an answer', () => {
  let host: Host;
  beforeEach(() => {
    host = new Host();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts only when it is that to the newest question, whichever comes first', async () => {
    const taken: string[] = [];
    const answer = new Answer<string>(host, { onAnswer: (value) => taken.push(value) });
    const [older, newer] = [open<string>(), open<string>()];
    const signals: AbortSignal[] = [];
    const first = answer.ask((signal) => {
      signals.push(signal);
      return older.promise;
    });
    const second = answer.ask(() => newer.promise);
    expect(signals[0].aborted).toBe(true);
    newer.answer('new');
    expect(await second).toBe('new');
    older.answer('old');
    expect(await first).toBeUndefined();
    expect(answer.value).toBe('new');
    expect(answer.status).toBe('done');
    expect(taken).toEqual(['new']);
  });

  it('an older question that fails late says nothing', async () => {
    const answer = new Answer<string>(host);
    const older = open<string>();
    const first = answer.ask(() => older.promise);
    await answer.ask(async () => 'new');
    older.refuse(new Error('too late'));
    expect(await first).toBeUndefined();
    expect([answer.status, answer.failure]).toEqual(['done', '']);
  });

  it('stops at once, also where the work heeds no signal, and that is no fault', async () => {
    const answer = new Answer<string>(host);
    const hanging = answer.ask(() => new Promise(() => {}));
    answer.stop();
    expect(answer.status).toBe('stopped');
    expect(answer.failure).toBe('');
    expect(await Promise.race([hanging, Promise.resolve('still waiting')])).toBe('still waiting');
    expect(await answer.ask(async () => 'again')).toBe('again');
  });

  it('counts a cancelled engine and an aborted fetch as stopped', async () => {
    const answer = new Answer<string>(host);
    await answer.ask(() =>
      Promise.reject(new EngineError('cancelled', say('engine', 'engineStopped'))),
    );
    expect(answer.status).toBe('stopped');
    await answer.ask(() => Promise.reject(new DOMException('signal is aborted', 'AbortError')));
    expect(answer.status).toBe('stopped');
  });

  it('does not abort the signal of work that ended by itself', async () => {
    const answer = new Answer<string>(host);
    let signal: AbortSignal | undefined;
    await answer.ask(async (given) => {
      signal = given;
      return 'done';
    });
    expect(signal?.aborted).toBe(false);
    await answer.ask(async () => 'next');
    expect(signal?.aborted).toBe(false);
  });

  it('keeps the last value through a fault, tries again, and forgets the fault with its cause', async () => {
    const answer = new Answer<number>(host);
    await answer.ask(async () => 1);
    let works = false;
    await answer.ask(async () => {
      if (!works) throw new SaidError('It did not work.');
      return 2;
    });
    expect([answer.status, answer.failure, answer.value]).toEqual([
      'failed',
      'It did not work.',
      1,
    ]);
    works = true;
    const trying = answer.retry();
    expect(answer.failure).toBe('');
    expect(answer.slow).toBe(true);
    await trying;
    expect([answer.status, answer.failure, answer.value]).toEqual(['done', '', 2]);
  });

  it('shows progress after half a second, not before, and that of the newest only', async () => {
    const answer = new Answer<string, number>(host);
    let tellOld = (_: number) => {};
    void answer.ask((_, tell) => {
      tellOld = tell;
      return new Promise(() => {});
    });
    void answer.ask((_, tell) => {
      tell(10);
      return new Promise(() => {});
    });
    tellOld(99);
    expect(answer.progress).toBe(10);
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(answer.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(answer.slow).toBe(true);
  });

  it('is aborted when the element leaves the page, and put again when it comes back', async () => {
    const answer = new Answer<string>(host);
    const signals: AbortSignal[] = [];
    const works = [open<string>(), open<string>()];
    void answer.ask((signal) => {
      signals.push(signal);
      return works[signals.length - 1].promise;
    });
    host.disconnect();
    expect(signals[0].aborted).toBe(true);
    works[0].answer('into the void');
    await vi.advanceTimersByTimeAsync(0);
    expect(answer.value).toBeUndefined();
    host.connect();
    works[1].answer('back');
    await vi.advanceTimersByTimeAsync(0);
    expect(answer.value).toBe('back');
    host.disconnect();
    host.connect();
    expect(signals).toHaveLength(2);
  });

  it('says what goes wrong in taking it', async () => {
    const answer = new Answer<string>(host, {
      onAnswer: () => {
        throw new SaidError('It cannot be shown.');
      },
    });
    await answer.ask(async () => 'x');
    expect([answer.status, answer.failure]).toEqual(['failed', 'It cannot be shown.']);
  });
});

describe('the sentence of a fault', () => {
  it('is that of errors written for readers', async () => {
    // As on a page that has just been opened: no other test has fetched the words.
    vi.resetModules();
    const { SaidError, sentenceOf } = await import('#components/kit/faults.ts');
    const fault = new EngineError('download', say('engine', 'noCode'));
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    // Never as a log shows it, not even while its words are not there.
    expect(sentenceOf(fault)).toBe(words.faults.unexpected);
    expect(log).toHaveBeenCalledWith(fault);
    await import('#components/kit/fault-words.ts');
    expect(sentenceOf(fault)).toBe('Its code could not be fetched.');
    log.mockRestore();
    expect(sentenceOf(new SaidError('No weights?'))).toBe('No weights?');
  });

  it('is never the message of a browser or a parser', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const error of [
      new TypeError("Failed to construct 'Worker'"),
      new SyntaxError("Unexpected token '<'"),
      new RangeError('Array buffer allocation failed'),
      new Error('whatever'),
      'a string',
      undefined,
    ]) {
      expect(sentenceOf(error)).toBe(words.faults.unexpected);
    }
    expect(log).toHaveBeenCalledTimes(6);
    log.mockRestore();
  });
});
