// Programs that halve pictures in the six ways of lib/spd/downsample.ts; the microscope and the shift end them differently.
import { FITTED } from '../../spd/downsample.ts';
import {
  type Framework,
  KERAS,
  packed,
  type Snippet,
  TFJS,
  unpackInJs,
  unpackInPython,
} from './code.ts';

/** What a program does with `ways` and the pictures `x` ([n, c, h, w], or [n, h, w, c] where channels are last). */
export interface Ending {
  /** A sentence on what the pictures are. */
  pictures: string;
  /** The lines after `ways`; `largest(a, b)` gives the largest difference, rounded, as a plain number. */
  python: string;
  js: string;
}

const kernel = (values: readonly number[]) =>
  `[[${[0, 3, 6].map((i) => values.slice(i, i + 3).join(', ')).join('], [')}]]`;
const BLUR = kernel([1, 2, 1, 2, 4, 2, 1, 2, 1]);
const WEIGHTS = kernel(FITTED);

/**
 * @param pixels RGB of `count` square pictures, one after the other, uint8 HWC
 */
export async function halvingPrograms(
  pixels: Uint8Array<ArrayBuffer>,
  count: number,
  ending: Ending,
): Promise<Snippet[]> {
  const side = Math.sqrt(pixels.length / count / 3);
  const shape = [count, side, side, 3];
  const text = await packed(pixels);
  const pictures = `# ${ending.pictures} (zlib, base64)
${unpackInPython('pictures', text, shape)}`;
  const programs: Record<Framework, string> = {
    PyTorch: `# PyTorch, [n, c, h, w]
import base64, zlib
import numpy as np
import torch
import torch.nn.functional as F

${pictures}
x = torch.tensor(pictures).permute(0, 3, 1, 2).float()

def conv(x, weights):  # 3 x 3, stride 2, each channel by itself, the border repeated
    weights = torch.tensor(weights).expand(3, 1, 3, 3)
    return F.conv2d(F.pad(x, (1, 1, 1, 1), mode='replicate'), weights, stride=2, groups=3)

ways = {
    'strided sample': lambda x: x[:, :, ::2, ::2],
    'max-pool': lambda x: F.max_pool2d(x, 2),
    'average-pool': lambda x: F.avg_pool2d(x, 2),
    'blur-pool': lambda x: conv(x, np.float32(${BLUR}) / 16),
    'strided conv': lambda x: conv(x, np.float32(${WEIGHTS})),
    'space-to-depth': lambda x: torch.cat([x[:, :, i::2, j::2] for j in (0, 1) for i in (0, 1)], 1),
}
largest = lambda a, b: int((a - b).abs().max() + 0.5)
${ending.python}`,
    Keras: `${KERAS}import base64, zlib
import numpy as np

${pictures}
x = ops.convert_to_tensor(pictures.astype('float32'))

def conv(x, weights):  # 3 x 3, stride 2, each channel by itself, the border repeated
    weights = np.repeat(np.float32(weights).reshape(3, 3, 1, 1), 3, 2)
    x = ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), mode='symmetric')
    return ops.depthwise_conv(x, weights, strides=2, data_format='channels_last')

ways = {
    'strided sample': lambda x: x[:, ::2, ::2],
    'max-pool': lambda x: ops.max_pool(x, 2, data_format='channels_last'),
    'average-pool': lambda x: ops.average_pool(x, 2, data_format='channels_last'),
    'blur-pool': lambda x: conv(x, np.float32(${BLUR}) / 16),
    'strided conv': lambda x: conv(x, ${WEIGHTS}),
    'space-to-depth': lambda x: ops.concatenate([x[:, i::2, j::2] for j in (0, 1) for i in (0, 1)], 3),
}
largest = lambda a, b: int(float(ops.max(ops.abs(a - b))) + 0.5)
${ending.python}`,
    'TensorFlow.js': `${TFJS}
// ${ending.pictures} (zlib, base64)
${unpackInJs('x', text, shape)}

// 3 x 3, stride 2, each channel by itself, the border repeated
function conv(x, weights) {
  const kernel = tf.tile(tf.reshape(tf.tensor(weights), [3, 3, 1, 1]), [1, 1, 3, 1]);
  const padded = tf.mirrorPad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], 'symmetric');
  return tf.depthwiseConv2d(padded, kernel, 2, 'valid');
}
const phase = (x, i, j) => tf.stridedSlice(x, [0, i, j, 0], x.shape, [1, 2, 2, 1]);
const ways = {
  'strided sample': (x) => phase(x, 0, 0),
  'max-pool': (x) => tf.maxPool(x, 2, 2, 'valid'),
  'average-pool': (x) => tf.avgPool(x, 2, 2, 'valid'),
  'blur-pool': (x) => conv(x, ${BLUR}.map((row) => row.map((w) => w / 16))),
  'strided conv': (x) => conv(x, ${WEIGHTS}),
  'space-to-depth': (x) =>
    tf.concat([phase(x, 0, 0), phase(x, 1, 0), phase(x, 0, 1), phase(x, 1, 1)], 3),
};
const largest = (a, b) => Math.round(tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]);
${ending.js}`,
    ONNX: `# ONNX, [n, c, h, w]
import base64, zlib
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

${pictures}
x = pictures.transpose(0, 3, 1, 2).astype(np.float32)

node = helper.make_node
phase = lambda i, j, y: node('Slice', ['x', f'from{i}{j}', 'ends', 'axes', 'steps'], [y])
border = node('Pad', ['x', 'border'], ['padded'], mode='edge')
halving = dict(kernel_shape=[2, 2], strides=[2, 2])
conv = lambda w: [border, node('Conv', ['padded', w], ['y'], group=3, strides=[2, 2])]
parts = {f'part{i}{j}': phase(i, j, f'part{i}{j}') for j in (0, 1) for i in (0, 1)}
nodes = {
    'strided sample': [phase(0, 0, 'y')],
    'max-pool': [node('MaxPool', ['x'], ['y'], **halving)],
    'average-pool': [node('AveragePool', ['x'], ['y'], **halving)],
    'blur-pool': conv('blur'),
    'strided conv': conv('weights'),
    'space-to-depth': [*parts.values(), node('Concat', list(parts), ['y'], axis=1)],
}
each = lambda weights: np.repeat(np.float32(weights).reshape(1, 1, 3, 3), 3, 0)
constants = {f'from{i}{j}': np.array([i, j]) for i in (0, 1) for j in (0, 1)} | {
    'ends': np.array([1 << 20, 1 << 20]), 'axes': np.array([2, 3]), 'steps': np.array([2, 2]),
    'border': np.array([0, 0, 1, 1, 0, 0, 1, 1]),
    'blur': each(${BLUR}) / 16,
    'weights': each(${WEIGHTS}),
}
value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, ['n', name + 'c', name + 'h', name + 'w'])
def way(nodes):
    tensors = [numpy_helper.from_array(v, k) for k, v in constants.items()]
    graph = helper.make_graph(nodes, 'halving', [value('x')], [value('y')], tensors)
    model = ReferenceEvaluator(helper.make_model(graph))
    return lambda x: model.run(None, {'x': x})[0]

ways = {name: way(n) for name, n in nodes.items()}
largest = lambda a, b: int(np.abs(a - b).max() + 0.5)
${ending.python}`,
  };
  return Object.entries(programs).map(([framework, code]) => ({
    framework: framework as Framework,
    code,
  }));
}
