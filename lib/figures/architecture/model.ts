import type { Values } from '../../parameters/index.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import { type Nets, nets, PAIRS } from './nets.ts';

/** Sides that every network of the explorer can halve as often as it does. */
const PICTURES = [32, 64, 128, 224, 320, 416, 640, 1280];

export const parameters = {
  model: {
    kind: 'choice',
    label: 'Network',
    default: 'yolov5',
    options: Object.entries(PAIRS).map(([value, { label }]) => ({
      value,
      label,
    })),
    help: 'A strided network and its SPD version.',
  },
  size: {
    kind: 'choice',
    label: 'Size of YOLOv5',
    default: 's',
    options: [
      { value: 'p', label: 'p (pico, of this notebook)' },
      { value: 'n', label: 'n (nano)' },
      { value: 's', label: 's (small)' },
      { value: 'm', label: 'm (medium)' },
      { value: 'l', label: 'l (large)' },
    ],
    help: 'Width and depth of the YOLOv5 networks. The others have one size each.',
  },
  picture: {
    kind: 'choice',
    label: 'Side of the picture',
    default: 'own',
    options: [
      { value: 'own', label: 'as in its file' },
      ...PICTURES.map((side) => ({ value: String(side), label: `${side} px` })),
    ],
    help: 'Shapes and multiply-accumulates follow it; parameters do not.',
  },
  bars: {
    kind: 'choice',
    label: 'Bars show',
    default: 'macs',
    options: [
      { value: 'macs', label: 'multiply-accumulates (MACs)' },
      { value: 'parameters', label: 'parameters' },
    ],
    help: 'What fills the boxes: on one scale for both networks.',
  },
  layer: {
    kind: 'integer',
    label: 'Layer',
    default: 1,
    min: 0,
    max: 40,
    help: 'The layer whose numbers stand beside the drawing. A click on a box chooses it.',
  },
} as const;

export type Params = Values<typeof parameters>;

/** Everything that the figure draws. */
export interface Model extends Nets {
  params: Params;
}

export function modelOf(params: Params): Model {
  return {
    ...nets(
      params.model,
      params.size,
      params.picture === 'own' ? undefined : Number(params.picture),
    ),
    params,
  };
}

/** No layer beyond the last. */
export function constrain(params: Params): { values: Params; errors: string[] } {
  const values = { ...params };
  const errors: string[] = [];
  const last = modelOf(values).slots.length - 1;
  if (values.layer > last) {
    errors.push(`The last layer is ${last}, not ${values.layer}: it is shown.`);
    values.layer = last;
  }
  return { values, errors };
}

type Act = 'mark' | 'morph';

export const acts: Timeline<Act> = timeline<Act>([
  { name: 'mark', label: 'where the map shrinks', seconds: 1.5 },
  { name: 'morph', label: 'without the strides', seconds: 4 },
]);
