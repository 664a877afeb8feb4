// Every way of halving, and stacks of several, against PyTorch (training/strideless/small_fixture.py), and against differences of the loss.
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '#lib/random/index.ts';
import { readSafetensors, type Tensor } from '#lib/safetensors/index.ts';
import { readStack } from '#lib/stack/stack.ts';
import { WAYS } from '#lib/stack/ways.ts';
import { type Batch, batchOf, Network } from '#lib/training/network.ts';
import { useWasm } from '#lib/training/node.ts';
import type { NetworkPlan } from '#lib/training/plan.ts';
import { numbersOf } from '#lib/training/weights-file.ts';

const LIMIT = 1e-4;
const RATE = 0.01;

/** One, three, four and five halvings, each way behind another one. */
const STACKS = ['one', 'three', 'four', 'five'];

function fixture(name: string) {
  const file = new URL(`../../fixtures/training/${name}.safetensors`, import.meta.url);
  const { tensors, metadata } = readSafetensors(new Uint8Array(readFileSync(file)));
  const plan: NetworkPlan = {
    stages: readStack(metadata.get('stages')!)!,
    side: Number(metadata.get('side')),
    classes: 3,
  };
  const ending = (suffix: string) =>
    new Map([...tensors].map(([name, tensor]) => [name.replace(suffix, ''), tensor]));
  const only = (suffix: string) =>
    numbersOf(
      plan,
      suffix
        ? ending(suffix)
        : new Map([...tensors].filter(([name]) => /(weight|bias)$/.test(name))),
    );
  const data = (name: string) => (tensors.get(name) as Tensor).data as Float32Array;
  return {
    plan,
    weights: only(''),
    gradient: only('.gradient'),
    after: only('.after'),
    steps: Number(metadata.get('steps')),
    loss: data('loss')[0],
    images: nhwc(data('images'), plan.side),
    ofImages: nhwc(data('images.gradient'), plan.side),
    labels: Uint8Array.from(data('labels')),
  };
}

function nhwc(data: Float32Array, side: number): Float32Array {
  const n = data.length / (3 * side * side);
  return tf.tidy(() =>
    tf.transpose(tf.tensor4d(data.slice(), [n, 3, side, side]), [0, 2, 3, 1]).dataSync<'float32'>(),
  );
}

function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

function withNetwork(plan: NetworkPlan, weights: Float32Array, use: (network: Network) => void) {
  const network = new Network(plan, { seed: 1, rate: RATE });
  network.put(weights);
  use(network);
  network.dispose();
}

beforeAll(useWasm);

describe.each([...WAYS, ...STACKS])('%s', (name) => {
  it('has PyTorch’s loss, gradients and steps of Adam', () => {
    const { plan, weights, gradient, after, steps, loss, images, ofImages, labels } = fixture(name);
    const batch = batchOf(images, labels, plan);
    withNetwork(plan, weights, (network) => {
      const found = network.gradient(batch);
      expect(farthest(found.measures.dataSync().slice(0, 1), [loss])).toBeLessThan(LIMIT);
      expect(farthest(found.gradient.dataSync(), gradient)).toBeLessThan(LIMIT);
      // The gradient of the loss with respect to the picture, from that of the logits.
      const logits = tf.tidy(() => tf.sub(tf.softmax(network.logits(batch.images)), batch.truth));
      const ofLogits = tf.div(logits, labels.length) as tf.Tensor2D;
      const input = network.inputGradient(batch.images, ofLogits);
      expect(farthest(input.dataSync(), ofImages)).toBeLessThan(LIMIT);
      for (let i = 0; i < steps; i++) network.learn(batch).dispose();
      tf.dispose([found.measures, found.gradient, logits, ofLogits, input]);
    });
    withNetwork(plan, weights, (network) => {
      for (let i = 0; i < steps; i++) network.learn(batch).dispose();
      const learnt = (network as unknown as { parameters: tf.Tensor1D }).parameters.dataSync();
      expect(farthest(learnt, after)).toBeLessThan(LIMIT);
    });
    tf.dispose([batch.images, batch.truth]);
  });

  it('has the slope that the loss itself shows', () => {
    const { stages, side: own } = fixture(name).plan;
    // Wide enough that few ReLUs decide.
    const wider = stages.map(({ way, width }) => ({ way, width: 2 * width }));
    const plan: NetworkPlan = {
      stages: wider,
      side: own === 8 && stages.length < 3 ? 12 : own,
      classes: 4,
    };
    const next = random(5);
    const pixels = Float32Array.from({ length: 8 * plan.side ** 2 * 3 }, () => next());
    const batch = batchOf(
      pixels,
      Uint8Array.from({ length: 8 }, (_, i) => i % 4),
      plan,
    );
    const network = new Network(plan, { seed: 2, rate: RATE });
    const start = (network as unknown as { parameters: tf.Tensor1D }).parameters.dataSync().slice();
    const { gradient, measures } = network.gradient(batch);
    const uphill = gradient.dataSync().slice();
    const slope = Math.hypot(...uphill);
    const lossAt = (step: number) => {
      network.put(start.map((value, i) => value + (step * uphill[i]) / slope) as Float32Array);
      return lossOf(network, batch);
    };
    // Short: every ReLU that changes sides on the way bends the loss.
    const step = 1e-3;
    const seen = (lossAt(step) - lossAt(-step)) / (2 * step);
    expect(Math.abs(seen / slope - 1)).toBeLessThan(0.02);
    network.dispose();
    tf.dispose([gradient, measures, batch.images, batch.truth]);
  });
});

function lossOf(network: Network, batch: Batch): number {
  const { measures, answers } = network.judge(batch);
  const [loss] = measures.dataSync();
  tf.dispose([measures, answers]);
  return loss;
}
