import {
  KERAS,
  list,
  packed,
  type Snippet,
  TFJS,
  tuple,
  unpackInJs,
  unpackInPython,
} from '../kit/code.ts';
import { kernelOf, NUMBERS, pictureOf, SIDE } from './model.ts';
import type { Params } from './parameters.ts';

/**
 * Each prints how many numbers the layer writes for one colour, how many of them are independent, and the error of the
 * rebuilt picture in grey levels.
 */
export async function code(params: Params): Promise<Snippet[]> {
  const { via, kernel: k, channels: outputs, scene, border, precision } = params;
  const wrap = border === 'wrap';
  const spd = via === 'spd';
  const channels = spd ? 4 : 1;
  const before = (k - 1) >> 1;
  const after = spd ? k - 1 - before : before;
  const { data } = kernelOf(params, channels);
  const weights = Array.from(data, (v) => Number(v.toPrecision(7))).join(', ');
  const { sceneCrop } = await import('../kit/scene-crop.ts');
  const { data: pixels } = pictureOf(scene > 0 ? await sceneCrop(scene) : undefined);
  const text = await packed(Uint8Array.from(pixels));
  const shape = [SIDE, SIDE, 3];
  const half = SIDE / 2;
  const kernel = [outputs, channels, k, k];
  const stride = spd ? 1 : 2;
  const what = spd
    ? `space-to-depth, then ${k} x ${k}, ${outputs} outputs`
    : `${k} x ${k} with stride 2, ${outputs} outputs`;
  const side = spd ? half : SIDE;
  // Of each row and column with what stands beyond the border, the one that it is on the other side.
  const around = list(
    Array.from({ length: side + before + after }, (_, i) => (i - before + side) % side),
  );
  const limits =
    precision === 'exact'
      ? ''
      : 'In double precision throughout: what the figure does to the written numbers is left out.\n';
  const head = `${limits && `# ${limits}`}# The weights of ${what}; a picture (zlib, base64)
w = np.array([${weights}]).reshape${tuple(kernel)}
${unpackInPython('picture', text, shape)}`;
  const tail = `
# Gram and Schmidt, each row cleaned twice: an orthonormal basis of what the outputs see.
basis = np.zeros((0, ${NUMBERS}))
for row in matrix:
    rest = row / np.linalg.norm(row)
    for _ in range(2):
        rest = rest - basis.T @ (basis @ rest)
    left = np.linalg.norm(rest)
    if left > 1e-9:
        basis = np.vstack([basis, rest / left])
colours = picture.reshape(${NUMBERS}, 3) - 128.0
again = basis.T @ (basis @ colours)
print(len(matrix), len(basis), round(float(((again - colours) ** 2).mean()) ** 0.5, 1))
`;
  const cutFirst = [NUMBERS, half, 2, half, 2];
  const cut = [NUMBERS, half, 2, half, 2];
  const read = spd ? 'map' : 'x';
  const packedShape = [NUMBERS, half, half, 4];
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: the layer as a matrix, its rank, and the least-squares picture
import base64, zlib
import numpy as np
import torch
import torch.nn.functional as F

${head}

# One picture for every pixel, in which it alone is 1: what comes out is the matrix.
x = torch.eye(${NUMBERS}, dtype=torch.float64).reshape(${NUMBERS}, 1, ${SIDE}, ${SIDE})
${spd ? `x = x.reshape${tuple(cutFirst)}.permute(0, 4, 2, 1, 3).reshape(${NUMBERS}, 4, ${half}, ${half})\n` : ''}y = F.conv2d(F.pad(x, ${tuple([before, after, before, after])}${wrap ? ", mode='circular'" : ''}), torch.tensor(w), stride=${stride})
matrix = y.reshape(${NUMBERS}, -1).T.numpy()
${tail}`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import base64, zlib
import numpy as np

${head}

# One picture for every pixel, in which it alone is 1: what comes out is the matrix.
x = ops.reshape(ops.eye(${NUMBERS}, dtype='float64'), ${tuple([NUMBERS, SIDE, SIDE, 1])})
${spd ? `x = ops.reshape(ops.transpose(ops.reshape(x, ${tuple(cut)}), (0, 1, 3, 4, 2)), ${tuple(packedShape)})\n` : ''}${
  wrap
    ? `around = ${around}\nx = ops.take(ops.take(x, around, axis=1), around, axis=2)`
    : `x = ops.pad(x, ((0, 0), (${before}, ${after}), (${before}, ${after}), (0, 0)))`
}
y = ops.conv(x, w.transpose(2, 3, 1, 0), strides=${stride}, padding='valid', data_format='channels_last')
matrix = ops.convert_to_numpy(y).reshape(${NUMBERS}, -1).T
${tail}`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
${limits && `// ${limits}`}// The weights of ${what}; a picture (zlib, base64)
const weights = tf.tensor([${weights}], ${list(kernel)});
${unpackInJs('picture', text, shape)}

// One picture for every pixel, in which it alone is 1: what comes out is the matrix.
let x = tf.reshape(tf.eye(${NUMBERS}), ${list([NUMBERS, SIDE, SIDE, 1])});
${spd ? `x = tf.reshape(tf.transpose(tf.reshape(x, ${list(cut)}), [0, 1, 3, 4, 2]), ${list(packedShape)});\n` : ''}${
  wrap
    ? `const around = tf.tensor1d(${around}, 'int32');\nx = tf.gather(tf.gather(x, around, 1), around, 2);`
    : `x = tf.pad(x, [[0, 0], [${before}, ${after}], [${before}, ${after}], [0, 0]]);`
}
const y = tf.conv2d(x, tf.transpose(weights, [2, 3, 1, 0]), ${stride}, 'valid');
const rows = tf.transpose(tf.reshape(y, [${NUMBERS}, -1])).arraySync();

// Gram and Schmidt, each row cleaned twice: an orthonormal basis of what the outputs see.
const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const basis = [];
for (const row of rows) {
  const length = Math.sqrt(dot(row, row));
  let rest = row.map((v) => v / length);
  for (const known of [...basis, ...basis]) {
    const share = dot(rest, known);
    rest = rest.map((v, i) => v - share * known[i]);
  }
  const left = Math.sqrt(dot(rest, rest));
  if (left > 1e-9) basis.push(rest.map((v) => v / left));
}
const colours = tf.sub(tf.reshape(picture, [${NUMBERS}, 3]), 128);
const seen = tf.tensor(basis);
const again = tf.matMul(seen, tf.matMul(seen, colours), true);
const error = tf.sqrt(tf.mean(tf.square(tf.sub(again, colours)))).dataSync()[0];
console.log(rows.length, basis.length, error.toFixed(1));
`,
    },
    {
      framework: 'ONNX',
      code: `# ONNX, [n, c, h, w]
import base64, zlib
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

${head}

nodes = [
${
  spd
    ? `    helper.make_node('Reshape', ['x', 'cut'], ['blocks']),
    helper.make_node('Transpose', ['blocks'], ['dealt'], perm=[0, 4, 2, 1, 3]),
    helper.make_node('Reshape', ['dealt', 'shape'], ['map']),
`
    : ''
}${
  wrap
    ? `    helper.make_node('Gather', ['${read}', 'around'], ['tall'], axis=2),
    helper.make_node('Gather', ['tall', 'around'], ['round'], axis=3),
`
    : ''
}    helper.make_node('Conv', ['${wrap ? 'round' : read}', 'w'], ['y'], strides=${list([stride, stride])}, pads=${list(wrap ? [0, 0, 0, 0] : [before, before, after, after])}),
]
constants = [
    numpy_helper.from_array(w, 'w'),${wrap ? `\n    numpy_helper.from_array(np.array(${around}), 'around'),` : ''}${
      spd
        ? `
    numpy_helper.from_array(np.array(${list(cutFirst)}), 'cut'),
    numpy_helper.from_array(np.array(${list([NUMBERS, 4, half, half])}), 'shape'),`
        : ''
    }
]
value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.DOUBLE, shape)
graph = helper.make_graph(nodes, 'layer', [value('x', ${list([NUMBERS, 1, SIDE, SIDE])})], [value('y', ['n', 'c', 'h', 'w'])], constants)

# One picture for every pixel, in which it alone is 1: what comes out is the matrix.
x = np.eye(${NUMBERS}).reshape${tuple([NUMBERS, 1, SIDE, SIDE])}
y, = ReferenceEvaluator(helper.make_model(graph)).run(None, {'x': x})
matrix = y.reshape(${NUMBERS}, -1).T
${tail}`,
    },
  ];
}
