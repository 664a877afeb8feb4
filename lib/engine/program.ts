/** An array that does not change from run to run, in the layout of TensorFlow.js. */
export interface Constant {
  shape: number[];
  data: Float32Array;
}

interface Common {
  /** Indexes of the values read and written; 0 is the picture. */
  inputs: number[];
  output: number;
}

/** A convolution with bias; `filter` is HWIO [kernel, kernel, in, out]. */
export interface ConvolutionStep extends Common {
  kind: 'convolution';
  filter: Constant;
  bias?: Constant;
  stride: number;
  padding: number;
  activation?: 'silu' | 'relu';
}

/** Batch norm with stored statistics, each [channels]. */
export interface BatchNormStep extends Common {
  kind: 'batch norm';
  mean: Constant;
  variance: Constant;
  scale: Constant;
  offset: Constant;
  epsilon: number;
}

/** A fixed low-pass of every channel by itself; `filter` is [kernel, kernel, channels, 1]. The border is reflected. */
export interface BlurPoolStep extends Common {
  kind: 'blur-pool';
  filter: Constant;
  stride: number;
  padding: number;
}

export type Step =
  | ConvolutionStep
  | BatchNormStep
  | (Common & { kind: 'activation'; activation: 'silu' | 'relu' })
  | (Common & { kind: 'space-to-depth'; block: number; literal?: boolean })
  | (Common & { kind: 'max-pool'; kernel: number; stride: number; padding: number })
  | (Common & { kind: 'upsample'; factor: number })
  | BlurPoolStep
  | (Common & { kind: 'average-pool'; window?: { kernel: number; stride: number } })
  | (Common & { kind: 'concat' })
  /** `channels` channels, the first of them number `from`. */
  | (Common & { kind: 'slice'; from: number; channels: number })
  | (Common & { kind: 'add' });

/** What runs: steps in order, with their weights, and the values wanted at the end. */
export interface Program {
  steps: Step[];
  outputs: number[];
}

/** How many steps read each value; the program's own outputs count too. */
export function readers({ steps, outputs }: Program): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of [...steps.flatMap((step) => step.inputs), ...outputs]) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The program cut down to the steps that `outputs` need. */
export function forOutputs(program: Program, outputs: number[]): Program {
  const needed = new Set(outputs);
  const steps = program.steps.toReversed().filter((step) => {
    if (!needed.has(step.output)) return false;
    for (const value of step.inputs) needed.add(value);
    return true;
  });
  return { steps: steps.toReversed(), outputs };
}

/** NHWC. */
export type Shape4 = [n: number, height: number, width: number, channels: number];

/** The shape that a step makes of the shapes that it reads. */
export function shapeOf(step: Step, inputs: Shape4[]): Shape4 {
  const [n, h, w, c] = inputs[0];
  switch (step.kind) {
    case 'convolution': {
      const [kernel, , , channels] = step.filter.shape;
      return [n, windows(h, { ...step, kernel }), windows(w, { ...step, kernel }), channels];
    }
    case 'max-pool':
      return [n, windows(h, step), windows(w, step), c];
    case 'space-to-depth':
      return [n, h / step.block, w / step.block, c * step.block ** 2];
    case 'upsample':
      return [n, h * step.factor, w * step.factor, c];
    case 'blur-pool':
      return [
        n,
        windows(h, { ...step, kernel: step.filter.shape[0] }),
        windows(w, { ...step, kernel: step.filter.shape[1] }),
        c,
      ];
    case 'average-pool': {
      const { window } = step;
      if (!window) return [n, 1, 1, c];
      return [n, windows(h, { ...window, padding: 0 }), windows(w, { ...window, padding: 0 }), c];
    }
    case 'concat':
      return [n, h, w, inputs.reduce((sum, [, , , channels]) => sum + channels, 0)];
    case 'slice':
      return [n, h, w, step.channels];
    default:
      return [n, h, w, c];
  }
}

function windows(
  side: number,
  { kernel, stride, padding }: { kernel: number; stride: number; padding: number },
): number {
  return Math.floor((side + 2 * padding - kernel) / stride) + 1;
}
