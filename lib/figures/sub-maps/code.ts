import { KERAS, list, ONNX, type Snippet, TFJS } from '../kit/code.ts';
import type { Params } from './model.ts';

/** Each prints the rows of every sub-map, by the slices and then by the sentence. */
export function code({ block: s, size }: Params): Snippet[] {
  const python = `
for x in range(${s}):
    slices = rows[x::${s}]  # i - x is divisible by ${s}
    sentence = rows[-x % ${s}::${s}]  # i + x is divisible by ${s}
`;
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: rows of sub-map x, by the slices and by the sentence
import torch

rows = torch.arange(${size})${python}    print(slices.tolist(), sentence.tolist())
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}
rows = ops.arange(${size})${python}    print(ops.convert_to_numpy(slices).tolist(), ops.convert_to_numpy(sentence).tolist())
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
const rows = tf.range(0, ${size});
for (let x = 0; x < ${s}; x++) {
  const slices = tf.stridedSlice(rows, [x], [${size}], [${s}]); // i - x is divisible by ${s}
  const sentence = tf.stridedSlice(rows, [(${s} - x) % ${s}], [${size}], [${s}]); // i + x is
  console.log(slices.dataSync().join(' '), ' ', sentence.dataSync().join(' '));
}
`,
    },
    {
      framework: 'ONNX',
      code: `${ONNX}
rows = np.arange(${size}, dtype=np.float32)
value = helper.make_tensor_value_info
constants = [numpy_helper.from_array(np.array([n]), name) for name, n in dict(end=${size}, axis=0, step=${s}).items()]
nodes = [helper.make_node('Slice', ['rows', 'start', 'end', 'axis', 'step'], ['y'])]
inputs = [value('rows', TensorProto.FLOAT, ${list([size])}), value('start', TensorProto.INT64, [1])]
graph = helper.make_graph(nodes, 'graph', inputs, [value('y', TensorProto.FLOAT, ['n'])], constants)
model = ReferenceEvaluator(helper.make_model(graph))

for x in range(${s}):
    for start in (x, -x % ${s}):  # i - x is divisible by ${s}; i + x is divisible by ${s}
        y, = model.run(None, {'rows': rows, 'start': np.array([start])})
        print(y.astype(int).tolist())
`,
    },
  ];
}
