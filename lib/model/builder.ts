import { fault } from './errors.ts';
import type { Architecture } from './fields.ts';
import type { Operation, Shape, TensorSpec, Value, Window } from './operations.ts';
import { makeDivisible, scaledDepth } from './scaling.ts';

/**
 * Lays down a graph operation by operation, and keeps count: shapes, tensors, parameters, multiply-accumulates.
 * Modules are written in its methods, each of which returns the value that it computes.
 */
export class Builder {
  readonly architecture: Architecture;
  readonly classes: number;
  readonly values: Shape[];
  readonly operations: Operation[] = [];
  readonly tensors: TensorSpec[] = [];
  parameters = 0;
  macs = 0;

  constructor(architecture: Architecture, picture: Shape, classes: number) {
    this.architecture = architecture;
    this.classes = classes;
    this.values = [picture];
  }

  /** The published width rule: scaled, then up to a multiple of 8. */
  width(channels: number): number {
    return makeDivisible(channels * this.architecture.widthMultiple, 8);
  }

  /** The published depth rule for a number of repeats. */
  depth(number: number): number {
    return scaledDepth(number, this.architecture.depthMultiple);
  }

  shape(value: Value): Shape {
    return this.values[value];
  }

  convolution(
    x: Value,
    name: string,
    channels: number,
    {
      kernel,
      stride = 1,
      padding = Math.floor(kernel / 2),
      bias = false,
    }: Partial<Window> & {
      kernel: number;
      bias?: boolean;
    },
  ): Value {
    const { channels: inputs } = this.shape(x);
    const shape = { ...this.windowed(x, { kernel, stride, padding }), channels };
    this.tensor(`${name}.weight`, [channels, inputs, kernel, kernel]);
    if (bias) this.tensor(`${name}.bias`, [channels]);
    this.macs += shape.height * shape.width * channels * inputs * kernel * kernel;
    return this.emit(shape, (output) => ({
      kind: 'convolution',
      inputs: [x],
      output,
      name,
      kernel,
      stride,
      padding,
      bias,
    }));
  }

  batchNorm(x: Value, name: string): Value {
    const { channels } = this.shape(x);
    this.tensor(`${name}.weight`, [channels]);
    this.tensor(`${name}.bias`, [channels]);
    this.tensor(`${name}.running_mean`, [channels], false);
    this.tensor(`${name}.running_var`, [channels], false);
    const { epsilon } = this.architecture;
    return this.emit(this.shape(x), (output) => ({
      kind: 'batch norm',
      inputs: [x],
      output,
      name,
      epsilon,
    }));
  }

  activation(x: Value, activation: 'silu' | 'relu'): Value {
    return this.emit(this.shape(x), (output) => ({
      kind: 'activation',
      inputs: [x],
      output,
      activation,
    }));
  }

  spaceToDepth(x: Value, block: number): Value {
    const { height, width, channels } = this.shape(x);
    if (height % block !== 0) throw fault('blockHeight', block, height);
    if (width % block !== 0) throw fault('blockWidth', block, width);
    const shape = {
      height: height / block,
      width: width / block,
      channels: channels * block * block,
    };
    return this.emit(shape, (output) => ({ kind: 'space-to-depth', inputs: [x], output, block }));
  }

  maxPool(x: Value, window: Window): Value {
    const shape = this.windowed(x, window);
    return this.emit(shape, (output) => ({ kind: 'max-pool', inputs: [x], output, ...window }));
  }

  upsample(x: Value, factor: number): Value {
    const { height, width, channels } = this.shape(x);
    const shape = { height: height * factor, width: width * factor, channels };
    return this.emit(shape, (output) => ({ kind: 'upsample', inputs: [x], output, factor }));
  }

  /** Over a window without padding, or over the whole map. */
  averagePool(x: Value, side?: { kernel: number; stride: number }): Value {
    const window = side && { ...side, padding: 0 };
    const whole = { height: 1, width: 1, channels: this.shape(x).channels };
    const shape = window ? this.windowed(x, window) : whole;
    return this.emit(shape, (output) => ({
      kind: 'average-pool',
      inputs: [x],
      output,
      ...(window ? { window } : {}),
    }));
  }

  /** Its weights are fixed, but multiplied all the same: they count as MACs, not as parameters. */
  blurPool(x: Value, window: Window): Value {
    const { height, width } = this.shape(x);
    if (window.padding >= Math.min(height, width)) {
      throw fault('reflected', height, width, window.padding);
    }
    const shape = this.windowed(x, window);
    this.macs += shape.height * shape.width * shape.channels * window.kernel ** 2;
    return this.emit(shape, (output) => ({ kind: 'blur-pool', inputs: [x], output, ...window }));
  }

  linear(x: Value, name: string, channels: number): Value {
    const { height, width, channels: inputs } = this.shape(x);
    if (height * width !== 1) {
      throw fault('notVector', height, width);
    }
    this.tensor(`${name}.weight`, [channels, inputs]);
    this.tensor(`${name}.bias`, [channels]);
    this.macs += inputs * channels;
    return this.emit({ height, width, channels }, (output) => ({
      kind: 'linear',
      inputs: [x],
      output,
      name,
    }));
  }

  concat(values: Value[]): Value {
    this.sameMaps(values, 'concatenation');
    const channels = values.reduce((sum, value) => sum + this.shape(value).channels, 0);
    return this.emit({ ...this.shape(values[0]), channels }, (output) => ({
      kind: 'concat',
      inputs: values,
      output,
    }));
  }

  /** The element-wise sum of two maps. */
  sum(a: Value, b: Value): Value {
    this.sameMaps([a, b], 'sumOfMaps');
    const [first, second] = [this.shape(a).channels, this.shape(b).channels];
    if (first !== second) throw fault('sumOfChannels', first, second);
    return this.emit(this.shape(a), (output) => ({ kind: 'add', inputs: [a, b], output }));
  }

  /** Notes a tensor that the weights file holds. Running statistics are no parameters: nothing trains them. */
  tensor(name: string, shape: number[], parameter = true, optional = false): void {
    this.tensors.push(optional ? { name, shape, optional } : { name, shape });
    if (parameter) this.parameters += shape.reduce((product, size) => product * size, 1);
  }

  private emit(shape: Shape, make: (output: Value) => Operation): Value {
    this.values.push(shape);
    const operation = make(this.values.length - 1);
    this.operations.push(operation);
    return operation.output;
  }

  private windowed(x: Value, { kernel, stride, padding }: Window): Shape {
    const { height, width, channels } = this.shape(x);
    const size = (input: number) => Math.floor((input + 2 * padding - kernel) / stride) + 1;
    const shape = { height: size(height), width: size(width), channels };
    if (shape.height < 1 || shape.width < 1) {
      throw fault('window', kernel, height, width, padding);
    }
    return shape;
  }

  private sameMaps(values: Value[], what: 'concatenation' | 'sumOfMaps'): void {
    const size = (value: Value) => `${this.shape(value).height} x ${this.shape(value).width}`;
    const other = values.find((value) => size(value) !== size(values[0]));
    if (other === undefined) return;
    throw fault(what, size(values[0]), size(other));
  }
}
