import { KERAS, list, ONNX, onnxGraph, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { CHANNELS as C, type Model, modelOf, OUTPUTS as O, type Params } from './model.ts';

/**
 * Each makes one kernel from the other, runs both, and prints the sizes of the kernel after space-to-depth and of the
 * strided one, the zeros among the former's weights for one channel and output, and the largest difference to four decimals.
 */
export function code(params: Params): Snippet[] {
  const model = modelOf(params);
  const { block: s, small, size, given, strided, spd } = model;
  const deep = s * s * C;
  const places = size / s;
  const k = strided.kernel;
  const [b, a] = spd.padding;
  const [B, A] = strided.padding;
  const both = (x: readonly [number, number]) => `(${x[0]}, ${x[1]}), (${x[0]}, ${x[1]})`;
  const bothJs = (x: readonly [number, number]) => `[${x[0]}, ${x[1]}], [${x[0]}, ${x[1]}]`;
  const first = firstKernels(model);
  const last = lastKernels(model);
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: kernels are [outputs, channels, rows, columns]
import torch
import torch.nn.functional as F

${first.torch}
x = torch.rand(1, ${C}, ${size}, ${size})
blocks = x.reshape(1, ${C}, ${places}, ${s}, ${places}, ${s})
spd = blocks.permute(0, 5, 3, 1, 2, 4).reshape(1, ${deep}, ${places}, ${places})
one = F.conv2d(F.pad(spd, ${tuple([b, a, b, a])}), w)
other = F.conv2d(F.pad(x, ${tuple([B, A, B, A])}), W, stride=${s})
zeros = int((w == 0).sum()) // ${C * O}
print(w.shape[2], W.shape[2], zeros, round((one - other).abs().max().item(), 4))
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import keras

# Kernels are [rows, columns, channels, outputs].
${last.keras}
x = keras.random.uniform(${tuple([1, size, size, C])})
blocks = ops.reshape(x, ${tuple([1, places, s, places, s, C])})
spd = ops.reshape(ops.transpose(blocks, (0, 1, 3, 4, 2, 5)), ${tuple([1, places, places, deep])})
valid = dict(padding='valid', data_format='channels_last')
one = ops.conv(ops.pad(spd, ((0, 0), ${both(spd.padding)}, (0, 0))), w, **valid)
other = ops.conv(ops.pad(x, ((0, 0), ${both(strided.padding)}, (0, 0))), W, strides=${s}, **valid)
zeros = int(ops.sum(ops.cast(w == 0, 'int32'))) // ${C * O}
print(w.shape[0], W.shape[0], zeros, round(float(ops.max(ops.abs(one - other))), 4))
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
// Kernels are [rows, columns, channels, outputs].
${last.tfjs}
const x = tf.randomUniform(${list([1, size, size, C])});
const blocks = tf.reshape(x, ${list([1, places, s, places, s, C])});
const spd = tf.reshape(tf.transpose(blocks, [0, 1, 3, 4, 2, 5]), ${list([1, places, places, deep])});
const one = tf.conv2d(tf.pad(spd, [[0, 0], ${bothJs(spd.padding)}, [0, 0]]), w, 1, 'valid');
const other = tf.conv2d(tf.pad(x, [[0, 0], ${bothJs(strided.padding)}, [0, 0]]), W, ${s}, 'valid');
const zeros = w.dataSync().filter((v) => v === 0).length / ${C * O};
const [difference] = tf.max(tf.abs(tf.sub(one, other))).dataSync();
console.log(w.shape[0], W.shape[0], zeros, difference.toFixed(4));
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
${first.numpy}
nodes = [
    helper.make_node('Reshape', ['x', 'cut'], ['blocks']),
    helper.make_node('Transpose', ['blocks'], ['dealt'], perm=[0, 5, 3, 1, 2, 4]),
    helper.make_node('Reshape', ['dealt', 'shape'], ['spd']),
    helper.make_node('Conv', ['spd', 'w'], ['one'], pads=${list([b, b, a, a])}),
    helper.make_node('Conv', ['x', 'W'], ['other'], pads=${list([B, B, A, A])}, strides=${list([s, s])}),
]
constants = [
    numpy_helper.from_array(np.array(${list([1, C, places, s, places, s])}), 'cut'),
    numpy_helper.from_array(np.array(${list([1, deep, places, places])}), 'shape'),
    numpy_helper.from_array(np.ascontiguousarray(w), 'w'),
    numpy_helper.from_array(np.ascontiguousarray(W), 'W'),
]
${onnxGraph(
  { x: [1, C, size, size] },
  { one: [1, O, places, places], other: [1, O, places, places] },
)}

x = np.random.rand(1, ${C}, ${size}, ${size}).astype(np.float32)
one, other = ReferenceEvaluator(model).run(None, {'x': x})
zeros = int((w == 0).sum()) // ${C * O}
print(w.shape[2], W.shape[2], zeros, round(float(np.abs(one - other).max()), 4))
`,
    },
  ];

  /** Both kernels, OIHW: w after space-to-depth, W strided. */
  function firstKernels({ filled }: Model): { torch: string; numpy: string } {
    const { shift } = strided;
    const end = filled - shift - k;
    if (given === 'spd') {
      const named = `(${O}, ${s}, ${s}, ${C}, ${small}, ${small})`;
      const shape = `(${O}, ${C}, ${k}, ${k})`;
      return {
        torch: `w = torch.randn(${O}, ${deep}, ${small}, ${small})
named = w.reshape${named}  # o, dx, dy, c, u, v
W = named.permute(0, 3, 4, 2, 5, 1).reshape${shape}  # o, c, u, dy, v, dx
`,
        numpy: `w = np.random.randn(${O}, ${deep}, ${small}, ${small}).astype(np.float32)
named = w.reshape${named}  # o, dx, dy, c, u, v
W = named.transpose(0, 3, 4, 2, 5, 1).reshape${shape}  # o, c, u, dy, v, dx
`,
      };
    }
    const named = `(${O}, ${C}, ${small}, ${s}, ${small}, ${s})`;
    const shape = `(${O}, ${deep}, ${small}, ${small})`;
    return {
      torch: `W = torch.randn(${O}, ${C}, ${k}, ${k})
named = F.pad(W, ${tuple([shift, end, shift, end])}).reshape${named}  # o, c, u, dy, v, dx
w = named.permute(0, 5, 3, 1, 2, 4).reshape${shape}  # o, dx, dy, c, u, v
`,
      numpy: `W = np.random.randn(${O}, ${C}, ${k}, ${k}).astype(np.float32)
whole = np.pad(W, ((0, 0), (0, 0), (${shift}, ${end}), (${shift}, ${end})))
named = whole.reshape${named}  # o, c, u, dy, v, dx
w = named.transpose(0, 5, 3, 1, 2, 4).reshape${shape}  # o, dx, dy, c, u, v
`,
    };
  }

  /** Both kernels, HWIO. */
  function lastKernels({ filled }: Model): { keras: string; tfjs: string } {
    const { shift } = strided;
    const end = filled - shift - k;
    if (given === 'spd')
      return {
        keras: `w = keras.random.normal(${tuple([small, small, deep, O])})
named = ops.reshape(w, ${tuple([small, small, s, s, C, O])})  # u, v, dx, dy, c, o
W = ops.reshape(ops.transpose(named, (0, 3, 1, 2, 4, 5)), ${tuple([k, k, C, O])})  # u, dy, v, dx, c, o
`,
        tfjs: `const w = tf.randomNormal(${list([small, small, deep, O])});
const named = tf.reshape(w, ${list([small, small, s, s, C, O])}); // u, v, dx, dy, c, o
const moved = tf.transpose(named, [0, 3, 1, 2, 4, 5]); // u, dy, v, dx, c, o
const W = tf.reshape(moved, ${list([k, k, C, O])});
`,
      };
    return {
      keras: `W = keras.random.normal(${tuple([k, k, C, O])})
whole = ops.pad(W, ((${shift}, ${end}), (${shift}, ${end}), (0, 0), (0, 0)))
named = ops.reshape(whole, ${tuple([small, s, small, s, C, O])})  # u, dy, v, dx, c, o
w = ops.reshape(ops.transpose(named, (0, 2, 3, 1, 4, 5)), ${tuple([small, small, deep, O])})  # u, v, dx, dy, c, o
`,
      tfjs: `const W = tf.randomNormal(${list([k, k, C, O])});
const whole = tf.pad(W, [[${shift}, ${end}], [${shift}, ${end}], [0, 0], [0, 0]]);
const named = tf.reshape(whole, ${list([small, s, small, s, C, O])}); // u, dy, v, dx, c, o
const moved = tf.transpose(named, [0, 2, 3, 1, 4, 5]); // u, v, dx, dy, c, o
const w = tf.reshape(moved, ${list([small, small, deep, O])});
`,
    };
  }
}
