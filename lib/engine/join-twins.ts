import type { ConvolutionStep, Program, Step } from './program.ts';

/**
 * Joins convolutions that read the same value through the same window into one, and gives each its slice of the output:
 * C3's two 1x1, which after space-to-depth are two 2x2 of stride 2.
 */
export function joinTwins(program: Program): Program {
  const groups = new Map<string, ConvolutionStep[]>();
  for (const step of program.steps) {
    if (step.kind !== 'convolution' || program.outputs.includes(step.output)) continue;
    const { inputs, filter, bias, stride, padding, activation } = step;
    const key = [inputs[0], filter.shape.slice(0, 3), !!bias, stride, padding, activation].join();
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  let next = Math.max(0, ...program.steps.map(({ output }) => output)) + 1;
  const first = new Map<Step, Step[]>();
  const gone = new Set<Step>();
  for (const twins of groups.values()) {
    if (twins.length < 2) continue;
    first.set(twins[0], joined(twins, next++));
    for (const twin of twins) gone.add(twin);
  }
  const steps = program.steps.flatMap((step) => first.get(step) ?? (gone.has(step) ? [] : step));
  return { ...program, steps };
}

function joined(twins: ConvolutionStep[], output: number): Step[] {
  const [{ filter, bias }] = twins;
  const counts = twins.map((twin) => twin.filter.shape[3]);
  const channels = counts.reduce((sum, count) => sum + count, 0);
  const whole: ConvolutionStep = {
    ...twins[0],
    output,
    filter: {
      shape: [...filter.shape.slice(0, 3), channels],
      data: interleaved(
        twins.map((twin) => twin.filter.data),
        counts,
      ),
    },
    ...(bias
      ? {
          bias: {
            shape: [channels],
            data: interleaved(
              twins.map((twin) => twin.bias!.data),
              counts,
            ),
          },
        }
      : {}),
  };
  let from = 0;
  const slices = twins.map((twin, i): Step => {
    const slice: Step = {
      kind: 'slice',
      inputs: [output],
      output: twin.output,
      from,
      channels: counts[i],
    };
    from += counts[i];
    return slice;
  });
  return [whole, ...slices];
}

/** Rows of `counts[0]`, `counts[1]`, ... numbers, joined row by row. */
function interleaved(arrays: Float32Array[], counts: number[]): Float32Array {
  const width = counts.reduce((sum, count) => sum + count, 0);
  const out = new Float32Array((arrays[0].length / counts[0]) * width);
  let column = 0;
  arrays.forEach((array, k) => {
    for (let i = 0, row = 0; i < array.length; i += counts[k], row++) {
      out.set(array.subarray(i, i + counts[k]), row * width + column);
    }
    column += counts[k];
  });
  return out;
}
