import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TrainingClient } from '#lib/training/index.ts';

/** A worker that says nothing. */
class Silent extends EventTarget {
  ended = false;
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
}

let worker: Silent;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'Worker',
    class extends Silent {
      constructor() {
        super();
        worker = this;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('a sleeping tab ends no training; a worker that stays silent does, and who waits hears of it', async () => {
  const asked = new TrainingClient().use('wasm');
  const outcome = asked.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );
  // The clock has gone on for ten minutes, and no timer ran.
  const woken = performance.now() + 600_000;
  vi.spyOn(performance, 'now').mockImplementation(() => woken);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(worker.ended).toBe(false);
  worker.dispatchEvent(new MessageEvent('message', { data: null }));
  await vi.advanceTimersByTimeAsync(59_000);
  expect(worker.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(worker.ended).toBe(true);
  expect(await outcome).toBe('worker');
});
