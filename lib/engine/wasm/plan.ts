import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Output } from '../output.ts';
import {
  type BatchNormStep,
  type Constant,
  type Program,
  type Shape4,
  type Step,
  shapeOf,
} from '../program.ts';
import { inOrder, type KernelArguments, type KernelName, square } from './kernels.ts';
import { layOut } from './layout.ts';
import { FLOAT, type Module, PlanMemory } from './memory.ts';
import { type RowKernels, rowKernels } from './row-kernels.ts';
import type { MapRegion, Task, TaskList } from './task.ts';

/** TensorFlow.js's numbers for the activations of a kernel. */
const [LINEAR, RELU] = [0, 1];

const kernelsOf = new WeakMap<Module, RowKernels | undefined>();

function moduleOf(): Module | undefined {
  if (tf.getBackend() !== 'wasm') return undefined;
  return (tf.backend() as BackendWasm).wasm as unknown as Module;
}

/** Whether a plan can run: TensorFlow.js on wasm, with SIMD. */
export function canPlan(): boolean {
  const module = moduleOf();
  if (!module?.asm?.memory) return false;
  if (!kernelsOf.has(module)) kernelsOf.set(module, rowKernels(module.asm.memory));
  return kernelsOf.get(module) !== undefined;
}

/**
 * A program for inputs of one shape, prepared to the last address: all its maps lie in one tensor, and a pass is a list
 * of calls into TensorFlow.js's kernels and the row kernels, without the bookkeeping of `tf.tidy` and a tensor for every
 * intermediate result (a third of the time of a small network).
 */
export class WasmPlan {
  readonly shape: Shape4;
  private readonly backend = tf.backend() as BackendWasm;
  private readonly module = moduleOf()!;
  private readonly kernels = kernelsOf.get(this.module)!;
  private readonly constants: ReadonlyMap<Constant, tf.Tensor>;
  private readonly list: TaskList;
  private readonly memory: PlanMemory;
  private readonly gains: tf.Tensor[] = [];
  private readonly calls: (() => void)[];

  /**
   * `constants` hold the program's arrays on the current back end, for which `canPlan()` was true.
   */
  constructor(program: Program, shape: Shape4, constants: ReadonlyMap<Constant, tf.Tensor>) {
    this.shape = shape;
    this.constants = constants;
    this.list = layOut(program, shape);
    this.memory = new PlanMemory(this.backend, this.module, this.list.pieces);
    this.calls = this.list.tasks.map((task) => this.call(task));
  }

  /** One pass; the outputs are copies. */
  run(input: Float32Array): Output[] {
    this.memory.view(this.list.input, input.length).set(input);
    for (const call of this.calls) call();
    return this.list.outputs.map(({ place, shape }) => ({
      data: this.memory.view(place, tf.util.sizeFromShape(shape)).slice(),
      shape: [...shape],
    }));
  }

  dispose(): void {
    this.memory.dispose();
    tf.dispose(this.gains);
  }

  private call(task: Task): () => void {
    const { from, to, shape } = task;
    const [n, h, w, c] = shape;
    const map = { batch: n, height: h, width: w, inputChannels: c, outputChannels: c };
    switch (task.kind) {
      case 'convolution': {
        const { filter, bias, stride, padding } = task.step;
        const [kernel, , , outputChannels] = filter.shape;
        return this.kernel('FusedConv2D', {
          ...{ ...map, outputChannels, ...square({ kernel, stride, padding }) },
          ...{ x: this.memory.id(from, n * h * w * c), filter: this.constant(filter) },
          ...{ bias: bias ? this.constant(bias) : 0, activation: task.relu ? RELU : LINEAR },
          ...{ prelu: 0, leak: 0, out: this.result(task) },
        });
      }
      case 'max-pool': {
        const x = this.memory.id(from, n * h * w * c);
        return this.kernel('MaxPool', { ...map, ...square(task.step), x, out: this.result(task) });
      }
      case 'upsample': {
        const [newHeight, newWidth] = [h * task.factor, w * task.factor];
        return this.kernel('ResizeNearestNeighbor', {
          ...{ ...map, newHeight, newWidth, alignCorners: 0, halfPixelCenters: 0 },
          ...{
            x: this.memory.id(from, n * h * w * c),
            out: this.memory.id(to, n * newHeight * newWidth * c),
          },
        });
      }
      case 'average-pool': {
        const { window } = task.step;
        if (!window) return () => this.average(from, to, shape);
        const x = this.memory.id(from, n * h * w * c);
        return this.kernel('AvgPool', {
          ...{ ...map, ...square({ ...window, padding: 0 }) },
          ...{ x, out: this.result(task) },
        });
      }
      case 'blur-pool':
        return this.blurPool(task);
      case 'space-to-depth':
        return this.spaceToDepth(from, to, shape, task.block);
      case 'rows':
        return this.rows(task);
      case 'affine': {
        const gain = this.affine(task.step);
        const strides = [from.stride * FLOAT, to.stride * FLOAT];
        const [source, target] = [this.memory.at(from), this.memory.at(to)];
        const kernel = this.kernels[task.kernel];
        return () => kernel(source, strides[0], target, strides[1], n * h * w, c, gain, 0);
      }
    }
  }

