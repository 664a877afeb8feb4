// A reader's whole training in the worker: seed after seed, without a leak, and on from where another session stood.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import type { DatasetSettings } from '#lib/training/dataset.ts';
import { useWasm } from '#lib/training/node.ts';
import { type NetworkPlan, pair } from '#lib/training/plan.ts';
import { SEEDS } from '#lib/training/presets.ts';
import { Session } from '#lib/training/session.ts';
import type { Kept, Point } from '#lib/training/trainer.ts';

const settings: DatasetSettings = {
  task: 'checkerboard',
  side: 12,
  size: 6,
  noise: 10,
  examples: 64,
};
const plans: NetworkPlan[] = (['spd', 'max'] as const).map((way) => ({
  stages: pair(way, 3),
  side: 12,
  classes: 2,
}));
const STEPS = 45;
const tensors = () => tf.memory().numTensors;

async function prepared(): Promise<Session> {
  const session = new Session();
  await session.prepare(settings, () => {});
  return session;
}

/** On to `until` in stretches of one step, as a slow machine would; stops after the step `last`. */
async function trained(session: Session, until: number, last = until) {
  const points: Point[] = [];
  let kept: Kept | undefined;
  for (let step = -1; step < last; ) {
    const stretch = await session.advance(until, 0);
    points.push(...stretch.points);
    kept = stretch.kept ?? kept;
    // Every step is timed where that costs nothing.
    expect(stretch.took).toHaveLength(stretch.steps);
    expect(stretch.took.every((each) => each.length === plans.length)).toBe(true);
    step = stretch.step;
  }
  return { points, kept };
}

beforeAll(useWasm);

it('ten seeds leave as many tensors behind as one, and the end leaves none', async () => {
  const before = tensors();
  const session = await prepared();
  const held: number[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    session.begin(plans, { seed, rate: 0.01 });
    const { points } = await trained(session, 21);
    expect(points.map(({ step }) => step)).toEqual([0, 20, 21]);
    // All that the page asks between two stretches.
    const [first] = await session.inside();
    await session.apart(0, 1);
    await session.put(1, (await session.inside())[1].numbers);
    expect(first.numbers.every(Number.isFinite)).toBe(true);
    held.push(tensors());
  }
  expect(held[0]).toBeGreaterThan(before);
  expect(new Set(held)).toEqual(new Set([held[0]]));
  session.end();
  expect(tensors()).toBe(before);
});

it('goes on in another session from the last look as if nothing had been', async () => {
  const whole = await prepared();
  whole.begin(plans, { seed: 5, rate: 0.01 });
  const { points } = await trained(whole, STEPS);
  const first = await prepared();
  first.begin(plans, { seed: 5, rate: 0.01 });
  // Gone seven steps after a look.
  const { kept, points: seen } = await trained(first, STEPS, 27);
  expect(kept!.step).toBe(20);
  const second = await prepared();
  second.begin(plans, { seed: 5, rate: 0.01 }, kept);
  const rest = await trained(second, STEPS);
  expect([...seen, ...rest.points]).toEqual(points);
  for (const session of [whole, first, second]) session.end();
});

it('goes on from numbers that were put in', async () => {
  const first = await prepared();
  first.begin(plans, { seed: 2, rate: 0.01 });
  const numbers = (await first.inside())[0].numbers.map((value) => -value);
  const { point, kept } = await first.put(0, numbers);
  const { points } = await trained(first, STEPS);
  const second = await prepared();
  second.begin(plans, { seed: 2, rate: 0.01 }, kept);
  expect((await second.inside())[0].numbers).toEqual(numbers);
  expect((await trained(second, STEPS)).points).toEqual(points);
  expect(point.step).toBe(0);
  for (const session of [first, second]) session.end();
});
