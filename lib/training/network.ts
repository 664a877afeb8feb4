import * as tf from '@tensorflow/tfjs-core';
import { HALVINGS, type Halving } from '../engine/halvings.ts';
import { normal, random } from '../random/index.ts';
import { Adam, type AdamState } from './adam.ts';
import { Convolution } from './convolution.ts';
import { crossEntropy } from './loss.ts';
import { COLOURS, type Layer, layersOf, type NetworkPlan } from './plan.ts';

/** Crops and what they show, on the back end. */
export interface Batch {
  /** NHWC float32 [n, side, side, 3]. */
  images: tf.Tensor4D;
  /** One-hot, [n, classes]. */
  truth: tf.Tensor2D;
}

/** What a network has learnt so far, and how it goes on learning. */
export interface Learnt {
  /** Steps of Adam. */
  steps: number;
  /** All its numbers, then Adam's means, then its mean squares. */
  numbers: Float32Array;
}

/** One layer with the place of its numbers in the vector of parameters. */
type Part =
  | { kind: 'convolution'; convolution: Convolution; weights: Slice; bias: Slice }
  | { kind: 'halving'; halving: Halving }
  | { kind: 'mean' };

interface Slice {
  begin: number;
  size: number;
}

/** The stream of random numbers that the first weights come from. */
const WEIGHTS_STREAM = 0x77;

/** A small network on the current back end, and how it learns. */
export class Network {
  readonly plan: NetworkPlan;
  readonly layers: readonly Layer[];
  private readonly parts: Part[];
  private parameters: tf.Tensor1D;
  private optimiser: Adam;

  /**
   * @param seed of the first weights: He's normal distribution, biases nought
   * @param rate learning rate of Adam
   */
  constructor(plan: NetworkPlan, { seed, rate }: { seed: number; rate: number }) {
    this.plan = plan;
    this.layers = layersOf(plan);
    let begin = 0;
    const take = (size: number): Slice => {
      begin += size;
      return { begin: begin - size, size };
    };
    this.parts = this.layers.map((layer): Part => {
      if (layer.kind === 'mean') return { kind: 'mean' };
      if (layer.kind !== 'convolution') return { kind: 'halving', halving: HALVINGS[layer.kind] };
      const weights = take(layer.kernel ** 2 * layer.inputs * layer.outputs);
      const bias = take(layer.outputs);
      return { kind: 'convolution', convolution: new Convolution(layer), weights, bias };
    });
    this.parameters = tf.tensor1d(this.firstWeights(begin, seed));
    this.optimiser = new Adam(begin, rate);
  }

  /** How many weights and biases there are. */
  get size(): number {
    return this.parameters.size;
  }

  /** Logits, float32 [n, classes]. */
  logits(images: tf.Tensor4D): tf.Tensor2D {
    return tf.tidy(() => this.flat(this.forward(images).at(-1)!));
  }

  /** Loss and share of right answers on a batch, float32 [2], and the class that it takes each crop for, [n]. */
  judge({ images, truth }: Batch): { measures: tf.Tensor1D; answers: tf.Tensor1D } {
    return tf.tidy(() => {
      const logits = this.logits(images);
      const { measures } = crossEntropy(logits, truth);
      return { measures, answers: tf.argMax(logits, 1) };
    });
  }

  /** The same, and the gradient of the loss with respect to all parameters. */
  gradient({ images, truth }: Batch): { measures: tf.Tensor1D; gradient: tf.Tensor1D } {
    return tf.tidy(() => {
      const maps = this.forward(images);
      const { measures, gradient } = crossEntropy(this.flat(maps.at(-1)!), truth);
      const [n, classes] = gradient.shape;
      const last = tf.reshape(gradient, [n, 1, 1, classes]) as tf.Tensor4D;
      const { parameters } = this.backward(maps, last, false);
      return { measures, gradient: tf.concat(parameters) as tf.Tensor1D };
    });
  }

  /** The gradient of the input from that of the logits. */
  inputGradient(images: tf.Tensor4D, ofLogits: tf.Tensor2D): tf.Tensor4D {
    return tf.tidy(() => {
      const [n, classes] = ofLogits.shape;
      const last = tf.reshape(ofLogits, [n, 1, 1, classes]) as tf.Tensor4D;
      return this.backward(this.forward(images), last, true).input!;
    });
  }

  /** One step of Adam on a batch; answers loss and share of right answers before it, float32 [2]. */
  learn(batch: Batch): tf.Tensor1D {
    const { measures, gradient } = this.gradient(batch);
    const next = this.optimiser.step(this.parameters, gradient);
    gradient.dispose();
    this.parameters.dispose();
    this.parameters = next;
    return measures;
  }

  /** All numbers: of each convolution the weights (ky, kx, input channel, output), then its bias. */
  async numbers(): Promise<Float32Array> {
    return this.parameters.data<'float32'>();
  }

