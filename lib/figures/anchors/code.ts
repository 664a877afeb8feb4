import { type Snippet, TFJS } from '../kit/code.ts';
import { LEVELS, type Params, SIDE } from './model.ts';

/**
 * Each prints, level by level, how many anchors fit, how many cells answer and the product; then the sum. None for ONNX:
 * training asks this, and an exported detector has no part of it.
 */
export function code({ x, y, width, height, ratio }: Params): Snippet[] {
  const anchors = (l: (typeof LEVELS)[number]) => l.anchors.map((pair) => `[${pair.join(', ')}]`);
  const python = LEVELS.map((l) => `    (${l.stride}, [${anchors(l).join(', ')}]),  # ${l.name}`);
  const js = LEVELS.map((l) => `  [${l.stride}, [${anchors(l).join(', ')}]], // ${l.name}`);
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch: which anchors and cells answer for an object in training
import torch

centre, sides = torch.tensor([${x}.0, ${y}.0]), torch.tensor([${width}.0, ${height}.0])
total = 0
for stride, anchors in [
${python.join('\n')}
]:
    anchors = torch.tensor(anchors)
    factor = torch.maximum(anchors / sides, sides / anchors).amax(1)
    fits = int((factor < ${ratio}).sum())
    place = centre / stride
    near = torch.cat([place, ${SIDE} / stride - place])  # from the left and above; from the right and below
    cells = 1 + int(((near % 1 < 0.5) & (near > 1)).sum()) if fits else 0
    total += fits * cells
    print(fits, cells, fits * cells)
print(total)
`,
    },
    {
      framework: 'Keras',
      code: `# Keras 3, any back end
from keras import ops

centre, sides = ops.convert_to_tensor([${x}.0, ${y}.0]), ops.convert_to_tensor([${width}.0, ${height}.0])
total = 0
for stride, anchors in [
${python.join('\n')}
]:
    anchors = ops.cast(ops.convert_to_tensor(anchors), 'float32')
    factor = ops.max(ops.maximum(anchors / sides, sides / anchors), axis=1)
    fits = int(ops.sum(ops.cast(factor < ${ratio}, 'int32')))
    place = centre / stride
    near = ops.concatenate([place, ${SIDE} / stride - place], 0)  # from the left and above; from the right and below
    helping = ops.logical_and(near % 1 < 0.5, near > 1)
    cells = 1 + int(ops.sum(ops.cast(helping, 'int32'))) if fits else 0
    total += fits * cells
    print(fits, cells, fits * cells)
print(total)
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
const centre = tf.tensor([${x}, ${y}]);
const sides = tf.tensor([${width}, ${height}]);
let total = 0;
for (const [stride, pairs] of [
${js.join('\n')}
]) {
  const anchors = tf.tensor(pairs);
  const factor = tf.max(tf.maximum(tf.div(anchors, sides), tf.div(sides, anchors)), 1);
  const [fits] = tf.sum(tf.less(factor, ${ratio})).dataSync();
  const place = tf.div(centre, stride);
  // From the left and above; from the right and below.
  const near = tf.concat([place, tf.sub(${SIDE} / stride, place)]);
  const helping = tf.logicalAnd(tf.less(tf.mod(near, 1), 0.5), tf.greater(near, 1));
  const cells = fits > 0 ? 1 + tf.sum(helping).dataSync()[0] : 0;
  total += fits * cells;
  console.log(fits, cells, fits * cells);
}
console.log(total);
`,
    },
  ];
}
