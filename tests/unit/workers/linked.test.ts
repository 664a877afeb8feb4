import { describe, expect, it } from 'vitest';
import type { WorkerLike } from '#lib/workers/index.ts';
import { linked } from '#lib/workers/linked.ts';

function standIn() {
  const events = new EventTarget();
  let ended = 0;
  const worker = {
    postMessage: () => {},
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    terminate: () => {
      ended++;
    },
  } as WorkerLike;
  return {
    worker,
    fail: (kind: string) => events.dispatchEvent(new Event(kind)),
    ended: () => ended,
  };
}

describe('a worker that was taken hold of', () => {
  it.each(['error', 'messageerror'])('is noticed at once when it breaks (%s)', async (kind) => {
    const { worker, fail } = standIn();
    let noticed = 0;
    const { broken } = linked(worker, () => {
      noticed++;
    });
    fail(kind);
    expect(noticed).toBe(1);
    await expect(broken).rejects.toMatchObject({ type: kind });
  });

  it('lets nobody wait when it is ended by our word, which is no break', async () => {
    const { worker, ended } = standIn();
    let noticed = 0;
    const link = linked(worker, () => {
      noticed++;
    });
    const answer = Promise.race([new Promise(() => {}), link.broken]);
    link.end();
    await expect(answer).rejects.toMatchObject({ type: 'end' });
    expect([ended(), noticed]).toEqual([1, 0]);
  });
});
