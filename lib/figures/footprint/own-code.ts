import { fieldOf, type PlaneLayer, type StackLayer } from '../../spd/paths.ts';
import { KERAS, list, ONNX, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { modelOf, type Params, spdLayers, stridedLayers } from './model.ts';
import { ownOf } from './own.ts';

/** A layer whose every weight is one, behind space-to-depth too, as a window on what it reads. */
function ofOnes({ kernel, stride = 1, padding = 0, block = 1 }: StackLayer): PlaneLayer {
  const side = kernel * block;
  const weights = Array<number>(side * side).fill(1);
  return { kernel: side, stride: stride * block, padding: Number(padding) * block, weights };
}

/**
 * With weights of the reader's own: each prints the least and the most that a pixel has of the mean, of the strided stack
 * and then of the one with space-to-depth. What the paths of all pixels add up to is a transposed convolution of ones.
 */
export function ownCode(params: Params): Snippet[] {
  const { halvings } = params;
  const { window } = modelOf(params);
  const [strided, spd] = (['strided', 'spd'] as const).map((place) =>
    ownOf(params, place)?.halvings.slice(0, halvings).flat(),
  );
  const stacks = [
    strided ?? stridedLayers(params, halvings).map(ofOnes),
    spd ?? spdLayers(params, halvings).map(ofOnes),
  ];
  const step = 2 ** halvings;
  // So far from the edges that none is felt.
  const before = Math.max(...stacks.map((all) => Math.ceil(fieldOf(all).field / step) * step));
  const end = before + window;
  const outputs = (end + before) / step;
  const inLines = (layers: string[], margin: string) =>
    `[\n${margin}${layers.join(`,\n${margin}`)},\n${margin.slice(0, margin.length / 2)}]`;
  const written = stacks.map((layers) =>
    layers.map(({ kernel, stride, padding, weights }) => {
      const taps = Array.from(weights, (tap) => Number(tap.toPrecision(7)));
      return `[${kernel}, ${stride}, ${padding}, ${list(taps)}]`;
    }),
  );
  const python = `# Layers: kernel, stride, padding, and the mean size of the weights at each tap
stacks = [
    ${written.map((layers) => inLines(layers, '        ')).join(',\n    ')},
]
`;
  const printed = `    part = part / part.mean()
    print(f'{part.min():.3f} {part.max():.3f}')
`;
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch
import torch
import torch.nn.functional as F

${python}
for layers in stacks:
    # Back from the outputs: every path to a pixel, times the weights that it passes.
    y = torch.ones(1, 1, ${outputs}, ${outputs})
    for kernel, stride, padding, taps in reversed(layers):
        w = torch.tensor(taps, dtype=torch.float32).reshape(1, 1, kernel, kernel)
        y = F.conv_transpose2d(y, w, stride=stride)[:, :, padding:, padding:]
    part = y[0, 0, ${before}:${end}, ${before}:${end}]  # far from the edges
${printed}`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import numpy as np

${python}
for layers in stacks:
    # Back from the outputs: every path to a pixel, times the weights that it passes.
    y = np.ones(${tuple([1, outputs, outputs, 1])}, 'float32')
    for kernel, stride, padding, taps in reversed(layers):
        w = np.array(taps, 'float32').reshape(kernel, kernel, 1, 1)
        y = ops.conv_transpose(y, w, strides=stride, padding='valid', data_format='channels_last')
        y = y[:, padding:, padding:]
    part = ops.convert_to_numpy(y)[0, ${before}:${end}, ${before}:${end}, 0]  # far from the edges
${printed}`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
// Layers: kernel, stride, padding, and the mean size of the weights at each tap
const stacks = [
  ${written.map((layers) => inLines(layers, '    ')).join(',\n  ')},
];
for (const layers of stacks) {
  // Back from the outputs: every path to a pixel, times the weights that it passes.
  let y = tf.ones([1, ${outputs}, ${outputs}, 1]);
  for (const [kernel, stride, padding, taps] of layers.toReversed()) {
    const side = (y.shape[1] - 1) * stride + kernel;
    const w = tf.tensor(taps, [kernel, kernel, 1, 1]);
    const all = tf.conv2dTranspose(y, w, [1, side, side, 1], stride, 'valid');
    y = tf.slice(all, [0, padding, padding, 0], [1, side - padding, side - padding, 1]);
  }
  const part = tf.slice(y, [0, ${before}, ${before}, 0], [1, ${window}, ${window}, 1]); // far from the edges
  const relative = tf.div(part, tf.mean(part));
  console.log(tf.min(relative).dataSync()[0].toFixed(3), tf.max(relative).dataSync()[0].toFixed(3));
}
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
${python}
value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
for layers in stacks:
    # Back from the outputs: every path to a pixel, times the weights that it passes.
    nodes, constants, last = [], [], 'ones'
    for i, (kernel, stride, padding, taps) in enumerate(reversed(layers)):
        w = np.array(taps, np.float32).reshape(1, 1, kernel, kernel)
        constants.append(numpy_helper.from_array(w, f'w{i}'))
        nodes.append(helper.make_node('ConvTranspose', [last, f'w{i}'], [f'y{i}'], strides=[stride] * 2, pads=[padding, padding, 0, 0]))
        last = f'y{i}'
    graph = helper.make_graph(nodes, 'stack', [value('ones', [1, 1, ${outputs}, ${outputs}])], [value(last, [1, 1, 'h', 'w'])], constants)
    y, = ReferenceEvaluator(helper.make_model(graph)).run(None, {'ones': np.ones((1, 1, ${outputs}, ${outputs}), np.float32)})
    part = y[0, 0, ${before}:${end}, ${before}:${end}]  # far from the edges
${printed}`,
    },
  ];
}
