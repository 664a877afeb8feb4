import { type Framework, KERAS, list, ONNX, type Snippet, TFJS, tuple } from '../kit/code.ts';
import { type Model, modelOf, type Params } from './model.ts';
import { type Operation, type Side, sidesOf, stepOf } from './step-down.ts';
import type { ArchitectureWords } from './words.ts';

type Name = 'strided' | 'spd';
type Writer = (model: Model, sides: [Name, Side][]) => string;

/** The step down at the chosen layer, in both nets. Each prints the shape of its output and its parameters. */
export function code(words: ArchitectureWords, params: Params): Snippet[] {
  const model = modelOf(params);
  const sides = Object.entries(sidesOf(words, model)).filter(([, side]) => side) as [Name, Side][];
  return Object.entries(writers).map(([framework, write]) => ({
    framework: framework as Framework,
    code: write(model, sides),
  }));
}

const writers: Record<Framework, Writer> = {
  PyTorch: (model, sides) => `# PyTorch, [n, c, h, w]
${remark(model, '#')}
import torch
${has(sides, 'blur') ? 'import torch.nn.functional as F\n' : ''}from torch import nn
${has(sides, 'spd') ? TORCH_SPD : ''}${has(sides, 'blur') ? TORCH_BLUR : ''}
${sides
  .map(
    ([name, side]) => `# ${title(side)}
${name} = nn.Sequential(
${side.operations.map((operation) => `    ${torchLayer(operation)},\n`).join('')})
`,
  )
  .join('')}
def show(block, *shape):
    y = block.eval()(torch.rand(1, *shape))
    print(list(y.shape), sum(p.numel() for p in block.parameters()))

${sides.map(([name, { input }]) => `show(${name}, ${channelsFirst(input).join(', ')})\n`).join('')}`,

  Keras: (model, sides) => `${KERAS}${remark(model, '#')}
import math
import keras
${has(sides, 'blur') ? 'import numpy as np\n' : ''}from keras import layers
${has(sides, 'spd') ? KERAS_SPD : ''}${has(sides, 'blur') ? KERAS_BLUR : ''}
${sides
  .map(
    ([name, side]) => `# ${title(side)}
${name} = keras.Sequential([
${side.operations.flatMap((operation) => kerasLayers(operation).map((line) => `    ${line},\n`)).join('')}])
`,
  )
  .join('')}
def show(block, *shape):
    y = block(keras.random.uniform((1, *shape)))
    print(list(y.shape), sum(math.prod(w.shape) for w in block.trainable_weights))

${sides.map(([name, { input }]) => `show(${name}, ${channelsLast(input).join(', ')})\n`).join('')}`,

  'TensorFlow.js': (model, sides) => `${TFJS}
${remark(model, '//')}
let parameters = 0;
${[...new Set(sides.flatMap(([, side]) => side.operations.map(({ kind }) => JS[kind])))].join('')}
${sides
  .map(
    ([name, side]) => `// ${title(side)}
const ${name} = (x) => ${side.operations.reduce(jsCall, 'x')};
`,
  )
  .join('')}
function show(block, ...shape) {
  parameters = 0;
  const y = block(tf.randomUniform([1, ...shape]));
  console.log(y.shape.join(' '), parameters);
}

${sides.map(([name, { input }]) => `show(${name}, ${channelsLast(input).join(', ')});\n`).join('')}`,

  ONNX: (model, sides) => `${ONNX}
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

${sides.map(([, side]) => onnxShow(side)).join('\n')}`,
};

/** Which step it is, as a comment. */
function remark(model: Model, mark: string): string {
  const { layer } = model.params;
  const said = stepOf(model).slots.includes(layer)
    ? `Layer ${layer}, a step down`
    : `Layer ${layer} is no step down; this is the one before it`;
  return `${mark} ${said}.\n${mark} Activations are left out.`;
}

const title = ({ net, what, input, output }: Side) =>
  `${net}: ${what}, ${channelsLast(input).join(' × ')} to ${channelsLast(output).join(' × ')}`;
const has = (sides: [Name, Side][], kind: Operation['kind']) =>
  sides.some(([, { operations }]) => operations.some((operation) => operation.kind === kind));
const channelsFirst = ({ height, width, channels }: Side['input']) => [channels, height, width];
const channelsLast = ({ height, width, channels }: Side['input']) => [height, width, channels];
/** "2, 1", without what is left at its default. */
const strideAndPad = (stride: number, pad: number) =>
  pad > 0 ? `, ${stride}, ${pad}` : stride > 1 ? `, ${stride}` : '';

const TORCH_SPD = `
class SpaceToDepth(nn.Module):  # rows first, as in the published code
    def __init__(self, s):
        super().__init__()
        self.s = s

    def forward(self, x):
        s = self.s
        return torch.cat([x[..., i::s, j::s] for j in range(s) for i in range(s)], 1)
`;
const TORCH_BLUR = `
class BlurPool(nn.Module):  # 1 2 1 along both axes, the border mirrored
    def forward(self, x):
        row, c = torch.tensor([1, 2, 1]) / 4, x.shape[1]
        weights = torch.outer(row, row).expand(c, 1, 3, 3)
        return F.conv2d(F.pad(x, (1, 1, 1, 1), mode='reflect'), weights, stride=2, groups=c)
`;

