import * as tf from '@tensorflow/tfjs-core';
import { contextLost, unlessLost } from '../engine/context.ts';
import { EngineError } from '../engine/errors.ts';
import { say } from '../faults/index.ts';
import { type Apart, PIECE, takeApart } from '../stack/apart.ts';
import { type Crops, type Dataset, type DatasetSettings, makeDataset } from './dataset.ts';
import { type Footprint, footprintOf } from './footprint.ts';
import type { Network } from './network.ts';
import { COLOURS, type NetworkPlan } from './plan.ts';
import { type Kept, type Point, Trainer, type TrainingSettings, train } from './trainer.ts';

/** Crops whose gradient is looked at. */
const LOOKED_AT = 96;
/** How long crops are made before messages are let in, milliseconds. */
const BREATH = 40;

/** What came of a stretch of training. */
export interface Stretch {
  /** The points of the curves that were reached. */
  points: Point[];
  /** As it stood at the last of them. */
  kept?: Kept;
  /** Milliseconds that each network took for its part of a step, of the steps that were timed. */
  took: number[][];
  /** Steps learnt so far. */
  step: number;
  /** Milliseconds that the stretch took, and the steps in it. */
  milliseconds: number;
  steps: number;
}

/** What is inside of a network. */
export interface Inside {
  plan: NetworkPlan;
  /** All numbers, as `Network.numbers` gives them. */
  numbers: Float32Array;
  footprint: Footprint;
}

/** How all networks stand after other numbers were put into one. */
export interface Put {
  point: Point;
  kept: Kept;
}

/**
 * One reader's training: crops, networks, and how far they are. The back end must be chosen before. Where its graphics context
 * is lost, with all that was learnt, every question ends in an EngineError `backend`: go on in another session, from what
 * was last kept.
 */
export class Session {
  private dataset?: Dataset;
  private trainer?: Trainer;

  /** Makes the crops; answers those that nobody learns from. */
  async prepare(settings: DatasetSettings, tell: (share: number) => void): Promise<Crops> {
    const making = makeDataset(settings);
    let last = performance.now();
    for (;;) {
      const { done, value } = making.next();
      if (done) {
        this.dataset = value;
        return value.unseen;
      }
      if (performance.now() - last < BREATH) continue;
      tell(value);
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
    }
  }

  /** New networks on the crops there are, or those of another session that go on from where they stood. */
  begin(plans: readonly NetworkPlan[], settings: TrainingSettings, kept?: Kept): void {
    this.end();
    if (!this.dataset) throw new EngineError('model', say('training', 'noCrops'));
    this.trainer = new Trainer(this.dataset, plans, settings);
    if (kept) this.trainer.goOn(kept);
  }

  /** Learns until `until` steps are done, or so many milliseconds have passed. */
  advance(until: number, milliseconds: number): Promise<Stretch> {
    const trainer = this.running;
    const before = trainer.step;
    const start = performance.now();
    return surely(async () => {
      const points: Point[] = [];
      let kept: Kept | undefined;
      do {
        const next = Math.min(until, trainer.step + 1);
        for await (const point of train(trainer, next, until)) {
          points.push(point);
          kept = await trainer.keep();
        }
      } while (trainer.step < until && performance.now() - start < milliseconds);
      const passed = performance.now() - start;
      const { step } = trainer;
      const took = trainer.took.splice(0);
      return { points, kept, took, step, milliseconds: passed, steps: step - before };
    });
  }

  /** Numbers and footprint of every network. */
  inside(): Promise<Inside[]> {
    const { networks } = this.running;
    return surely(async () => {
      const found: Inside[] = [];
      for (const network of networks) found.push(await this.insideOf(network));
      return found;
    });
  }

  private async insideOf(network: Network): Promise<Inside> {
    const { unseen } = this.dataset!;
    const { side, classes } = network.plan;
    const each = side * side * COLOURS;
    const gradient = tf.tidy(() => {
      const pixels = unseen.pixels.subarray(0, LOOKED_AT * each);
      const labels = Array.from(unseen.labels.subarray(0, LOOKED_AT));
      const wanted = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
      const images = tf.tensor4d(pixels, [LOOKED_AT, side, side, COLOURS]);
      return network.inputGradient(images, tf.cast(wanted, 'float32') as tf.Tensor2D);
    });
    const footprint = footprintOf(await gradient.data<'float32'>(), side, COLOURS);
    gradient.dispose();
    return { plan: network.plan, numbers: (await network.numbers()).slice(), footprint };
  }

  /** The first halving of a network, taken apart on an unseen crop. */
  async apart(network: number, crop: number): Promise<Apart | undefined> {
    const of = this.running.networks[network];
    const { plan } = of;
    const each = plan.side ** 2 * COLOURS;
    const pixels = this.dataset!.unseen.pixels.subarray(crop * each, (crop + 1) * each);
    const numbers = await surely(() => of.numbers());
    return takeApart(plan.stages[0], numbers, middleOf(pixels, plan.side));
  }

  /** Puts numbers into a network, which may go on learning from there; answers how all stand then. */
  put(network: number, numbers: Float32Array): Promise<Put> {
    const { running } = this;
    running.networks[network].put(numbers);
    return surely(async () => ({ point: await running.look(), kept: await running.keep() }));
  }

  /** Frees what lies on the back end. */
  end(): void {
    this.trainer?.dispose();
    this.trainer = undefined;
  }

  private get running(): Trainer {
    if (!this.trainer) throw new EngineError('model', say('training', 'noNetworks'));
    return this.trainer;
  }
}

/**
 * What is read from the back end, and true.
 *
 * @throws EngineError `backend` where the graphics context is lost meanwhile: reads give nought then, or fail, or never end
 */
async function surely<T>(read: () => Promise<T>): Promise<T> {
  const lost = () => new EngineError('backend', say('engine', 'lostContext', tf.getBackend()));
  try {
    const found = await unlessLost(read());
    if (!contextLost()) return found;
  } catch (error) {
    if (!contextLost()) throw error;
  }
  throw lost();
}

/** The middle of a crop, HWC float32 [PIECE, PIECE, 3]. */
function middleOf(crop: Float32Array, side: number): Float32Array {
  const from = (side - PIECE) / 2;
  return Float32Array.from({ length: PIECE * PIECE * COLOURS }, (_, i) => {
    const place = Math.floor(i / COLOURS);
    const [y, x] = [from + Math.floor(place / PIECE), from + (place % PIECE)];
    return crop[(y * side + x) * COLOURS + (i % COLOURS)];
  });
}
