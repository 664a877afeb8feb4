import { KERAS, list, ONNX, onnxGraph, type Snippet, TFJS, tuple } from '../kit/code.ts';
import type { Params } from './model.ts';

/** Axes of a map cut into blocks, [n, c, i, dy, j, dx] and [n, i, dy, j, dx, c], in the order of the channels of X'. */
export const AXES: Record<string, { first: readonly number[]; last: readonly number[] }> = {
  spd: { first: [0, 5, 3, 1, 2, 4], last: [0, 1, 3, 4, 2, 5] },
  tensorflow: { first: [0, 3, 5, 1, 2, 4], last: [0, 1, 3, 2, 4, 5] },
  'pixel-unshuffle': { first: [0, 1, 3, 5, 2, 4], last: [0, 1, 3, 5, 2, 4] },
};

/** Each prints the channels of X' in its first place, for X = 0, 1, 2, ... along rows, columns and channels. */
export function code({ block: s, size, channels: c, order }: Params): Snippet[] {
  const small = size / s;
  const deep = s * s * c;
  const all = size * size * c;
  const { first, last } = AXES[order];
  const cutFirst = [1, c, small, s, small, s];
  const cutLast = [1, small, s, small, s, c];
  const nodes =
    order === 'tensorflow'
      ? `nodes = [helper.make_node('SpaceToDepth', ['x'], ['y'], blocksize=${s})]
constants = []`
      : `nodes = [
    helper.make_node('Reshape', ['x', 'cut'], ['blocks']),
    helper.make_node('Transpose', ['blocks'], ['dealt'], perm=${list(first)}),
    helper.make_node('Reshape', ['dealt', 'shape'], ['y']),
]
constants = [
    numpy_helper.from_array(np.array(${list(cutFirst)}), 'cut'),
    numpy_helper.from_array(np.array(${list([1, deep, small, small])}), 'shape'),
]`;
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch, [n, c, h, w]
import torch

x = torch.arange(${all}).reshape(1, ${size}, ${size}, ${c}).permute(0, 3, 1, 2)
blocks = x.reshape(${cutFirst.join(', ')})  # n, c, i, dy, j, dx
y = blocks.permute(${first.join(', ')}).reshape(1, ${deep}, ${small}, ${small})
print(y[0, :, 0, 0].tolist())
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}
x = ops.reshape(ops.arange(${all}), ${tuple([1, size, size, c])})
blocks = ops.reshape(x, ${tuple(cutLast)})  # n, i, dy, j, dx, c
y = ops.reshape(ops.transpose(blocks, ${tuple(last)}), ${tuple([1, small, small, deep])})
print(ops.convert_to_numpy(y)[0, 0, 0].tolist())
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
const x = tf.reshape(tf.range(0, ${all}), ${list([1, size, size, c])});
const blocks = tf.reshape(x, ${list(cutLast)}); // n, i, dy, j, dx, c
const y = tf.reshape(tf.transpose(blocks, ${list(last)}), ${list([1, small, small, deep])});
console.log(tf.slice(y, [0, 0, 0, 0], [1, 1, 1, ${deep}]).dataSync().join(' '));
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
${nodes}
${onnxGraph({ x: [1, c, size, size] }, { y: [1, deep, small, small] })}

x = np.arange(${all}, dtype=np.float32).reshape(1, ${size}, ${size}, ${c}).transpose(0, 3, 1, 2)
y, = ReferenceEvaluator(model).run(None, {'x': x})
print(y[0, :, 0, 0].astype(int).tolist())
`,
    },
  ];
}