  /** Goes on from these numbers, with Adam at its beginning. */
  put(numbers: Float32Array): void {
    if (numbers.length !== this.size)
      throw new RangeError(`a network of ${this.size} numbers can't take ${numbers.length}`);
    this.replace(tf.tensor1d(numbers.slice()));
  }

  /** What it takes to go on from here, also on another back end. */
  async learnt(): Promise<Learnt> {
    const { steps, mean, square } = this.optimiser.state;
    const all = tf.concat([this.parameters, mean, square]);
    const numbers = (await all.data<'float32'>()).slice();
    all.dispose();
    return { steps, numbers };
  }

  /** Goes on from there as if it had learnt it here. */
  goOn({ steps, numbers }: Learnt): void {
    const { size } = this;
    const [parameters, mean, square] = [0, 1, 2].map((i) =>
      tf.tensor1d(numbers.slice(i * size, (i + 1) * size)),
    );
    this.replace(parameters, { steps, mean, square });
  }

  dispose(): void {
    this.parameters.dispose();
    this.optimiser.dispose();
  }

  private replace(parameters: tf.Tensor1D, learnt?: AdamState): void {
    const { rate } = this.optimiser;
    this.dispose();
    this.parameters = parameters;
    this.optimiser = new Adam(parameters.size, rate, learnt);
  }

  private firstWeights(size: number, seed: number): Float32Array {
    const next = random(seed, WEIGHTS_STREAM);
    const numbers = new Float32Array(size);
    for (const part of this.parts) {
      if (part.kind !== 'convolution') continue;
      const { kernel, inputs } = part.convolution.layer;
      const deviation = Math.sqrt(2 / (kernel ** 2 * inputs));
      const { begin, size } = part.weights;
      for (let i = begin; i < begin + size; i++) numbers[i] = deviation * normal(next);
    }
    return numbers;
  }

  private filter({ layer }: Convolution, { begin, size }: Slice): tf.Tensor2D {
    return tf.reshape(tf.slice(this.parameters, begin, size), [-1, layer.outputs]) as tf.Tensor2D;
  }

  /** The input, and what every layer makes of it. */
  private forward(images: tf.Tensor4D): tf.Tensor4D[] {
    const maps = [images];
    for (const part of this.parts) {
      const x = maps.at(-1)!;
      if (part.kind === 'mean') maps.push(tf.mean(x, [1, 2], true));
      else if (part.kind === 'halving') maps.push(part.halving.forward(x));
      else {
        const { convolution, weights, bias } = part;
        const offset = tf.slice(this.parameters, bias.begin, bias.size) as tf.Tensor1D;
        maps.push(convolution.forward(x, this.filter(convolution, weights), offset));
      }
    }
    return maps;
  }

  private backward(
    maps: readonly tf.Tensor4D[],
    last: tf.Tensor4D,
    ofInput: boolean,
  ): { parameters: tf.Tensor1D[]; input?: tf.Tensor4D } {
    let gradient: tf.Tensor4D | undefined = last;
    const parameters: tf.Tensor1D[] = [];
    for (let i = this.parts.length - 1; i >= 0 && gradient; i--) {
      const part = this.parts[i];
      const [x, y]: tf.Tensor4D[] = [maps[i], maps[i + 1]];
      if (part.kind === 'mean') gradient = spread(gradient, x);
      else if (part.kind === 'halving') gradient = part.halving.backward(x, y, gradient);
      else {
        const { convolution, weights } = part;
        const wanted = ofInput || this.learnsBefore(i);
        const filter = this.filter(convolution, weights);
        const found = convolution.backward(x, y, gradient, filter, wanted);
        parameters.unshift(found.parameters);
        gradient = found.input;
      }
    }
    return { parameters, input: gradient };
  }

  private learnsBefore(part: number): boolean {
    return this.parts.slice(0, part).some(({ kind }) => kind === 'convolution');
  }

  private flat(map: tf.Tensor4D): tf.Tensor2D {
    return tf.reshape(map, [-1, this.plan.classes]);
  }
}

/** The gradient of a mean over the map: an equal share for every pixel. */
function spread(gradient: tf.Tensor4D, { shape }: tf.Tensor4D): tf.Tensor4D {
  const share = tf.mul(gradient, 1 / (shape[1] * shape[2]));
  return tf.tile(share, [1, shape[1], shape[2], 1]) as tf.Tensor4D;
}

/** Numbers in the back end's form, from crops of `side` and their classes. */
export function batchOf(
  pixels: Float32Array,
  labels: Uint8Array,
  { side, classes }: Pick<NetworkPlan, 'side' | 'classes'>,
): Batch {
  const truth = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => {
    truth[i * classes + label] = 1;
  });
  return {
    images: tf.tensor4d(pixels, [labels.length, side, side, COLOURS]),
    truth: tf.tensor2d(truth, [labels.length, classes]),
  };
}
