import * as tf from '@tensorflow/tfjs-core';
import { random, shuffle } from '../random/index.ts';
import { BATCH, type Crops, type Dataset } from './dataset.ts';
import { type Batch, batchOf, type Learnt, Network } from './network.ts';
import { COLOURS, type NetworkPlan } from './plan.ts';

/** How the networks learn: all of them in the same way. */
export interface TrainingSettings {
  /** Of the first weights and of the order of the crops. */
  seed: number;
  /** Learning rate of Adam. */
  rate: number;
}

/** Steps between two looks at the unseen crops. */
export const INTERVAL = 20;

/** What a network makes of the unseen crops. */
export interface Score {
  /** Mean cross-entropy, nats. */
  loss: number;
  /** Share of right answers. */
  accuracy: number;
  /** Its answer to every unseen crop: a class. */
  answers: Uint8Array;
}

/** A point of the curves; an entry for each network. */
export interface Point {
  /** Steps learnt so far. */
  step: number;
  /** Mean loss on what was learnt since the last point; undefined at the first. */
  learnt?: number[];
  scores: Score[];
}

/** All that a training needs to go on from a look, also in another worker and on another back end. */
export interface Kept {
  /** Steps learnt. */
  step: number;
  networks: Learnt[];
}

/** The stream of random numbers that the order of the crops comes from. */
const ORDER_STREAM = 0x0d;

/** Networks that learn side by side: from the same seed, on the same batches in the same order. */
export class Trainer {
  readonly networks: readonly Network[];
  step = 0;
  /** Whether anybody has looked at it yet. */
  looked = false;
  /** Milliseconds that each network took for its part of a step: of those that were timed, until they are taken. */
  took: number[][] = [];
  private readonly dataset: Dataset;
  private readonly next: () => number;
  private order: number[] = [];
  private readonly questions: Batch;
  private measures: tf.Tensor1D[][] = [];

  constructor(dataset: Dataset, ways: readonly NetworkPlan[], settings: TrainingSettings) {
    this.dataset = dataset;
    this.networks = ways.map((plan) => new Network(plan, settings));
    this.next = random(settings.seed, ORDER_STREAM);
    this.questions = this.batch(dataset.unseen);
  }

  /** All networks learn from one batch; `timed` by the clock, for which a graphics card is waited for. */
  async learn(timed = false): Promise<void> {
    // What went before is not on the bill of the first network.
    if (timed) await this.measures.at(-1)?.at(-1)?.data();
    const batch = this.batch(this.taken());
    const measures: tf.Tensor1D[] = [];
    const took: number[] = [];
    for (const network of this.networks) {
      const start = performance.now();
      const measure = network.learn(batch);
      if (timed) await measure.data();
      took.push(performance.now() - start);
      measures.push(measure);
    }
    if (timed) this.took.push(took);
    this.measures.push(measures);
    tf.dispose([batch.images, batch.truth]);
    this.step++;
  }

  /** How the networks stand: what they make of the unseen crops, and their loss since the last look. */
  async look(): Promise<Point> {
    this.looked = true;
    const learnt = await this.learntSince();
    const scores: Score[] = [];
    for (const network of this.networks) scores.push(await this.score(network));
    return { step: this.step, ...(learnt ? { learnt } : {}), scores };
  }

  /** What it takes to go on from here. Ask after a look: the loss since the last one is left out. */
  async keep(): Promise<Kept> {
    const networks: Learnt[] = [];
    for (const network of this.networks) networks.push(await network.learnt());
    return { step: this.step, networks };
  }

  /** Goes on from there as if it had learnt it here; for one that has learnt nothing yet. */
  goOn({ step, networks }: Kept): void {
    for (const [i, network] of this.networks.entries()) network.goOn(networks[i]);
    // The order of the crops is that of the seed: those of the steps before are passed over.
    for (let i = 0; i < step * BATCH; i++) this.drawn();
    this.step = step;
    this.looked = true;
  }

  dispose(): void {
    for (const network of this.networks) network.dispose();
    tf.dispose([this.questions.images, this.questions.truth, ...this.measures.flat()]);
    this.measures = [];
  }

  private async learntSince(): Promise<number[] | undefined> {
    const { measures } = this;
    if (measures.length === 0) return undefined;
    this.measures = [];
    const sums = this.networks.map(() => 0);
    for (const step of measures)
      for (const [i, measure] of step.entries()) {
        sums[i] += (await measure.data<'float32'>())[0] / measures.length;
        measure.dispose();
      }
    return sums;
  }

  private async score(network: Network): Promise<Score> {
    const { measures, answers } = network.judge(this.questions);
    const [loss, accuracy] = await measures.data<'float32'>();
    const chosen = Uint8Array.from(await answers.data());
    tf.dispose([measures, answers]);
    return { loss, accuracy, answers: chosen };
  }

  /** Index of the next crop; when all have been seen they are mixed anew. */
  private drawn(): number {
    if (this.order.length === 0)
      this.order = shuffle(
        this.next,
        Array.from(this.dataset.seen.labels, (_, index) => index),
      );
    return this.order.pop()!;
  }

  /** The next crops. */
  private taken(): Crops {
    const { pixels, labels } = this.dataset.seen;
    const each = this.dataset.settings.side ** 2 * COLOURS;
    const batch = { pixels: new Float32Array(BATCH * each), labels: new Uint8Array(BATCH) };
    for (let i = 0; i < BATCH; i++) {
      const from = this.drawn();
      batch.pixels.set(pixels.subarray(from * each, (from + 1) * each), i * each);
      batch.labels[i] = labels[from];
    }
    return batch;
  }

  private batch({ pixels, labels }: Crops): Batch {
    return batchOf(pixels, labels, {
      side: this.dataset.settings.side,
      classes: this.dataset.classes,
    });
  }
}

/**
 * Trains until `steps` are done and looks every {@link INTERVAL} steps, at the beginning, and at the end: `end`, where
 * this is only a part of the way.
 */
export async function* train(trainer: Trainer, steps: number, end = steps): AsyncGenerator<Point> {
  if (trainer.step === 0 && !trainer.looked) yield trainer.look();
  while (trainer.step < steps) {
    const looks = (trainer.step + 1) % INTERVAL === 0 || trainer.step + 1 === end;
    // On the processor nothing runs behind, so that a look at the clock costs nothing.
    await trainer.learn(looks || tf.getBackend() === 'wasm');
    if (looks) yield trainer.look();
  }
}
