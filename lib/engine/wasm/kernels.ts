// TensorFlow.js's kernels take their arguments by position. Here each has its list of names, in that order: a caller
// names what it passes. tests/unit/engine/kernels.test.ts holds the lists against the kernels themselves.

const MAP = ['batch', 'height', 'width'] as const;
const PADDING = ['padTop', 'padRight', 'padBottom', 'padLeft'] as const;
const STRIDES = ['strideHeight', 'strideWidth'] as const;
const DILATIONS = ['dilationHeight', 'dilationWidth'] as const;
const KERNEL = ['kernelHeight', 'kernelWidth'] as const;
const CHANNELS = ['inputChannels', 'outputChannels'] as const;

/** What each kernel that a plan calls is passed; `x`, `filter`, `bias`, `prelu` and `out` are numbers of tensors, 0 for none. */
export const KERNELS = {
  FusedConv2D: [
    ...(['x', ...MAP, 'filter', ...KERNEL, 'bias', ...PADDING, 'same'] as const),
    ...([...DILATIONS, ...STRIDES, ...CHANNELS, 'activation', 'prelu', 'leak', 'out'] as const),
  ],
  DepthwiseConv2dNative: [
    ...(['x', ...MAP, 'filter', ...KERNEL, ...PADDING, 'same'] as const),
    ...([...DILATIONS, ...STRIDES, ...CHANNELS, 'out'] as const),
  ],
  MaxPool: ['x', ...MAP, ...KERNEL, ...PADDING, ...DILATIONS, ...STRIDES, ...CHANNELS, 'out'],
  AvgPool: ['x', ...MAP, ...KERNEL, ...PADDING, ...STRIDES, 'inputChannels', 'out'],
  ResizeNearestNeighbor: [
    ...(['x', ...MAP, 'inputChannels', 'newHeight', 'newWidth'] as const),
    ...(['alignCorners', 'halfPixelCenters', 'out'] as const),
  ],
} as const satisfies Record<string, readonly string[]>;

export type KernelName = keyof typeof KERNELS;

/** The arguments of a kernel by name, whole numbers all. */
export type KernelArguments<K extends KernelName> = Record<(typeof KERNELS)[K][number], number>;

/** The same window along both axes, without dilation. */
export function square({
  kernel,
  stride,
  padding = 0,
}: {
  kernel: number;
  stride: number;
  padding?: number;
}) {
  return {
    ...{ kernelHeight: kernel, kernelWidth: kernel, strideHeight: stride, strideWidth: stride },
    ...{ padTop: padding, padRight: padding, padBottom: padding, padLeft: padding },
    ...{ dilationHeight: 1, dilationWidth: 1, same: 0 },
  };
}

/** The arguments in the order in which the kernel takes them; what it does not take is left out. */
export function inOrder<K extends KernelName>(name: K, values: KernelArguments<K>): number[] {
  return KERNELS[name].map((parameter) => values[parameter as keyof KernelArguments<K>]);
}
