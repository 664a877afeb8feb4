import { KERAS, list, ONNX, onnxGraph, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { modelOf, type Params } from './model.ts';

/** Each prints how often every pixel is read, row by row. */
export function code(params: Params): Snippet[] {
  const { size, block: s, placed } = modelOf(params);
  const { kernel: k, stride, dilation, before, after, extent, outputs: m, size: small } = placed;
  const sides = [before, after, before, after];
  const deep = s * s;
  const full = stride * (m - 1) + extent;
  const padded = small + before + after;
  // Where the last window leaves rows over, they are padded with zeros; then the border is cut off.
  const numpy = (from: string) => `counts = np.zeros(${tuple([padded, padded])}, int)
counts[:${full}, :${full}] = ${from}
counts = counts[${before}:${before + small}, ${before}:${before + small}]${s > 1 ? `\ncounts = counts.repeat(${s}, 0).repeat(${s}, 1)` : ''}
print(counts.tolist())`;
  const torch =
    s > 1
      ? `y = F.pad(F.pixel_unshuffle(x, ${s}), ${tuple(sides)})`
      : `y = F.pad(x, ${tuple(sides)})`;
  const cut =
    s > 1
      ? `  const blocks = tf.reshape(x, ${list([1, small, s, small, s, 1])});
  const map = tf.reshape(tf.transpose(blocks, [0, 1, 3, 4, 2, 5]), ${list([1, small, small, deep])});`
      : '  const map = x;';
  const keras =
    s > 1
      ? `x = ops.reshape(x, ${tuple([size * size, small, s, small, s, 1])})
x = ops.reshape(ops.transpose(x, (0, 1, 3, 4, 2, 5)), ${tuple([size * size, small, small, deep])})
`
      : '';
  const ones =
    dilation > 1
      ? `// A dilated window, its gaps written as zeros: TensorFlow.js has no gradient for dilation.
const taps = Array.from({ length: ${extent * extent * deep} }, (_, i) => {
  const [row, column] = [Math.floor(i / ${extent * deep}), Math.floor(i / ${deep}) % ${extent}];
  return row % ${dilation} === 0 && column % ${dilation} === 0 ? 1 : 0;
});
const ones = tf.tensor(taps, ${list([extent, extent, deep, 1])});`
      : `const ones = tf.ones(${list([k, k, deep, 1])});`;
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: for weights of one, the gradient of the sum is the number of reads
import torch
import torch.nn.functional as F

x = torch.zeros(1, 1, ${size}, ${size}, requires_grad=True)
${torch}
y = F.conv2d(y, torch.ones(1, ${deep}, ${k}, ${k}), stride=${stride}, dilation=${dilation})
y.sum().backward()
print(x.grad[0, 0].int().tolist())
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import numpy as np

# One picture for every pixel, in which it alone is 1: what comes out for it is how often it was read.
x = ops.reshape(ops.eye(${size * size}), ${tuple([size * size, size, size, 1])})
${keras}window = np.zeros(${tuple([extent, extent, deep, 1])}, 'float32')
window[::${dilation}, ::${dilation}] = 1
x = ops.pad(x, ((0, 0), (${before}, ${after}), (${before}, ${after}), (0, 0)))
y = ops.conv(x, window, strides=${stride}, padding='valid', data_format='channels_last')
counts = ops.convert_to_numpy(ops.sum(y, axis=(1, 2, 3))).reshape(${size}, ${size})
print(counts.astype(int).tolist())
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}import '@tensorflow/tfjs-core/dist/register_all_gradients';

// For weights of one, the gradient of the sum is the number of reads.
${ones}
const total = (x) => {
${cut}
  const padded = tf.pad(map, [[0, 0], [${before}, ${after}], [${before}, ${after}], [0, 0]]);
  return tf.sum(tf.conv2d(padded, ones, ${stride}, 'valid'));
};
console.log(tf.grad(total)(tf.zeros(${list([1, size, size, 1])})).dataSync().join(' '));
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
# A transposed convolution of ones adds one wherever a window stands.
nodes = [helper.make_node('ConvTranspose', ['x', 'w'], ['y'], strides=${list([stride, stride])}, dilations=${list([dilation, dilation])})]
constants = [numpy_helper.from_array(np.ones(${tuple([1, 1, k, k])}, np.float32), 'w')]
${onnxGraph({ x: [1, 1, m, m] }, { y: [1, 1, full, full] })}

y, = ReferenceEvaluator(model).run(None, {'x': np.ones(${tuple([1, 1, m, m])}, np.float32)})
${numpy('y[0, 0]')}
`,
    },
  ];
}
