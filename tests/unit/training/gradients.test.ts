// Every way of halving, and stacks of several, against PyTorch (training/strideless/small_fixture.py), and against the loss itself:
// its central differences in float64 (reference.ts), relative to the largest.
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '#lib/random/index.ts';
import { readSafetensors, type Tensor } from '#lib/safetensors/index.ts';
import { readStack } from '#lib/stack/stack.ts';
import { WAYS } from '#lib/stack/ways.ts';
import { batchOf, Network } from '#lib/training/network.ts';
import { useWasm } from '#lib/training/node.ts';
import type { NetworkPlan } from '#lib/training/plan.ts';
import { numbersOf } from '#lib/training/weights-file.ts';
import { referenceLoss, slopes } from './reference.ts';

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

const parametersOf = (network: Network) =>
  (network as unknown as { parameters: tf.Tensor1D }).parameters.dataSync<'float32'>();

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
      expect(farthest(parametersOf(network), after)).toBeLessThan(LIMIT);
    });
    tf.dispose([batch.images, batch.truth]);
  });

  it('has the slopes that the loss itself shows', () => {
    const { plan, images, labels } = fixture(name);
    // Two pictures of the fixture are enough for every weight to be heard; other weights than PyTorch was asked about.
    const some = { images: images.slice(0, 2 * 3 * plan.side ** 2), labels: labels.slice(0, 2) };
    const batch = batchOf(some.images, some.labels, plan);
    const network = new Network(plan, { seed: 2, rate: RATE });
    // No bias is nought: where nothing of a map is left, its ReLU would stand in its own corner.
    const next = random(5);
    network.put(parametersOf(network).map((value) => value + 0.2 * (next() - 0.5)));
    const parameters = Float64Array.from(parametersOf(network));
    const pixels = Float64Array.from(some.images);
    const { gradient, measures } = network.gradient(batch);
    const [loss] = measures.dataSync();
    expect(Math.abs(referenceLoss(plan, parameters, pixels, some.labels) - loss)).toBeLessThan(
      1e-5,
    );
    const found = gradient.dataSync();
    const seen = slopes((values) => referenceLoss(plan, values, pixels, some.labels), parameters);
    expect(apart(found, seen)).toBeLessThan(LIMIT);
    // With respect to the pictures, too.
    const logits = tf.tidy(() => tf.sub(tf.softmax(network.logits(batch.images)), batch.truth));
    const ofLogits = tf.div(logits, some.labels.length) as tf.Tensor2D;
    const input = network.inputGradient(batch.images, ofLogits);
    const ofPixels = slopes(
      (values) => referenceLoss(plan, parameters, values, some.labels),
      pixels,
    );
    expect(apart(input.dataSync(), ofPixels)).toBeLessThan(LIMIT);
    network.dispose();
    tf.dispose([gradient, measures, logits, ofLogits, input, batch.images, batch.truth]);
  });
});

/** The largest difference over the largest slope. */
function apart(found: ArrayLike<number>, seen: readonly (number | undefined)[]): number {
  expect(found.length).toBe(seen.length);
  let [difference, largest] = [0, 0];
  for (const [i, slope] of seen.entries()) {
    if (slope === undefined) continue;
    difference = Math.max(difference, Math.abs(found[i] - slope));
    largest = Math.max(largest, Math.abs(slope));
  }
  expect(largest).toBeGreaterThan(1e-4);
  return difference / largest;
}
