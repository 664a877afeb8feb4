import * as tf from '@tensorflow/tfjs-core';
import { backward, type Seed } from './backward.ts';
import { type Output, read } from './output.ts';
import type { BlurPoolStep, Constant, ConvolutionStep, Program, Shape4, Step } from './program.ts';
import { silu } from './silu.ts';
import { spaceToDepth } from './space-to-depth.ts';
import { canPlan, WasmPlan } from './wasm/plan.ts';

/** A program whose constants lie on the back end that is current while it is made. */
export class Executable {
  private readonly program: Program;
  private readonly constants = new Map<Constant, tf.Tensor>();
  /** For every step, the values that nobody reads after it. */
  private readonly dead: number[][];
  private readonly planned: boolean;
  private plan?: WasmPlan;
  /** The shape of the last input. */
  private warm = '';

  /** `planned`: by a plan where the back end can, and not operation by operation. */
  constructor(program: Program, { planned = false }: { planned?: boolean } = {}) {
    this.program = program;
    this.dead = deadValues(program);
    this.planned = planned && canPlan();
    for (const step of program.steps) {
      for (const constant of Object.values(step).filter(isConstant)) {
        // Steps may share one.
        if (this.constants.has(constant)) continue;
        this.constants.set(constant, tf.tensor(constant.data, constant.shape));
      }
    }
  }

  /** Whether a pass over an input of this shape finds everything made: plan and shaders. */
  ready(shape: Shape4): boolean {
    return this.warm === String(shape);
  }

  /** One pass over `input`, NHWC float32 of `shape`. */
  async run(input: Float32Array, shape: Shape4): Promise<Output[]> {
    const outputs = await this.outputs(input, shape);
    this.warm = String(shape);
    return outputs;
  }

  private async outputs(input: Float32Array, shape: Shape4): Promise<Output[]> {
    if (!this.planned) return read(this.pass(input, shape));
    if (String(this.plan?.shape) !== String(shape)) {
      this.plan?.dispose();
      this.plan = undefined;
      this.plan = new WasmPlan(this.program, shape, this.constants);
    }
    return this.plan!.run(input);
  }

  private pass(numbers: Float32Array, shape: Shape4): tf.Tensor4D[] {
    return tf.tidy(() => {
      const input = tf.tensor4d(numbers, shape);
      const values = new Map<number, tf.Tensor4D>([[0, input]]);
      this.program.steps.forEach((step, index) => {
        const inputs = step.inputs.map((value) => values.get(value)!);
        values.set(step.output, this.step(step, inputs));
        for (const value of this.dead[index]) values.get(value)?.dispose();
      });
      return this.program.outputs.map((value) => tf.clone(values.get(value)!));
    });
  }

  /**
   * The gradient of a weighted sum of output numbers with respect to the input: NHWC float32 of `shape`. The program's
   * convolutions must have no activations of their own.
   */
  async gradient(input: Float32Array, shape: Shape4, seeds: readonly Seed[]): Promise<Output> {
    const [output] = await read([tf.tidy(() => this.wayBack(input, shape, seeds))]);
    return output;
  }

  private wayBack(input: Float32Array, shape: Shape4, seeds: readonly Seed[]): tf.Tensor4D {
    const { steps, outputs } = this.program;
    const values = new Map<number, tf.Tensor4D>([[0, tf.tensor4d(input, shape)]]);
    const read = (step: Step) => step.inputs.map((value) => values.get(value)!);
    for (const step of steps) values.set(step.output, this.step(step, read(step)));
    const gradients = new Map<number, tf.Tensor4D>();
    const add = (value: number, gradient: tf.Tensor4D) => {
      const before = gradients.get(value);
      gradients.set(value, before ? tf.add(before, gradient) : gradient);
    };
    outputs.forEach((value, output) => {
      const { shape, size } = values.get(value)!;
      const weights = new Float32Array(size);
      for (const seed of seeds) if (seed.output === output) weights[seed.index] += seed.weight;
      if (weights.some((weight) => weight !== 0)) add(value, tf.tensor4d(weights, shape));
    });
    for (const step of steps.toReversed()) {
      const gradient = gradients.get(step.output);
      if (!gradient) continue;
      const passed = { inputs: read(step), output: values.get(step.output)!, gradient };
      const back = backward(step, passed, (constant) => this.constant(constant));
      step.inputs.forEach((value, i) => {
        add(value, back[i]);
      });
    }
    return gradients.get(0) ?? tf.zeros(shape);
  }

