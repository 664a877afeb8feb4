import type { StepDown } from '#lib/model/compare.ts';
import type { Layer } from '#lib/model/layers.ts';
import type { Side as Chain, Operation } from '../kit/programs/frame.ts';
import type { Model } from './model.ts';
import { longName, netNames } from './names.ts';
import type { ArchitectureWords } from './words.ts';

/** What one of the two nets does at a step. */
export interface Side extends Chain {
  parameters: number;
}

/** The step that the chosen layer is a part of; else the last one before it, or the first of all. */
export function stepOf({ steps, params }: Model): StepDown {
  const own = steps.find(({ slots }) => slots.includes(params.layer));
  return own ?? steps.findLast(({ slots }) => slots[0] < params.layer) ?? steps[0];
}

/** The two sides of the chosen step; without that of a net that has no layer there. */
export function sidesOf(
  words: ArchitectureWords,
  model: Model,
): Partial<Record<'strided' | 'spd', Side>> {
  const { slots } = stepOf(model);
  const names = netNames(words, model.params);
  const side = (name: 'strided' | 'spd', net: string): Side | undefined => {
    const layers = slots.flatMap((slot) => {
      const index = model.slots[slot][name];
      return index === undefined ? [] : [model[name][index]];
    });
    const last = layers.at(-1);
    return (
      last && {
        net,
        what: layers.map((layer) => longName(words, layer)).join(', then '),
        operations: layers.flatMap(operationsOf),
        input: layers[0].inputs[0],
        output: last.output,
        parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0),
      }
    );
  };
  return { strided: side('strided', names[0]), spd: side('spd', names[1]) };
}

function operationsOf(layer: Layer): Operation[] {
  const { kind, block, window, inputs, output, parameters } = layer;
  const [input] = inputs;
  const spd: Operation[] = block ? [{ kind: 'spd', block, input }] : [];
  if (!window) return spd;
  const { kernel, stride, padding: pad } = window;
  const { channels } = output;
  const pools = { 'max-pool': 'max', 'average-pool': 'mean', 'blur-pool': 'blur' } as const;
  if (kind in pools) {
    const pool = pools[kind as keyof typeof pools];
    return [{ kind: pool, channels, kernel, stride, pad }];
  }
  const read = input.channels * (block ?? 1) ** 2;
  const conv: Operation = { kind: 'conv', inputs: read, outputs: channels, kernel, stride, pad };
  // In a residual block the batch norm of the 3x3 stands behind space-to-depth and belongs to what follows.
  const normed = parameters > read * channels * kernel ** 2;
  return [...spd, conv, ...(normed ? [{ kind: 'norm', channels } as const] : [])];
}
