import { KERAS, list, ONNX, onnxGraph, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { modelOf, type Params } from './model.ts';

/** Each prints the shape of X'', the weights and the multiply-accumulates of the convolution. */
export function code(params: Params): Snippet[] {
  const { block: s, kernel: k, size, small, deep, inputs, outputs, before } = modelOf(params);
  const after = k - 1 - before;
  const sides = [before, after, before, after];
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch, [n, c, h, w]
import torch
import torch.nn.functional as F

x = torch.rand(1, ${inputs}, ${size}, ${size})
blocks = x.reshape(1, ${inputs}, ${small}, ${s}, ${small}, ${s})
spd = blocks.permute(0, 5, 3, 1, 2, 4).reshape(1, ${deep}, ${small}, ${small})
conv = torch.nn.Conv2d(${deep}, ${outputs}, ${k}, bias=False)
y = conv(F.pad(spd, ${tuple(sides)}))
weights = conv.weight.numel()
print(list(y.shape), weights, weights * ${small} * ${small})
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import keras

x = keras.random.uniform(${tuple([1, size, size, inputs])})
blocks = ops.reshape(x, ${tuple([1, small, s, small, s, inputs])})
spd = ops.reshape(ops.transpose(blocks, (0, 1, 3, 4, 2, 5)), ${tuple([1, small, small, deep])})
spd = ops.pad(spd, ((0, 0), (${before}, ${after}), (${before}, ${after}), (0, 0)))
conv = keras.layers.Conv2D(${outputs}, ${k}, use_bias=False, data_format='channels_last')
y = conv(spd)
weights = conv.count_params()
print(list(y.shape), weights, weights * ${small} * ${small})
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
const x = tf.randomUniform(${list([1, size, size, inputs])});
const blocks = tf.reshape(x, ${list([1, small, s, small, s, inputs])});
const spd = tf.reshape(tf.transpose(blocks, [0, 1, 3, 4, 2, 5]), ${list([1, small, small, deep])});
const padded = tf.pad(spd, [[0, 0], [${before}, ${after}], [${before}, ${after}], [0, 0]]);
const weights = tf.randomNormal(${list([k, k, deep, outputs])});
const y = tf.conv2d(padded, weights, 1, 'valid');
console.log(y.shape.join(' '), weights.size, weights.size * ${small} * ${small});
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
w = np.random.rand(${outputs}, ${deep}, ${k}, ${k}).astype(np.float32)
nodes = [
    helper.make_node('Reshape', ['x', 'cut'], ['blocks']),
    helper.make_node('Transpose', ['blocks'], ['dealt'], perm=[0, 5, 3, 1, 2, 4]),
    helper.make_node('Reshape', ['dealt', 'shape'], ['spd']),
    helper.make_node('Conv', ['spd', 'w'], ['y'], pads=${list([before, before, after, after])}),
]
constants = [
    numpy_helper.from_array(np.array(${list([1, inputs, small, s, small, s])}), 'cut'),
    numpy_helper.from_array(np.array(${list([1, deep, small, small])}), 'shape'),
    numpy_helper.from_array(w, 'w'),
]
${onnxGraph({ x: [1, inputs, size, size] }, { y: [1, outputs, small, small] })}

x = np.random.rand(1, ${inputs}, ${size}, ${size}).astype(np.float32)
y, = ReferenceEvaluator(model).run(None, {'x': x})
print(list(y.shape), w.size, w.size * ${small} * ${small})
`,
    },
  ];
}