  private kernel<K extends KernelName>(name: K, values: KernelArguments<K>): () => void {
    const numbers = inOrder(name, values);
    const wrapped = this.module.cwrap(
      name,
      null,
      numbers.map(() => 'number'),
    );
    return () => wrapped(...numbers);
  }

  private rows({ kernel: name, from, to, other, shape }: Task & { kind: 'rows' }): () => void {
    const [n, h, w, channels] = shape;
    const kernel = this.kernels[name];
    const whole = [from, to, ...(other ? [other] : [])].every(({ stride }) => stride === channels);
    const [rows, length] = whole ? [1, n * h * w * channels] : [n * h * w, channels];
    const [source, target] = [this.memory.at(from), this.memory.at(to)];
    const [second, strideOf] = [
      other ? this.memory.at(other) : 0,
      (place?: MapRegion) => (place?.stride ?? 0) * FLOAT,
    ];
    const strides = [strideOf(from), strideOf(to), strideOf(other)];
    return () => kernel(source, strides[0], target, strides[1], rows, length, second, strides[2]);
  }

  /** Every other row, and of it every pixel, goes to its phase: one call for each row of the picture. */
  private spaceToDepth(
    from: MapRegion,
    to: MapRegion,
    [n, h, w, c]: Shape4,
    block: number,
  ): () => void {
    const { copy } = this.kernels;
    const [source, target] = [this.memory.at(from), this.memory.at(to)];
    const [read, written] = [w * from.stride * FLOAT, (w / block) * to.stride * FLOAT];
    const [pixel, column] = [from.stride * FLOAT, (to.stride / block) * FLOAT];
    return () => {
      for (let row = 0; row < n * h; row++) {
        const [y, dy] = [Math.floor(row / block), row % block];
        const start = target + y * written + dy * c * FLOAT;
        copy(source + row * read, pixel, start, column, w, c, 0, 0);
      }
    };
  }

  private blurPool(task: Task & { kind: 'blur-pool' }): () => void {
    const { from, shape, step, padded } = task;
    const [n, h, w, c] = shape;
    const { filter, stride, padding: p } = step;
    const [height, width] = [h + 2 * p, w + 2 * p];
    const filtered = this.kernel('DepthwiseConv2dNative', {
      ...{ batch: n, height, width, inputChannels: c, outputChannels: c },
      ...square({ kernel: filter.shape[0], stride }),
      ...{ x: this.memory.id(padded, n * height * width * c), filter: this.constant(filter) },
      out: this.result(task),
    });
    const reflect = this.reflect(from, padded, shape, p);
    return () => {
      reflect();
      filtered();
    };
  }

  /** Copies a map into the middle of a larger one, whose border of `p` pixels mirrors it: row -1 is row 1. */
  private reflect(from: MapRegion, to: MapRegion, [n, h, w]: Shape4, p: number): () => void {
    const { copy } = this.kernels;
    const [source, target] = [this.memory.at(from), this.memory.at(to)];
    const [read, written] = [from.stride * FLOAT, to.stride * FLOAT];
    const mirrored = (i: number, size: number) => (i < 0 ? -i : i < size ? i : 2 * (size - 1) - i);
    const border = Array.from({ length: p }, (_, i) => [i - p, w + i]).flat();
    return () => {
      for (let image = 0; image < n; image++) {
        for (let row = -p; row < h + p; row++) {
          const start = source + (image * h + mirrored(row, h)) * w * read;
          const end = target + ((image * (h + 2 * p) + row + p) * (w + 2 * p) + p) * written;
          copy(start, read, end, written, w, to.stride, 0, 0);
          for (const x of border)
            copy(
              start + mirrored(x, w) * read,
              read,
              end + x * written,
              written,
              1,
              to.stride,
              0,
              0,
            );
        }
      }
    };
  }

  private average(from: MapRegion, to: MapRegion, [n, h, w, c]: Shape4): void {
    const x = this.memory.view(from, n * h * w * c);
    const y = this.memory.view(to, n * c).fill(0);
    for (let i = 0; i < x.length; i++) y[Math.floor(i / (h * w * c)) * c + (i % c)] += x[i];
    for (let i = 0; i < y.length; i++) y[i] /= h * w;
  }

  /** A batch norm as gains, then shifts; gives their address. */
  private affine({ mean, variance, scale, offset, epsilon }: BatchNormStep): number {
    const gain = scale.data.map((s, i) => s / Math.sqrt(variance.data[i] + epsilon));
    const shift = offset.data.map((o, i) => o - mean.data[i] * gain[i]);
    const tensor = tf.tensor(Float32Array.of(...gain, ...shift), [2, gain.length]);
    this.gains.push(tensor);
    return this.memory.addressOf(tensor);
  }

  /** The number by which TensorFlow.js's kernels know what a step writes. */
  private result({ step, shape, to }: Task & { step: Step }): number {
    return this.memory.id(to, tf.util.sizeFromShape(shapeOf(step, [shape])));
  }

  private constant(constant: Constant): number {
    const { dataId } = this.constants.get(constant)!;
    return this.backend.dataIdMap.get(dataId).id;
  }
}
