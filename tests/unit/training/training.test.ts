import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { overPictures, overSeeds } from '#lib/results/index.ts';
import { readStack } from '#lib/stack/stack.ts';
import { WAYS, type Way } from '#lib/stack/ways.ts';
import {
  type Dataset,
  type DatasetSettings,
  datasetAtOnce,
  UNSEEN,
} from '#lib/training/dataset.ts';
import { useWasm } from '#lib/training/node.ts';
import {
  fairStages,
  learnable,
  MOST_MACS,
  type NetworkPlan,
  pair,
  priceOf,
  SIDES,
  sideFor,
} from '#lib/training/plan.ts';
import { contendersOf, PRESETS } from '#lib/training/presets.ts';
import { TASKS, tasks } from '#lib/training/tasks/index.ts';
import { type Point, Trainer, train } from '#lib/training/trainer.ts';
import { networkFile, readNetworkFile } from '#lib/training/weights-file.ts';

const settings: DatasetSettings = {
  task: 'checkerboard',
  side: 12,
  size: 6,
  noise: 10,
  examples: 96,
};

const plan = (way: Way, width = 4): NetworkPlan => ({
  stages: pair(way, width),
  side: 12,
  classes: 2,
});

async function points(dataset: Dataset, seed: number, steps: number): Promise<Point[]> {
  const trainer = new Trainer(dataset, [plan('spd'), plan('strided')], { seed, rate: 0.01 });
  const all: Point[] = [];
  for await (const point of train(trainer, steps)) all.push(point);
  trainer.dispose();
  return all;
}

beforeAll(useWasm);

