import { list, ONNX, tuple } from '../../kit/code.ts';
import type { Side } from '../step-down.ts';
import { channelsFirst, remark, title, type Writer } from './frame.ts';

/** The step down as ONNX graphs, one a net. */
export const onnxProgram: Writer = (model, sides) => `${ONNX}
${remark(model, '#')}
node = helper.make_node
random = lambda *shape: np.random.rand(*shape).astype(np.float32)

def show(nodes, trained, fixed, *shape):
    value = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    constants = [numpy_helper.from_array(v, k) for k, v in (trained | fixed).items()]
    inputs, outputs = [value('x', [1, *shape])], [value('y', [1, 'c', 'h', 'w'])]
    graph = helper.make_graph(nodes, 'step', inputs, outputs, constants)
    y, = ReferenceEvaluator(helper.make_model(graph)).run(None, {'x': random(1, *shape)})
    print(list(y.shape), sum(v.size for v in trained.values()))

${sides.map(([, side]) => onnxShow(side)).join('\n')}`;

/** One call of the ONNX program's `show`: nodes from x to y, and their constants. */
function onnxShow(side: Side): string {
  const nodes: string[] = [];
  const trained: string[] = [];
  const fixed: string[] = [];
  side.operations.forEach((operation, i) => {
    const from = i === 0 ? 'x' : `x${i}`;
    const to = i === side.operations.length - 1 ? 'y' : `x${i + 1}`;
    const add = (kind: string, inputs: string[], attributes = '') =>
      nodes.push(`node('${kind}', ${names([from, ...inputs])}, ['${to}']${attributes})`);
    switch (operation.kind) {
      case 'conv': {
        const { inputs, outputs, kernel, stride, pad } = operation;
        trained.push(`'w': random${tuple([outputs, inputs, kernel, kernel])}`);
        add('Conv', ['w'], `, strides=${list([stride, stride])}, pads=${list(Array(4).fill(pad))}`);
        break;
      }
      case 'norm':
        trained.push(`'scale': random(${operation.channels})`);
        trained.push(`'offset': random(${operation.channels})`);
        fixed.push(`'mean': random(${operation.channels})`);
        fixed.push(`'variance': random(${operation.channels})`);
        add('BatchNormalization', ['scale', 'offset', 'mean', 'variance']);
        break;
      case 'spd': {
        const { block: s, input } = operation;
        const [h, w] = [input.height / s, input.width / s];
        fixed.push(`'cut': np.array(${list([1, input.channels, h, s, w, s])})`);
        fixed.push(`'merge': np.array(${list([1, s * s * input.channels, h, w])})`);
        nodes.push(`node('Reshape', ['${from}', 'cut'], ['blocks'])`);
        nodes.push("node('Transpose', ['blocks'], ['dealt'], perm=[0, 5, 3, 1, 2, 4])");
        nodes.push(`node('Reshape', ['dealt', 'merge'], ['${to}'])`);
        break;
      }
      case 'blur':
        fixed.push("'border': np.array([0, 0, 1, 1, 0, 0, 1, 1])");
        fixed.push(
          `'blur': np.tile(np.float32([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16, (${operation.channels}, 1, 1, 1))`,
        );
        nodes.push(`node('Pad', ['${from}', 'border'], ['padded'], mode='reflect')`);
        nodes.push(
          `node('Conv', ['padded', 'blur'], ['${to}'], strides=[2, 2], group=${operation.channels})`,
        );
        break;
      default: {
        const { kind, kernel, stride, pad } = operation;
        const pads = `pads=${list(Array(4).fill(pad))}`;
        const window = `kernel_shape=${list([kernel, kernel])}, strides=${list([stride, stride])}`;
        add(kind === 'max' ? 'MaxPool' : 'AveragePool', [], `, ${window}, ${pads}`);
      }
    }
  });
  return `# ${title(side)}
show(
    [
${nodes.map((line) => `        ${line},\n`).join('')}    ],
    {${trained.join(', ')}},
    {${fixed.join(', ')}},
    ${channelsFirst(side.input).join(', ')},
)
`;
}

const names = (all: string[]) => `[${all.map((name) => `'${name}'`).join(', ')}]`;
