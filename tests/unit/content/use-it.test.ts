import { describe, expect, test } from 'vitest';
import { channelOrders, channelOrigin } from '#lib/spd/index.ts';
import { has, numbers, output, program } from './programs.ts';

// Two channels of 2x2: pixel (dy, dx) of channel c holds 4c + 2dy + dx.
const expected = channelOrders.flatMap((order) =>
  Array.from({ length: 8 }, (_, o) => {
    const { dy, dx, c } = channelOrigin(order, 2, 2, o);
    return 4 * c + 2 * dy + dx;
  }),
);

const chapter = (title: string, containing: string) => program('use-it', title, containing);

describe('TensorFlow.js', () => {
  test('space-to-depth in all three orders', async () => {
    const code = chapter('TensorFlow.js', 'ORDERS');
    expect(numbers(await output('use-orders.mjs', code))).toEqual(expected);
  });
  test('the strided kernel computes the same', async () => {
    const [difference] = numbers(
      await output('use-strided.mjs', chapter('TensorFlow.js', 'function strided')),
    );
    expect(difference).toBeLessThan(1e-4);
  });
  test('odd sides are filled up', async () => {
    const code = chapter('TensorFlow.js', 'padToBlock');
    expect(numbers(await output('use-pad.mjs', code))).toEqual([1, 126, 250, 3]);
  });
});

describe.skipIf(!has('torch'))('PyTorch', () => {
  test('space-to-depth in all three orders', async () => {
    expect(numbers(await output('use-orders.py', chapter('PyTorch', 'ORDERS')))).toEqual(expected);
  });
  test('the strided kernel computes the same', async () => {
    const [difference] = numbers(await output('use-strided.py', chapter('PyTorch', 'def strided')));
    expect(difference).toBeLessThan(1e-4);
  });
  test('odd sides are filled up', async () => {
    const code = chapter('PyTorch', 'pad_to_block');
    expect(numbers(await output('use-pad.py', code))).toEqual([1, 3, 126, 250]);
  });
  test('what still steps', async () => {
    const said = await output('use-steps.py', chapter('PyTorch', 'def steps'));
    expect(said.trim()).toBe('0: (3, 3), stride (2, 2)');
  });
});

test.skipIf(!has('onnx'))('ONNX: space-to-depth in all three orders', async () => {
  expect(numbers(await output('use-orders-onnx.py', chapter('ONNX', 'ORDERS')))).toEqual(expected);
});

test.skipIf(!has('keras'))('Keras: space-to-depth in all three orders', async () => {
  expect(numbers(await output('use-orders-keras.py', chapter('Keras', 'ORDERS')))).toEqual(
    expected,
  );
});