describe('training', () => {
  it('has the same curve for the same seed, learns, and leaves no tensor behind', async () => {
    const dataset = datasetAtOnce(settings);
    const before = tf.memory().numTensors;
    const first = await points(dataset, 3, 80);
    expect(tf.memory().numTensors).toBe(before);
    expect(await points(dataset, 3, 80)).toEqual(first);
    expect(await points(dataset, 4, 20)).not.toEqual(first.slice(0, 2));
    expect(first.map(({ step }) => step)).toEqual([0, 20, 40, 60, 80]);
    for (const network of [0, 1]) {
      expect(first[4].learnt![network]).toBeLessThan(first[1].learnt![network]);
      expect(first[4].scores[network].loss).toBeLessThan(first[0].scores[network].loss / 2);
      expect(first[4].scores[network].accuracy).toBeGreaterThan(0.9);
    }
    // Ten seeds: as many tensors as before them.
    for (let seed = 0; seed < 10; seed++) await points(dataset, seed, 2);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('goes on after a rest as if there had been none', async () => {
    const dataset = datasetAtOnce(settings);
    const trainer = new Trainer(dataset, [plan('max')], { seed: 1, rate: 0.01 });
    for await (const _ of train(trainer, 7));
    let last: Point | undefined;
    for await (const point of train(trainer, 20)) last = point;
    trainer.dispose();
    const whole = new Trainer(dataset, [plan('max')], { seed: 1, rate: 0.01 });
    for (let i = 0; i < 20; i++) await whole.learn();
    const { scores } = await whole.look();
    whole.dispose();
    expect(last?.scores).toEqual(scores);
  });

  it('gives its numbers as safetensors, and takes them again', async () => {
    const dataset = datasetAtOnce(settings);
    const [a, b] = [1, 2].map(
      (seed) => new Trainer(dataset, [plan('published')], { seed, rate: 1 }),
    );
    const numbers = await a.networks[0].numbers();
    const stored = readNetworkFile(networkFile(plan('published'), numbers, { task: 'x' }).buffer);
    expect(stored.plan).toEqual(plan('published'));
    expect(stored.notes.get('task')).toBe('x');
    b.networks[0].put(stored.numbers);
    expect((await b.look()).scores).toEqual((await a.look()).scores);
    for (const trainer of [a, b]) trainer.dispose();
    const other = networkFile(plan('spd'), new Float32Array(priceOf(plan('spd')).parameters));
    expect(() => readNetworkFile(other.slice(0, -4).buffer)).toThrow();
    expect(readNetworkFile(other.buffer).plan.stages).toEqual(pair('spd', 4));
  });
});

describe('the crops', () => {
  it.each(TASKS)(
    'of %s are the same for the same settings, balanced, and unseen ones are apart',
    (task) => {
      const { classes, sizes } = tasks[task];
      const of = { task, side: 16, size: sizes[2], noise: 5, examples: 20 };
      const [first, again] = [datasetAtOnce(of), datasetAtOnce(of)];
      expect(again).toEqual(first);
      expect(first.unseen.labels).toHaveLength(UNSEEN);
      const counts = Array.from({ length: classes }, (_, label) =>
        first.unseen.labels.reduce((sum, own) => sum + Number(own === label), 0),
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      const each = 16 * 16 * 3;
      const texts = new Set(
        Array.from(first.unseen.labels, (_, i) =>
          String(first.unseen.pixels.subarray(i * each, (i + 1) * each)),
        ),
      );
      for (const i of first.seen.labels.keys())
        expect(texts.has(String(first.seen.pixels.subarray(i * each, (i + 1) * each)))).toBe(false);
    },
  );
});

describe('prices', () => {
  it('are those of the parameters that a network has', () => {
    for (const way of WAYS) {
      const trainer = new Trainer(datasetAtOnce(settings), [plan(way, 5)], { seed: 1, rate: 1 });
      expect(trainer.networks[0].size).toBe(priceOf(plan(way, 5)).parameters);
      trainer.dispose();
    }
  });

  it('of a fair rival are close', () => {
    for (const preset of PRESETS) {
      const [spd, rival] = contendersOf(preset);
      const ratio = priceOf(rival)[preset.fair] / priceOf(spd)[preset.fair];
      expect(Math.abs(Math.log(ratio))).toBeLessThan(0.1);
    }
    expect(fairStages(plan('spd'), plan('spd', 7), 'macs')).toEqual(pair('spd', 7));
    const stack = { ...plan('spd'), side: 16, stages: readStack('max.4_spd.8_strided.24')! };
    const wide = {
      ...stack,
      stages: stack.stages.map((own) => ({ ...own, width: 3 * own.width })),
    };
    expect(fairStages(stack, wide, 'parameters')).toEqual(wide.stages);
  });

  it('of a stack that a browser could not learn are brought down, its proportions kept', () => {
    const heavy = { ...plan('spd'), side: 32, stages: readStack('spd.64_spd.128_spd.256')! };
    expect(priceOf(heavy).macs).toBeGreaterThan(MOST_MACS);
    const light = { ...heavy, stages: learnable(heavy) };
    const { macs } = priceOf(light);
    expect(macs / MOST_MACS).toBeGreaterThan(0.9);
    expect(macs).toBeLessThanOrEqual(MOST_MACS);
    const [a, b, c] = light.stages.map(({ width }) => width);
    expect(Math.abs(b / a - 2) + Math.abs(c / b - 2)).toBeLessThan(0.1);
    expect(learnable(light)).toBe(light.stages);
  });

  it('crops have room for every stack of one to five halvings', () => {
    expect([1, 2, 3, 4, 5].map((halvings) => sideFor(halvings))).toEqual([16, 16, 16, 16, 32]);
    for (const side of SIDES)
      for (const halvings of [1, 2, 3, 4, 5])
        expect(sideFor(halvings, side) % 2 ** halvings).toBe(0);
    expect(sideFor(3, 20)).toBe(24);
  });
});

describe('a verdict', () => {
  it('is sure only beyond what seeds and crops give by chance', () => {
    expect(overSeeds([[0.5, 0.4]])).toBeUndefined();
    const clear = overSeeds([
      [0.9, 0.8],
      [0.88, 0.8],
      [0.92, 0.8],
    ]);
    expect(clear?.ahead).toBe('first');
    expect(clear?.difference).toBeCloseTo(10);
    // Student's t of two degrees of freedom: 4.303 * 2 / sqrt(3).
    expect(clear?.margin).toBeCloseTo(4.968, 2);
    expect(
      overSeeds([
        [0.5, 0.6],
        [0.6, 0.5],
      ])?.ahead,
    ).toBe('level');
    expect(overPictures(10, 30, 400)).toEqual({
      runs: 1,
      difference: -5,
      margin: (196 * Math.sqrt(40)) / 400,
      ahead: 'second',
    });
    expect(overPictures(10, 12, 400).ahead).toBe('level');
  });
});
