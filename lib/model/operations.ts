/** A map of `height` x `width` with `channels`; a vector is a map of 1 x 1. */
export interface Shape {
  height: number;
  width: number;
  channels: number;
}

/** Index of a tensor that flows through the graph; 0 is the picture. */
export type Value = number;

interface Common {
  inputs: Value[];
  output: Value;
}

/** A convolution or pooling window; the padding is the same on all four sides. */
export interface Window {
  kernel: number;
  stride: number;
  padding: number;
}

export interface Convolution extends Common, Window {
  kind: 'convolution';
  /** Prefix of its tensors: `<name>.weight` [out, in, kernel, kernel], and `<name>.bias` where `bias`. */
  name: string;
  bias: boolean;
}

/** Batch norm with its stored statistics: `<name>.weight`, `.bias`, `.running_mean`, `.running_var`. */
export interface BatchNorm extends Common {
  kind: 'batch norm';
  name: string;
  epsilon: number;
}

export interface Activation extends Common {
  kind: 'activation';
  activation: 'silu' | 'relu';
}

/** Space-to-depth in the published order: channel (block*dx + dy)*C + c. */
export interface SpaceToDepth extends Common {
  kind: 'space-to-depth';
  block: number;
}

export interface MaxPool extends Common, Window {
  kind: 'max-pool';
}

export interface Upsample extends Common {
  kind: 'upsample';
  factor: number;
}

/** The mean over a window without padding; without a window, over the whole map. */
export interface AveragePool extends Common {
  kind: 'average-pool';
  window?: Window;
}

/** Every channel low-passed by fixed binomial weights of `kernel` x `kernel`; the border is reflected. No tensors. */
export interface BlurPool extends Common, Window {
  kind: 'blur-pool';
}

/** A fully connected layer: `<name>.weight` [out, in], `<name>.bias` [out]. */
export interface Linear extends Common {
  kind: 'linear';
  name: string;
}

export interface Concat extends Common {
  kind: 'concat';
}

export interface Add extends Common {
  kind: 'add';
}

/** What every module comes down to: the few operations that the engine runs. */
export type Operation =
  | Convolution
  | BatchNorm
  | Activation
  | SpaceToDepth
  | MaxPool
  | Upsample
  | AveragePool
  | BlurPool
  | Linear
  | Concat
  | Add;

/** A tensor of weights under PyTorch's name and in PyTorch's layout. */
export interface TensorSpec {
  name: string;
  shape: number[];
  /** May be missing in a file (the anchors that a published checkpoint carries along). */
  optional?: boolean;
}
