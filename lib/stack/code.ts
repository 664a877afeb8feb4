// A stack as a program in four frameworks.
import type { Snippet } from '../figures/kit/code.ts';
import { chainPrograms, type Operation, type Side } from '../figures/kit/programs/index.ts';
import { outputOf } from './counts.ts';
import type { Input, PlacedStage } from './stack.ts';

const shapeOf = ({ size, channels }: Input) => ({ height: size, width: size, channels });

/** The operations of a stage, as frameworks name them. */
function operationsOf({ layers, input, width }: PlacedStage): Operation[] {
  let { size, channels } = input;
  return layers.map((layer): Operation => {
    switch (layer.kind) {
      case 'convolution': {
        const { inputs, outputs, kernel, stride, padding: pad } = layer;
        channels = outputs;
        size /= stride;
        return { kind: 'conv', inputs, outputs, kernel, stride, pad };
      }
      case 'space-to-depth': {
        const operation: Operation = { kind: 'spd', block: 2, input: shapeOf({ size, channels }) };
        size /= 2;
        channels *= 4;
        return operation;
      }
      case 'blur':
        return { kind: 'blur', channels: width, kernel: 3, stride: 2, pad: 1 };
      default: {
        const kind = layer.kind === 'max' ? 'max' : 'mean';
        return { kind, channels: width, kernel: 2, stride: 2, pad: 0 };
      }
    }
  });
}

/** A stack with its names: that of its variable, that of the reader, and what its stages do in words. */
export interface NamedStack {
  variable: string;
  net: string;
  what: string;
  stages: readonly PlacedStage[];
}

/**
 * Each prints the shape of each stack's output, and its weights.
 *
 * @param said what they are about, a sentence without its full stop
 */
export function stackPrograms(said: string, stacks: readonly NamedStack[]): Snippet[] {
  const sides = stacks.map(({ variable, net, what, stages }): [string, Side] => [
    variable,
    {
      net,
      what,
      operations: stages.flatMap(operationsOf),
      input: shapeOf(stages[0].input),
      output: shapeOf(outputOf(stages[stages.length - 1])),
    },
  ]);
  return chainPrograms(said, sides);
}
