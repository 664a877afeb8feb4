import { fieldOf, type StackLayer } from '../../spd/paths.ts';
import { KERAS, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { modelOf, type Params, spdLayers, stridedLayers } from './model.ts';
import { ownCode } from './own-code.ts';

/** Each prints the fewest and the most paths from a pixel, of the strided stack and then of the one with space-to-depth. */
export function code(params: Params): Snippet[] {
  const { window, strided, spd } = modelOf(params);
  if (strided.own || spd.own) return ownCode(params);
  const stacks = [
    stridedLayers(params, params.halvings),
    spdLayers(params, params.halvings),
  ] as const;
  // So far from the edges that none is felt.
  const before = Math.max(
    ...stacks.map((layers) => {
      const { field, jump } = fieldOf(layers);
      return Math.ceil(field / jump) * jump;
    }),
  );
  const size = 2 * before + window;
  const end = before + window;
  const [a, b] = stacks.map((layers) => layers.map(written));
  const python = (layers: string[]) => `[${layers.map((l) => `(${l})`).join(', ')}]`;
  const js = (layers: string[]) => `[${layers.map((l) => `[${l}]`).join(', ')}]`;
  const list = `# Layers: space-to-depth of so many, then a kernel of ones, its stride and padding
stacks = [
    ${python(a)},
    ${python(b)},
]
`;
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: for weights of one, the gradient of the sum is the number of paths
import torch
import torch.nn.functional as F

${list}
for layers in stacks:
    x = torch.zeros(1, 1, ${size}, ${size}, requires_grad=True)
    y = x
    for block, kernel, stride, padding in layers:
        y = F.pixel_unshuffle(y, block)
        y = F.conv2d(y, torch.ones(1, block**2, kernel, kernel), stride=stride, padding=padding)
    y.sum().backward()
    paths = x.grad[0, 0, ${before}:${end}, ${before}:${end}]  # far from the edges
    print(int(paths.min()), int(paths.max()))
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import numpy as np

${list}
for layers in stacks:
    # One line for every pixel, in which it alone is 1: its paths along one axis are what comes out.
    x = np.zeros(${tuple([window, size, 1])}, 'float32')
    x[range(${window}), range(${before}, ${end})] = 1
    for block, kernel, stride, padding in layers:
        x = ops.reshape(x, (${window}, -1, block))
        x = ops.pad(x, ((0, 0), (padding, padding), (0, 0)))
        ones = np.ones((kernel, block, 1), 'float32')
        x = ops.conv(x, ones, strides=stride, padding='valid', data_format='channels_last')
    paths = ops.convert_to_numpy(ops.sum(x, axis=(1, 2)))
    print(int(paths.min()) ** 2, int(paths.max()) ** 2)  # of both axes
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}import '@tensorflow/tfjs-core/dist/register_all_gradients';

// Layers: space-to-depth of so many, then a kernel of ones, its stride and padding
const stacks = [
  ${js(a)},
  ${js(b)},
];
function run(x, layers) {
  let y = x;
  for (const [block, kernel, stride, padding] of layers) {
    const side = y.shape[1] / block;
    const blocks = tf.reshape(y, [1, side, block, side, block, 1]);
    y = tf.reshape(tf.transpose(blocks, [0, 1, 3, 4, 2, 5]), [1, side, side, block ** 2]);
    y = tf.pad(y, [[0, 0], [padding, padding], [padding, padding], [0, 0]]);
    y = tf.conv2d(y, tf.ones([kernel, kernel, block ** 2, 1]), stride, 'valid');
  }
  return tf.sum(y);
}
// For weights of one, the gradient of the sum is the number of paths.
for (const layers of stacks) {
  const paths = tf.grad((x) => run(x, layers))(tf.zeros([1, ${size}, ${size}, 1]));
  const middle = tf.slice(paths, [0, ${before}, ${before}, 0], [1, ${window}, ${window}, 1]);
  console.log(tf.min(middle).dataSync()[0], tf.max(middle).dataSync()[0]);
}
`,
    },
    {
      framework: 'ONNX',
      code: `# ONNX, along one axis: [n, c, w]
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

${list}
value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
for layers in stacks:
    nodes, constants, last = [], [], 'x'
    for i, (block, kernel, stride, padding) in enumerate(layers):
        constants += [
            numpy_helper.from_array(np.array([${window}, -1, block]), f'cut{i}'),
            numpy_helper.from_array(np.ones((1, block, kernel), np.float32), f'w{i}'),
        ]
        nodes += [
            helper.make_node('Reshape', [last, f'cut{i}'], [f'blocks{i}']),
            helper.make_node('Transpose', [f'blocks{i}'], [f'spd{i}'], perm=[0, 2, 1]),
            helper.make_node('Conv', [f'spd{i}', f'w{i}'], [f'y{i}'], strides=[stride], pads=[padding, padding]),
        ]
        last = f'y{i}'
    graph = helper.make_graph(nodes, 'stack', [value('x', ${`[${window}, 1, ${size}]`})], [value(last, ['n', 'c', 'w'])], constants)

    # One line for every pixel, in which it alone is 1: its paths along one axis are what comes out.
    x = np.zeros(${tuple([window, 1, size])}, np.float32)
    x[range(${window}), 0, range(${before}, ${end})] = 1
    y, = ReferenceEvaluator(helper.make_model(graph)).run(None, {'x': x})
    paths = y.sum((1, 2)).astype(int)
    print(paths.min() ** 2, paths.max() ** 2)  # of both axes
`,
    },
  ];
}

/** "2, 3, 1, 1": block, kernel, stride, padding. */
function written({ block = 1, kernel, stride = 1, padding = 0 }: StackLayer): string {
  return [block, kernel, stride, padding].join(', ');
}
