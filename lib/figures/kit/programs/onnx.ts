import { list, ONNX, tuple } from '../code.ts';
import { channelsFirst, remark, type Side, title, type Writer } from './frame.ts';

/** The chains as ONNX graphs, one each. */
export const onnxProgram: Writer = (said, sides) => `${ONNX}
${remark(said, '#')}
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
  // A name of a constant: the first of a kind is called by it, the others are numbered.
  const taken = new Map<string, number>();
  const named = (name: string) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  };
  side.operations.forEach((operation, i) => {
    const from = i === 0 ? 'x' : `x${i}`;
    const to = i === side.operations.length - 1 ? 'y' : `x${i + 1}`;
    const add = (kind: string, inputs: string[], attributes = '') =>
      nodes.push(`node('${kind}', ${names([from, ...inputs])}, ['${to}']${attributes})`);
    switch (operation.kind) {
      case 'conv': {
        const { inputs, outputs, kernel, stride, pad } = operation;
        const weights = named('w');
        trained.push(`'${weights}': random${tuple([outputs, inputs, kernel, kernel])}`);
        add(
          'Conv',
          [weights],
          `, strides=${list([stride, stride])}, pads=${list(Array(4).fill(pad))}`,
        );
        break;
      }
      case 'norm': {
        const all = ['scale', 'offset', 'mean', 'variance'].map(named);
        const numbers = all.map((name) => `'${name}': random(${operation.channels})`);
        trained.push(...numbers.slice(0, 2));
        fixed.push(...numbers.slice(2));
        add('BatchNormalization', all);
        break;
      }
      case 'spd': {
        const { block: s, input } = operation;
        const [h, w] = [input.height / s, input.width / s];
        const [cut, blocks, dealt, merge] = ['cut', 'blocks', 'dealt', 'merge'].map(named);
        fixed.push(`'${cut}': np.array(${list([1, input.channels, h, s, w, s])})`);
        fixed.push(`'${merge}': np.array(${list([1, s * s * input.channels, h, w])})`);
        nodes.push(`node('Reshape', ['${from}', '${cut}'], ['${blocks}'])`);
        nodes.push(`node('Transpose', ['${blocks}'], ['${dealt}'], perm=[0, 5, 3, 1, 2, 4])`);
        nodes.push(`node('Reshape', ['${dealt}', '${merge}'], ['${to}'])`);
        break;
      }
      case 'blur': {
        const [border, blur, padded] = ['border', 'blur', 'padded'].map(named);
        fixed.push(`'${border}': np.array([0, 0, 1, 1, 0, 0, 1, 1])`);
        fixed.push(
          `'${blur}': np.tile(np.float32([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16, (${operation.channels}, 1, 1, 1))`,
        );
        nodes.push(`node('Pad', ['${from}', '${border}'], ['${padded}'], mode='reflect')`);
        nodes.push(
          `node('Conv', ['${padded}', '${blur}'], ['${to}'], strides=[2, 2], group=${operation.channels})`,
        );
        break;
      }
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
