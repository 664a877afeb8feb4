// Networks that are not in the catalogue, but known by the names of their tensors: so that a reader is told what the file
// is, and not three hundred times what it is not.
import { type Said, say } from '../faults/index.ts';
import type { Shapes } from './identify.ts';

/** A family: `name` as its authors write it or as it is described, and names of tensors that all have to be there. */
interface Family {
  name: string | Said;
  /** Whole names, or their ends where they begin with `…`. */
  has: readonly string[];
}

/** The more special before the more general. */
const FAMILIES: readonly Family[] = [
  { name: 'YOLOv10', has: ['….one2one_cv2.0.0.conv.weight'] },
  { name: 'YOLOv8', has: ['model.22.dfl.conv.weight', 'model.2.m.0.cv1.conv.weight'] },
  { name: 'YOLOv9', has: ['model.22.dfl.conv.weight'] },
  { name: 'YOLO11', has: ['model.23.dfl.conv.weight'] },
  { name: say('families', 'anchorFree'), has: ['….dfl.conv.weight'] },
  { name: 'YOLOv7', has: ['….ia.0.implicit'] },
  { name: 'YOLOX', has: ['head.cls_preds.0.weight', 'head.obj_preds.0.weight'] },
  {
    name: say('families', 'yolov5'),
    has: ['….m.0.weight', '….m.1.weight', '….cv3.conv.weight'],
  },
  { name: say('families', 'fasterRcnn'), has: ['rpn.head.cls_logits.weight'] },
  { name: 'DETR', has: ['query_embed.weight', 'class_embed.weight'] },
  { name: say('families', 'torchvision', 'EfficientNet'), has: ['features.1.0.block.0.0.weight'] },
  {
    name: say('families', 'torchvision', 'MobileNetV2'),
    has: ['features.1.conv.0.0.weight', 'classifier.1.weight'],
  },
  { name: 'ConvNeXt', has: ['….layer_scale', 'features.0.0.weight'] },
  { name: say('families', 'vgg'), has: ['features.0.weight', 'classifier.6.weight'] },
  { name: say('families', 'vit'), has: ['cls_token', 'pos_embed'] },
  { name: say('families', 'vit'), has: ['class_token', 'encoder.pos_embedding'] },
  { name: say('families', 'language'), has: ['….self_attn.q_proj.weight'] },
  { name: say('families', 'language'), has: ['….attention.self.query.weight'] },
  { name: 'Stable Diffusion', has: ['….attn2.to_q.weight'] },
  { name: say('families', 'lora'), has: ['….lora_A.weight'] },
];

/** Blocks of a ResNet's four stages, with and without bottlenecks, and its depth. */
const DEPTHS: Readonly<Record<string, number>> = {
  '2,2,2,2': 18,
  '3,4,6,3': 34,
  '3,4,6,3 bottleneck': 50,
  '3,4,23,3 bottleneck': 101,
  '3,8,36,3 bottleneck': 152,
};

/** The family of networks outside the catalogue that a file's tensors are of, by name; undefined for an unknown one. */
export function familyOf(shapes: Shapes): string | Said | undefined {
  const residual = residualOf(shapes);
  if (residual) return residual;
  const names = [...shapes.keys()];
  const there = (name: string) =>
    name.startsWith('…') ? names.some((one) => one.endsWith(name.slice(1))) : shapes.has(name);
  return FAMILIES.find(({ has }) => has.every(there))?.name;
}

/** torchvision's ResNets, and timm's, whose names are the same. */
function residualOf(shapes: Shapes): Said | undefined {
  if (!shapes.has('conv1.weight') || !shapes.has('layer1.0.conv2.weight')) return undefined;
  const blocks = [1, 2, 3, 4].map((stage) => {
    let count = 0;
    while (shapes.has(`layer${stage}.${count}.conv1.weight`)) count++;
    return count;
  });
  const bottleneck = shapes.has('layer1.0.conv3.weight') ? ' bottleneck' : '';
  const depth = DEPTHS[`${blocks.join()}${bottleneck}`];
  return depth ? say('families', 'resnet', depth) : say('families', 'otherResnet');
}
