import { KERAS } from '../code.ts';
import { channelsLast, has, type Operation, remark, title, type Writer } from './frame.ts';

/** The chains in Keras. */
export const kerasProgram: Writer = (said, sides) => `${KERAS}${remark(said, '#')}
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

${sides.map(([name, { input }]) => `show(${name}, ${channelsLast(input).join(', ')})\n`).join('')}`;

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
