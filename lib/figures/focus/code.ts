import { KERAS, type Snippet, TFJS } from '../kit/code.ts';
import { modelOf, type Params } from './model.ts';
import type { FocusWords } from './words.ts';

/** Each prints the shape behind every rearrangement: rows, columns, channels. */
export function code(params: Params, names: FocusWords['gates']): Snippet[] {
  const { gates } = modelOf(params);
  const row = ({ side, channels }: (typeof gates)[number], [open, close]: string) =>
    `    ${open}${side}, ${channels}${close},`;
  const places = gates.map((gate, i) => `${row(gate, '()')}  # ${names[i]}`).join('\n');
  const jsPlaces = gates.map((gate, i) => `${row(gate, '[]')} // ${names[i]}`.slice(2)).join('\n');
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch, [n, c, h, w]
import torch

def focus(x):  # and space-to-depth with block size 2: the same
    return torch.cat([x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]], 1)

for side, channels in [
${places}
]:
    _, c, h, w = focus(torch.zeros(1, channels, side, side, dtype=torch.uint8)).shape
    print(h, w, c)
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}
def focus(x):  # and space-to-depth with block size 2: the same
    return ops.concatenate([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2], x[:, 1::2, 1::2]], 3)

for side, channels in [
${places}
]:
    print(*focus(ops.zeros((1, side, side, channels), 'uint8')).shape[1:])
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
// And space-to-depth with block size 2: the same.
function focus(x) {
  const phase = (i, j) => tf.stridedSlice(x, [0, i, j, 0], x.shape, [1, 2, 2, 1]);
  return tf.concat([phase(0, 0), phase(1, 0), phase(0, 1), phase(1, 1)], 3);
}
for (const [side, channels] of [
${jsPlaces}
]) {
  const shape = tf.tidy(() => focus(tf.zeros([1, side, side, channels])).shape);
  console.log(...shape.slice(1));
}
`,
    },
    {
      framework: 'ONNX',
      code: `# ONNX, [n, c, h, w]
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

# Focus, and space-to-depth with block size 2: the same
starts = {'tl': [0, 0], 'bl': [1, 0], 'tr': [0, 1], 'br': [1, 1]}
nodes = [helper.make_node('Slice', ['x', name, 'ends', 'axes', 'steps'], ['at_' + name]) for name in starts]
nodes.append(helper.make_node('Concat', ['at_' + name for name in starts], ['y'], axis=1))
numbers = starts | {'ends': [1 << 20, 1 << 20], 'axes': [2, 3], 'steps': [2, 2]}
constants = [numpy_helper.from_array(np.array(n), name) for name, n in numbers.items()]
value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.UINT8, shape)
graph = helper.make_graph(nodes, 'focus', [value('x', [1, 'c', 'h', 'w'])], [value('y', [1, 'd', 'i', 'j'])], constants)
model = ReferenceEvaluator(helper.make_model(graph))

for side, channels in [
${places}
]:
    y, = model.run(None, {'x': np.zeros((1, channels, side, side), np.uint8)})
    print(*y.shape[2:], y.shape[1])
`,
    },
  ];
}
