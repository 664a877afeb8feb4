// A course against a worker that answers at once, by a clock that the test moves.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Course, type Terms } from '#components/train/run.ts';
import { EngineError, type EngineErrorCode } from '#lib/engine/errors.ts';
import { say } from '#lib/faults/index.ts';
import type { Kept, TrainingClient } from '#lib/training/index.ts';

const terms: Terms = {
  dataset: { task: 'dot', side: 16, size: 1, noise: 0, examples: 100 },
  plans: [],
  seed: 1,
  rate: 0.003,
  steps: 100,
  backend: 'wasm',
};

/** Does what it is asked, no more than 50 steps a stretch, and has a score every 10 steps. */
class Instant {
  step = 0;
  asked: number[] = [];
  backends: string[] = [];
  ended = false;
  /** The questions to which it answers that it is gone, by the code of the fault. */
  faults: string[] = [];
  use = async (name: string) => {
    this.backends.push(name);
  };
  prepare = async () => ({});
  inside = async () => [];
  apart = async () => this.answer(undefined);
  begin = async (_plans: unknown, _settings: unknown, kept?: Kept) => {
    this.step = kept?.step ?? 0;
  };
  end = () => {
    this.ended = true;
  };
  private answer<T>(value: T): T {
    const code = this.faults.shift();
    if (code) throw new EngineError(code as EngineErrorCode, say('training', 'gone'));
    return value;
  }
  advance = async (until: number) => {
    this.asked.push(until);
    this.answer(undefined);
    const steps = Math.min(until - this.step, 50);
    const from = this.step;
    this.step += steps;
    const points = Array.from({ length: this.step - from }, (_, i) => from + i + 1)
      .filter((step) => step % 10 === 0)
      .map((step) => ({ step, scores: [] }));
    const kept = points.length > 0 ? { step: points.at(-1)!.step, networks: [] } : undefined;
    return { points, kept, took: [], step: this.step, steps, milliseconds: 1 };
  };
}

async function begun(pace: number) {
  const client = new Instant();
  const course = new Course(terms, async () => client as unknown as TrainingClient);
  course.pace = pace;
  const stop = new AbortController();
  await course.begin(1, () => {}, stop.signal);
  const run = course.advance(100, () => {}, stop.signal);
  run.catch(() => undefined);
  return { client, course, stop, run };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('goes as fast as it can', async () => {
  const { client, course, run } = await begun(Infinity);
  await run;
  expect(client.asked).toEqual([100, 100]);
  expect(course.step).toBe(100);
  expect(course.runs).toMatchObject([{ seed: 1 }]);
  expect(course.runs[0].points).toHaveLength(10);
});

it.each([
  [1, 5],
  [5, 25],
  [20, 100],
])('at %d steps a second does %d in five', async (pace, steps) => {
  const { course } = await begun(pace);
  await vi.advanceTimersByTimeAsync(4999);
  expect(course.step).toBe(steps);
});

it('follows another speed under way, and stops while it waits', async () => {
  const { course, stop, run } = await begun(1);
  await vi.advanceTimersByTimeAsync(1500);
  expect(course.step).toBe(2);
  course.pace = 20;
  await vi.advanceTimersByTimeAsync(1500);
  expect(course.step).toBeGreaterThan(20);
  const reached = course.step;
  stop.abort();
  await expect(run).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(5000);
  expect(course.step).toBe(reached);
});

describe('an engine that goes away', () => {
  /** A course whose workers answer in turn with these faults; an empty text is an answer. */
  function course(faults: string[][], over: Partial<Terms> = {}) {
    const workers: Instant[] = [];
    const it = new Course({ ...terms, ...over }, async () => {
      const worker = new Instant();
      worker.faults = faults[workers.length] ?? [];
      workers.push(worker);
      return worker as unknown as TrainingClient;
    });
    const { signal } = new AbortController();
    const run = async () => {
      await it.begin(1, () => {}, signal);
      await it.advance(100, () => {}, signal);
    };
    return { it, workers, run, signal };
  }

  it.each([
    ['worker', undefined, 'webgl'],
    ['internal', undefined, 'webgl'],
    ['backend', 'webgl', 'wasm'],
  ])('by a fault “%s” is followed by another, from the last look on', async (code, lost, next) => {
    const { it, workers, run } = course([['', code]], { backend: 'webgl' });
    await run();
    expect(workers.map(({ backends }) => backends)).toEqual([['webgl'], [next]]);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    // The second has no more to do than what the first had not done.
    expect(workers[1].asked).toEqual([100]);
    expect(it.recovery).toEqual({ lost, step: 50, backend: next });
    expect(it.step).toBe(100);
    expect(it.runs).toHaveLength(1);
    expect(it.runs[0].points.map(({ step }) => step)).toEqual([
      10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
  });

  it('before the first look begins again', async () => {
    const { it, run } = course([['backend']], { backend: 'webgpu' });
    await run();
    expect(it.recovery).toEqual({ lost: 'webgpu', step: 0, backend: 'wasm' });
    expect(it.runs[0].points).toHaveLength(10);
  });

  it('while nothing runs is followed by another when something is asked', async () => {
    const { it, workers, run } = course([['', '', 'worker']]);
    await run();
    await it.apart(0, 0, () => {});
    expect(workers).toHaveLength(2);
    expect(workers[1].step).toBe(100);
    expect(it.step).toBe(100);
  });

  it('again and again is told, and can be tried once more', async () => {
    const { it, workers, run } = course([['worker'], ['worker'], ['worker']]);
    await expect(run()).rejects.toThrow();
    expect(workers).toHaveLength(3);
    expect(workers.every(({ ended }) => ended)).toBe(true);
    await run();
    expect(it.step).toBe(100);
  });

  it('that was ended on purpose is not', async () => {
    const { it, workers, run, signal } = course([]);
    await run();
    let silence = (): void => undefined;
    const question = new Promise<void>((begun) => {
      workers[0].apart = () =>
        new Promise((_, reject) => {
          silence = () => reject(new EngineError('worker', say('training', 'gone')));
          begun();
        });
    });
    workers[0].end = () => silence();
    const asked = it.apart(0, 0, () => {});
    const behind = it.apart(0, 1, () => {});
    await question;
    it.end();
    await expect(asked).rejects.toThrow();
    await expect(behind).rejects.toThrow('ended');
    expect(workers).toHaveLength(1);
    // Back in the page it goes on from where it was.
    await it.begin(1, () => {}, signal);
    expect(workers[1].step).toBe(100);
    expect(it.runs[0].points).toHaveLength(10);
  });

  it('that does not even start is told at once', async () => {
    const tries: Instant[] = [];
    const it = new Course({ ...terms, backend: 'webgpu' }, async () => {
      const worker = new Instant();
      worker.use = async () => {
        throw new EngineError('backend', say('training', 'gone'));
      };
      tries.push(worker);
      return worker as unknown as TrainingClient;
    });
    await expect(it.begin(1, () => {}, new AbortController().signal)).rejects.toThrow();
    expect(tries.map(({ ended }) => ended)).toEqual([true]);
  });
});
