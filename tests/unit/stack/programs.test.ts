// The programs of the stacks run, and print the shapes and the weights that the page shows.
import { describe, expect, it } from 'vitest';
import { stackPrograms } from '#lib/stack/code.ts';
import { outputOf, placed, readStack, totalCost } from '#lib/stack/index.ts';
import { has, numbers, output } from '../content/programs.ts';

const input = { size: 32, channels: 3 };
// Every way of halving, and each kind of constant twice in one graph.
const stacks = [
  ['first', 'spd.4_published.5_blur.6_spd.3_blur.4'],
  ['second', 'strided.4_strided-6.3_strided-2.5_max.4_average.2'],
].map(([variable, text]) => ({
  variable,
  net: `${variable} stack`,
  what: text,
  stages: placed(readStack(text)!, input),
}));
const programs = stackPrograms('Two stacks', stacks);

const expected = (isChannelsFirst: boolean) =>
  stacks.flatMap(({ stages }) => {
    const { size, channels } = outputOf(stages[stages.length - 1]);
    const shape = isChannelsFirst ? [channels, size, size] : [size, size, channels];
    return [1, ...shape, totalCost(stages).weights];
  });
const codeOf = (name: string) => programs.find(({ framework }) => framework === name)!.code;

describe('the programs of two stacks', () => {
  it('in TensorFlow.js', async () => {
    expect(numbers(await output('stack.mjs', codeOf('TensorFlow.js')))).toEqual(expected(false));
  });

  it.skipIf(!has('torch'))('in PyTorch', async () => {
    expect(numbers(await output('stack.py', codeOf('PyTorch')))).toEqual(expected(true));
  });

  it.skipIf(!has('onnx'))('in ONNX', async () => {
    expect(numbers(await output('stack.py', codeOf('ONNX')))).toEqual(expected(true));
  });

  it.skipIf(!has('keras'))('in Keras', async () => {
    expect(numbers(await output('stack.py', codeOf('Keras')))).toEqual(expected(false));
  });
});
