import {
  type BatchNormStep,
  type ConvolutionStep,
  type Program,
  readers,
  type Step,
} from './program.ts';

/** Joins a pair "convolution, then `second`" into one step wherever nobody else reads the convolution's own output. */
function joinPairs(
  program: Program,
  join: (convolution: ConvolutionStep, second: Step) => ConvolutionStep | undefined,
): Program {
  const counts = readers(program);
  const convolutions = new Map<number, ConvolutionStep>();
  const joined = new Map<Step, ConvolutionStep>();
  for (const step of program.steps) {
    const first = convolutions.get(step.inputs[0]);
    const both = first && counts.get(first.output) === 1 ? join(first, step) : undefined;
    if (first && both) joined.set(first, { ...both, output: step.output });
    if (first && both) joined.set(step, { ...both, output: -1 });
    if (step.kind === 'convolution') convolutions.set(step.output, step);
  }
  const steps = program.steps
    .map((step) => joined.get(step) ?? step)
    .filter(({ output }) => output >= 0);
  return { ...program, steps };
}

/**
 * Folds batch norm into the convolution before it: with g = scale / sqrt(variance + epsilon), the filter times g a
 * channel, the bias (bias - mean) * g + offset.
 */
export function foldBatchNorm(program: Program): Program {
  return joinPairs(program, (convolution, second) =>
    second.kind === 'batch norm' && !convolution.activation
      ? folded(convolution, second)
      : undefined,
  );
}

function folded(convolution: ConvolutionStep, norm: BatchNormStep): ConvolutionStep {
  const { filter, bias } = convolution;
  const channels = norm.scale.data.length;
  const gain = Float64Array.from(
    norm.scale.data,
    (scale, o) => scale / Math.sqrt(norm.variance.data[o] + norm.epsilon),
  );
  const shift = Float32Array.from(
    gain,
    (g, o) => ((bias?.data[o] ?? 0) - norm.mean.data[o]) * g + norm.offset.data[o],
  );
  const data = new Float32Array(filter.data.length);
  for (let i = 0; i < data.length; i += channels) {
    for (let o = 0; o < channels; o++) data[i + o] = filter.data[i + o] * gain[o];
  }
  return {
    ...convolution,
    filter: { ...filter, data },
    bias: { shape: [channels], data: shift },
  };
}

/** Runs an activation in the same step as the convolution before it. */
export function fuseActivations(program: Program): Program {
  return joinPairs(program, (convolution, second) =>
    second.kind === 'activation' && !convolution.activation
      ? { ...convolution, activation: second.activation }
      : undefined,
  );
}
