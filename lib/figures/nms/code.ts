import { KERAS, type Snippet, TFJS } from '../kit/code.ts';
import { modelOf, type Params } from './model.ts';

/** Each prints the numbers of the boxes that stay; box 1 is the surest. */
export function code(params: Params): Snippet[] {
  const { threshold } = params;
  const { verdicts } = modelOf(params);
  const place = (v: number) => Number(v.toFixed(3));
  const rows = verdicts.map(({ detection: { x, y, width, height, score } }) => ({
    corners: [x, y, x + width, y + height].map(place),
    score: Number(score.toFixed(6)),
  }));
  const boxes = rows.map(({ corners }) => `    [${corners.join(', ')}],`).join('\n');
  const upright = rows.map(({ corners: [l, t, r, b] }) => `[${[t, l, b, r].join(', ')}]`);
  const scores = rows.map(({ score }) => score).join(', ');
  return [
    {
      framework: 'PyTorch',
      code: `# PyTorch; torchvision.ops.nms does the same
import torch

boxes = torch.tensor([  # left, top, right, bottom
${boxes}
])
scores = torch.tensor([${scores}])

def overlaps(box, others):  # IoU
    inner = (torch.minimum(box[2:], others[:, 2:]) - torch.maximum(box[:2], others[:, :2])).clamp(0)
    area = lambda b: (b[..., 2:] - b[..., :2]).prod(-1)
    return inner.prod(1) / (area(box) + area(others) - inner.prod(1))

left, kept = scores.argsort(descending=True), []
while len(left):
    kept.append(int(left[0]) + 1)
    left = left[overlaps(boxes[left[0]], boxes[left]) <= ${threshold}]
print(kept)
`,
    },
    {
      framework: 'Keras',
      code: `${KERAS}import numpy as np

boxes = ops.convert_to_tensor(np.float32([  # left, top, right, bottom
${boxes}
]))
scores = np.float32([${scores}])

# IoU of every box with every other
one, other = ops.expand_dims(boxes, 1), ops.expand_dims(boxes, 0)
sides = ops.minimum(one[..., 2:], other[..., 2:]) - ops.maximum(one[..., :2], other[..., :2])
inner = ops.prod(ops.maximum(sides, 0), axis=-1)
area = ops.prod(boxes[:, 2:] - boxes[:, :2], axis=-1)
iou = ops.convert_to_numpy(inner / (ops.expand_dims(area, 1) + area - inner))

left, kept = np.argsort(-scores), []
while len(left):
    kept.append(int(left[0]) + 1)
    left = left[1:][iou[left[0], left[1:]] <= ${threshold}]
print(kept)
`,
    },
    {
      framework: 'TensorFlow.js',
      code: `${TFJS}
const boxes = tf.tensor([ // top, left, bottom, right
  ${upright.join(',\n  ')},
]);
const scores = tf.tensor([${scores}]);
const kept = await tf.image.nonMaxSuppressionAsync(boxes, scores, ${rows.length}, ${threshold}, -1);
console.log((await kept.array()).map((i) => i + 1).join(' '));
`,
    },
    {
      framework: 'ONNX',
      code: `# ONNX
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

boxes = np.float32([  # left, top, right, bottom
${boxes}
])
scores = np.float32([${scores}])
nodes = [helper.make_node('NonMaxSuppression', ['boxes', 'scores', 'most', 'iou', 'least'], ['kept'])]
constants = [
    numpy_helper.from_array(np.array([len(scores)]), 'most'),
    numpy_helper.from_array(np.float32([${threshold}]), 'iou'),
    numpy_helper.from_array(np.float32([-1]), 'least'),
]
value = helper.make_tensor_value_info
inputs = [value('boxes', TensorProto.FLOAT, [1, 'n', 4]), value('scores', TensorProto.FLOAT, [1, 1, 'n'])]
graph = helper.make_graph(nodes, 'nms', inputs, [value('kept', TensorProto.INT64, ['k', 3])], constants)
model = ReferenceEvaluator(helper.make_model(graph))
kept, = model.run(None, {'boxes': boxes[None], 'scores': scores[None, None]})
print((kept[:, 2] + 1).tolist())  # picture, class, box
`,
    },
  ];
}
