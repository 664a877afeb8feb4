// A course against a worker that answers at once, by a clock that the test moves.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Course, type Terms } from '#components/train/run.ts';
import type { TrainingClient } from '#lib/training/index.ts';

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
  use = async () => 'wasm';
  prepare = async () => ({});
  inside = async () => [];
  begin = async () => {
    this.step = 0;
  };
  advance = async (until: number) => {
    this.asked.push(until);
    const steps = Math.min(until - this.step, 50);
    const from = this.step;
    this.step += steps;
    const points = Array.from({ length: this.step - from }, (_, i) => from + i + 1)
      .filter((step) => step % 10 === 0)
      .map((step) => ({ step, scores: [] }));
    return { points, step: this.step, steps, milliseconds: 1 };
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