function torchLayer(operation: Operation): string {
  switch (operation.kind) {
    case 'conv': {
      const { inputs, outputs, kernel, stride, pad } = operation;
      return `nn.Conv2d(${inputs}, ${outputs}, ${kernel}${strideAndPad(stride, pad)}, bias=False)`;
    }
    case 'norm':
      return `nn.BatchNorm2d(${operation.channels})`;
    case 'spd':
      return `SpaceToDepth(${operation.block})`;
    case 'blur':
      return 'BlurPool()';
    default: {
      const { kind, kernel, stride, pad } = operation;
      return `nn.${kind === 'max' ? 'Max' : 'Avg'}Pool2d(${kernel}, ${stride}, ${pad})`;
    }
  }
}

const KERAS_SPD = `
def space_to_depth(x, s=2):  # rows first, as in the published code
    return ops.concatenate([x[:, i::s, j::s] for j in range(s) for i in range(s)], -1)
`;
const KERAS_BLUR = `
def blur_pool(x):  # 1 2 1 along both axes, the border mirrored
    row = np.float32([1, 2, 1]) / 4
    weights = np.repeat(np.outer(row, row).reshape(3, 3, 1, 1), x.shape[-1], 2)
    x = ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), mode='reflect')
    return ops.depthwise_conv(x, weights, strides=2, data_format='channels_last')
`;

function kerasLayers(operation: Operation): string[] {
  const padded = (pad: number, line: string) =>
    pad > 0 ? [`layers.ZeroPadding2D(${pad})`, line] : [line];
  switch (operation.kind) {
    case 'conv': {
      const { outputs, kernel, stride, pad } = operation;
      const strides = stride > 1 ? `, ${stride}` : '';
      return padded(pad, `layers.Conv2D(${outputs}, ${kernel}${strides}, use_bias=False)`);
    }
    case 'norm':
      return ['layers.BatchNormalization()'];
    case 'spd':
      return ['layers.Lambda(space_to_depth)'];
    case 'blur':
      return ['layers.Lambda(blur_pool)'];
    default: {
      const { kind, kernel, stride, pad } = operation;
      const name = kind === 'max' ? 'MaxPooling2D' : 'AveragePooling2D';
      // Behind a ReLU nothing is below zero, so that zeros around the border are never the largest.
      return padded(pad, `layers.${name}(${kernel}, ${stride})`);
    }
  }
}

/** What the TensorFlow.js program defines for each kind of operation. */
const JS: Record<Operation['kind'], string> = {
  conv: `
function conv(x, outputs, kernel, stride, pad) {
  const weights = tf.randomNormal([kernel, kernel, x.shape[3], outputs]);
  parameters += weights.size;
  return tf.conv2d(x, weights, stride, pad);
}
`,
  norm: `
function batchNorm(x) {
  const [ones, zeros] = [tf.ones([x.shape[3]]), tf.zeros([x.shape[3]])];
  parameters += 2 * x.shape[3]; // a scale and an offset for each channel
  return tf.batchNorm(x, zeros, ones, zeros, ones);
}
`,
  spd: `
function spaceToDepth(x, s) { // rows first, as in the published code
  const [n, h, w, c] = x.shape;
  const blocks = tf.reshape(x, [n, h / s, s, w / s, s, c]);
  return tf.reshape(tf.transpose(blocks, [0, 1, 3, 4, 2, 5]), [n, h / s, w / s, s * s * c]);
}
`,
  blur: `
function blurPool(x) { // 1 2 1 along both axes, the border mirrored
  const weights = tf.tensor([1, 2, 1, 2, 4, 2, 1, 2, 1].map((w) => w / 16), [3, 3, 1, 1]);
  const padded = tf.mirrorPad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], 'reflect');
  return tf.depthwiseConv2d(padded, tf.tile(weights, [1, 1, x.shape[3], 1]), 2, 'valid');
}
`,
  max: '',
  mean: '',
};

function jsCall(x: string, operation: Operation): string {
  switch (operation.kind) {
    case 'conv': {
      const { outputs, kernel, stride, pad } = operation;
      return `conv(${x}, ${outputs}, ${kernel}, ${stride}, ${pad})`;
    }
    case 'norm':
      return `batchNorm(${x})`;
    case 'spd':
      return `spaceToDepth(${x}, ${operation.block})`;
    case 'blur':
      return `blurPool(${x})`;
    default: {
      const { kind, kernel, stride, pad } = operation;
      return `tf.${kind}Pool(${x}, ${kernel}, ${stride}, ${pad})`.replace('meanPool', 'avgPool');
    }
  }
}

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