  dispose(): void {
    this.plan?.dispose();
    this.plan = undefined;
    this.warm = '';
    for (const tensor of this.constants.values()) tensor.dispose();
    this.constants.clear();
  }

  private step(step: Step, inputs: tf.Tensor4D[]): tf.Tensor4D {
    const [x] = inputs;
    switch (step.kind) {
      case 'convolution':
        return this.convolution(step, x);
      case 'batch norm':
        return tf.batchNorm(
          x,
          this.constant<tf.Tensor1D>(step.mean),
          this.constant<tf.Tensor1D>(step.variance),
          this.constant<tf.Tensor1D>(step.offset),
          this.constant<tf.Tensor1D>(step.scale),
          step.epsilon,
        );
      case 'activation':
        return activate(x, step.activation);
      case 'space-to-depth':
        return step.literal ? slicesJoined(x, step.block) : spaceToDepth(x, step.block);
      case 'max-pool':
        return tf.maxPool(x, step.kernel, step.stride, step.padding, 'floor');
      case 'upsample':
        return tf.image.resizeNearestNeighbor(x, [
          x.shape[1] * step.factor,
          x.shape[2] * step.factor,
        ]);
      case 'average-pool':
        if (!step.window) return tf.mean(x, [1, 2], true);
        return tf.avgPool(x, step.window.kernel, step.window.stride, 'valid');
      case 'blur-pool':
        return this.blurPool(step, x);
      case 'concat':
        return tf.concat(inputs, 3);
      case 'slice':
        return tf.slice(x, [0, 0, 0, step.from], [-1, -1, -1, step.channels]);
      case 'add':
        return tf.add(x, inputs[1]);
    }
  }

  private convolution(
    { filter, bias, stride, padding, activation }: ConvolutionStep,
    x: tf.Tensor4D,
  ) {
    const y = tf.fused.conv2d({
      x,
      filter: this.constant<tf.Tensor4D>(filter),
      strides: stride,
      pad: padding,
      dimRoundingMode: 'floor',
      ...(bias ? { bias: this.constant(bias) } : {}),
      activation: activation === 'relu' ? 'relu' : 'linear',
    });
    return activation === 'silu' ? activate(y, 'silu') : y;
  }

  private blurPool({ filter, stride, padding }: BlurPoolStep, x: tf.Tensor4D): tf.Tensor4D {
    const edge: [number, number] = [padding, padding];
    const padded = tf.mirrorPad(x, [[0, 0], edge, edge, [0, 0]], 'reflect');
    return tf.depthwiseConv2d(padded, this.constant<tf.Tensor4D>(filter), stride, 'valid');
  }

  private constant<T extends tf.Tensor>(constant: Constant): T {
    return this.constants.get(constant) as T;
  }
}

function isConstant(field: unknown): field is Constant {
  return typeof field === 'object' && field !== null && 'data' in field && 'shape' in field;
}

function deadValues({ steps, outputs }: Program): number[][] {
  const last = new Map<number, number>();
  steps.forEach((step, index) => {
    for (const value of step.inputs) last.set(value, index);
  });
  const kept = new Set([0, ...outputs]);
  return steps.map((_, index) =>
    [...last].filter(([value, at]) => at === index && !kept.has(value)).map(([value]) => value),
  );
}

function activate(x: tf.Tensor4D, activation: 'silu' | 'relu'): tf.Tensor4D {
  return activation === 'relu' ? tf.relu(x) : silu(x);
}

/** The same as the published code writes it: every block-th pixel from each start, joined. */
function slicesJoined(x: tf.Tensor4D, block: number): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const starts = Array.from({ length: block * block }, (_, i) => [
    i % block,
    Math.floor(i / block),
  ]);
  return tf.concat(
    starts.map(([dy, dx]) =>
      tf.stridedSlice(x, [0, dy, dx, 0], [n, h, w, c], [1, block, block, 1]),
    ),
    3,
  ) as tf.Tensor4D;
}
