import { TFJS } from '../code.ts';
import { channelsLast, type Operation, remark, title, type Writer } from './frame.ts';

/** The chains in TensorFlow.js. */
export const tfjsProgram: Writer = (said, sides) => `${TFJS}
${remark(said, '//')}
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

${sides.map(([name, { input }]) => `show(${name}, ${channelsLast(input).join(', ')});\n`).join('')}`;

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
