import type { Operation, Shape, Value } from './operations.ts';

/** How one window of a row reads its map. */
export interface Reading {
  /** Which convolution or step of the row: the tensor prefix within the row, or the kind of step. */
  name: string;
  kind: 'convolution' | 'max-pool' | 'space-to-depth' | 'average-pool' | 'blur-pool' | 'upsample';
  /** Side of the window, pixels of the map read. */
  kernel: number;
  stride: number;
  padding: number;
  /** The map read, and the map written. */
  input: Shape;
  output: Shape;
  /** Every interior pixel is read equally often: the stride divides the kernel. */
  uniform: boolean;
  /** Share of the pixels that no window looks at (a 1x1 window of stride 2 skips three in four). */
  skipped: number;
}

/** The readings of a row's windows; element-wise steps read every pixel once and are left out. */
export function readings(operations: Operation[], shapes: Shape[], prefix: string): Reading[] {
  return operations.flatMap((operation) => {
    const window = windowOf(operation, shapes);
    if (!window) return [];
    const { kernel, stride } = window;
    return {
      ...window,
      name: 'name' in operation ? operation.name.slice(prefix.length + 1) : operation.kind,
      input: shapes[operation.inputs[0]],
      output: shapes[operation.output],
      uniform: kernel % stride === 0,
      skipped: kernel >= stride ? 0 : 1 - (kernel / stride) ** 2,
    };
  });
}

type ReadWindow = Pick<Reading, 'kind' | 'kernel' | 'stride' | 'padding'>;

function windowOf(operation: Operation, shapes: Shape[]): ReadWindow | undefined {
  const whole = (value: Value) => Math.max(shapes[value].height, shapes[value].width);
  switch (operation.kind) {
    case 'convolution':
    case 'max-pool':
    case 'blur-pool': {
      const { kind, kernel, stride, padding } = operation;
      return { kind, kernel, stride, padding };
    }
    case 'space-to-depth':
      return { kind: operation.kind, kernel: operation.block, stride: operation.block, padding: 0 };
    case 'average-pool': {
      if (operation.window) return { kind: operation.kind, ...operation.window };
      const side = whole(operation.inputs[0]);
      return { kind: operation.kind, kernel: side, stride: side, padding: 0 };
    }
    case 'upsample':
      return { kind: operation.kind, kernel: 1, stride: 1, padding: 0 };
    default:
      return undefined;
  }
}
