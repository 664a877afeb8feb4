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
import { arrange } from './arena.ts';
import { inOrder, type KernelArguments, type KernelName, square } from './kernels.ts';
import { type RowKernels, rowKernels } from './row-kernels.ts';
import { layOut, type MapRegion, type Task, type TaskList } from './tasks.ts';

/** The part of TensorFlow.js's WebAssembly module that is used here. */
interface Module {
  HEAPU8: Uint8Array;
  asm: { memory: WebAssembly.Memory };
  cwrap(name: string, result: null, parameters: string[]): (...numbers: number[]) => void;
  tfjs: { disposeData(id: number): void };
}

/** TensorFlow.js's numbers for the activations of a kernel. */
const [LINEAR, RELU] = [0, 1];

/** Bytes of a float32. */
const FLOAT = 4;

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
  private readonly memory: tf.Tensor;
  private readonly gains: tf.Tensor[] = [];
  private readonly starts: number[];
  private readonly ids = new Map<string, tf.TensorInfo>();
  private readonly calls: (() => void)[];

  /**
   * `constants` hold the program's arrays on the current back end, for which `canPlan()` was true.
   */
  constructor(program: Program, shape: Shape4, constants: ReadonlyMap<Constant, tf.Tensor>) {
    this.shape = shape;
    this.constants = constants;
    this.list = layOut(program, shape);
    const { starts, floats } = arrange(this.list.pieces);
    this.memory = tf.zeros([floats]);
    const base = this.backend.dataIdMap.get(this.memory.dataId).memoryOffset;
    this.starts = starts.map((start) => base + start * FLOAT);
    this.calls = this.list.tasks.map((task) => this.call(task));
  }

  /** One pass; the outputs are copies. */
  run(input: Float32Array): Output[] {
    this.view(this.list.input, input.length).set(input);
    for (const call of this.calls) call();
    return this.list.outputs.map(({ place, shape }) => ({
      data: this.view(place, tf.util.sizeFromShape(shape)).slice(),
      shape: [...shape],
    }));
  }

  dispose(): void {
    for (const { dataId } of this.ids.values()) {
      // Not the back end's own way, which would free an address in the middle of `memory`.
      this.module.tfjs.disposeData(this.backend.dataIdMap.get(dataId).id);
      this.backend.dataIdMap.delete(dataId);
    }
    tf.dispose([this.memory, ...this.gains]);
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
          ...{ x: this.id(from, n * h * w * c), filter: this.constant(filter) },
          ...{ bias: bias ? this.constant(bias) : 0, activation: task.relu ? RELU : LINEAR },
          ...{ prelu: 0, leak: 0, out: this.result(task) },
        });
      }
      case 'max-pool': {
        const x = this.id(from, n * h * w * c);
        return this.kernel('MaxPool', { ...map, ...square(task.step), x, out: this.result(task) });
      }
      case 'upsample': {
        const [newHeight, newWidth] = [h * task.factor, w * task.factor];
        return this.kernel('ResizeNearestNeighbor', {
          ...{ ...map, newHeight, newWidth, alignCorners: 0, halfPixelCenters: 0 },
          ...{ x: this.id(from, n * h * w * c), out: this.id(to, n * newHeight * newWidth * c) },
        });
      }
      case 'average-pool': {
        const { window } = task.step;
        if (!window) return () => this.average(from, to, shape);
        const x = this.id(from, n * h * w * c);
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
        const [source, target] = [this.at(from), this.at(to)];
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
    const [source, target] = [this.at(from), this.at(to)];
    const [second, strideOf] = [
      other ? this.at(other) : 0,
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
    const [source, target] = [this.at(from), this.at(to)];
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
      ...{ x: this.id(padded, n * height * width * c), filter: this.constant(filter) },
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
    const [source, target] = [this.at(from), this.at(to)];
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
    const x = this.view(from, n * h * w * c);
    const y = this.view(to, n * c).fill(0);
    for (let i = 0; i < x.length; i++) y[Math.floor(i / (h * w * c)) * c + (i % c)] += x[i];
    for (let i = 0; i < y.length; i++) y[i] /= h * w;
  }

  /** A batch norm as gains, then shifts; gives their address. */
  private affine({ mean, variance, scale, offset, epsilon }: BatchNormStep): number {
    const gain = scale.data.map((s, i) => s / Math.sqrt(variance.data[i] + epsilon));
    const shift = offset.data.map((o, i) => o - mean.data[i] * gain[i]);
    const tensor = tf.tensor(Float32Array.of(...gain, ...shift), [2, gain.length]);
    this.gains.push(tensor);
    return this.backend.dataIdMap.get(tensor.dataId).memoryOffset;
  }

  /** The byte address of a place. */
  private at({ piece, offset }: MapRegion): number {
    return this.starts[piece] + offset * FLOAT;
  }

  /** Made for each use: the memory's buffer is another one after it has grown. */
  private view(place: MapRegion, floats: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.module.HEAPU8.buffer as ArrayBuffer, this.at(place), floats);
  }

  /** The number by which TensorFlow.js's kernels know what a step writes. */
  private result({ step, shape, to }: Task & { step: Step }): number {
    return this.id(to, tf.util.sizeFromShape(shapeOf(step, [shape])));
  }

  /** The number by which TensorFlow.js's kernels know a place. */
  private id(place: MapRegion, floats: number): number {
    const address = this.at(place);
    const key = `${address} ${floats}`;
    const info = this.ids.get(key) ?? this.backend.makeOutput([floats], 'float32', address);
    this.ids.set(key, info);
    return this.backend.dataIdMap.get(info.dataId).id;
  }

  private constant(constant: Constant): number {
    const { dataId } = this.constants.get(constant)!;
    return this.backend.dataIdMap.get(dataId).id;
  }
}
