import type { Graph, Operation, Shape } from '../model/index.ts';
import { binomialFilter } from './binomial.ts';
import type { Choices } from './choices.ts';
import { foldBatchNorm, fuseActivations } from './fold.ts';
import { fuseSpaceToDepth } from './fuse-space-to-depth.ts';
import { joinTwins } from './join-twins.ts';
import { toHwio } from './layouts.ts';
import type { Constant, Program, Step } from './program.ts';
import type { Weights } from './weights.ts';

/**
 * - `reference`: each operation by itself, as PyTorch runs it
 * - `compiled`: batch norm folded into the convolution, the activation in the same step, space-to-depth in front of a
 *   convolution joined with it where that is faster
 * - `literal`: as compiled, but space-to-depth stays by itself, as the published code writes it: strided slices, joined.
 *   Only there to be timed
 */
export type Form = 'reference' | 'compiled' | 'literal';

interface CompileOptions {
  form?: Form;
  keep?: number[];
  choices?: Choices;
}

/** Turns a graph and its (checked) weights into steps. `keep` names values that must stay readable after a pass. */
export function compile(
  graph: Graph,
  weights: Weights,
  { form = 'compiled', keep = [], choices = {} }: CompileOptions = {},
): Program {
  const constants = (name: string) => constant(weights, name);
  const program: Program = {
    steps: graph.operations.map((operation) => toStep(operation, constants, graph.values)),
    outputs: [...graph.outputs, ...keep],
  };
  if (form === 'reference') return { ...program, outputs: graph.outputs };
  const { strided = Infinity, twins = true } = choices;
  const folded = fuseActivations(foldBatchNorm(program));
  if (form === 'literal') return { steps: folded.steps.map(literal), outputs: graph.outputs };
  const joined = fuseSpaceToDepth(folded, strided);
  return { ...(twins ? joinTwins(joined) : joined), outputs: graph.outputs };
}

function literal(step: Step): Step {
  return step.kind === 'space-to-depth' ? { ...step, literal: true } : step;
}

function toStep(
  operation: Operation,
  constants: (name: string) => Constant,
  shapes: readonly Shape[],
): Step {
  const { inputs, output } = operation;
  switch (operation.kind) {
    case 'convolution': {
      const { name, stride, padding, bias } = operation;
      return {
        kind: 'convolution',
        inputs,
        output,
        stride,
        padding,
        filter: toHwio(constants(`${name}.weight`)),
        ...(bias ? { bias: constants(`${name}.bias`) } : {}),
      };
    }
    case 'linear': {
      const { name } = operation;
      const weight = constants(`${name}.weight`);
      return {
        kind: 'convolution',
        inputs,
        output,
        stride: 1,
        padding: 0,
        filter: toHwio({ ...weight, shape: [...weight.shape, 1, 1] }),
        bias: constants(`${name}.bias`),
      };
    }
    case 'batch norm': {
      const { name, epsilon } = operation;
      return {
        kind: 'batch norm',
        inputs,
        output,
        epsilon,
        mean: constants(`${name}.running_mean`),
        variance: constants(`${name}.running_var`),
        scale: constants(`${name}.weight`),
        offset: constants(`${name}.bias`),
      };
    }
    case 'blur-pool': {
      const { kernel, stride, padding } = operation;
      const filter = binomialFilter(kernel, shapes[inputs[0]].channels);
      return { kind: 'blur-pool', inputs, output, stride, padding, filter };
    }
    default:
      return operation;
  }
}

function constant(weights: Weights, name: string): Constant {
  const tensor = weights.get(name);
  if (!tensor) throw new Error(`compile: the tensor '${name}' is not among the checked weights`);
  return { shape: [...tensor.shape], data: tensor.data };
}
