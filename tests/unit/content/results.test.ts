import { expect, test } from 'vitest';
import { has, numbers, output, program } from './programs.ts';

test('TensorFlow.js: the difference and its error', async () => {
  const code = program('results', 'TensorFlow.js', 'function difference');
  expect(numbers(await output('results.mjs', code))).toEqual([3, 1.63]);
});

test.skipIf(!has('torch'))('PyTorch: the difference and its error', async () => {
  const code = program('results', 'PyTorch', 'def difference');
  expect(numbers(await output('results.py', code))).toEqual([3, 1.63]);
});
