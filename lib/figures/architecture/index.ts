import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked, pick } from './links.ts';
import { acts, constrain, modelOf, parameters } from './model.ts';
import { describe } from './words.ts';

/** A strided network turns into its SPD version: what moves, what stays, and what each layer costs. */
export const architecture = defineFigure({
  name: 'architecture',
  title: 'The architecture explorer',
  parameters,
  presets: [
    { label: 'YOLOv5s', values: { model: 'yolov5', size: 's', layer: 1 } },
    { label: 'as drawn', values: { model: 'yolov5-3x3', size: 's', layer: 2 } },
    { label: 'as copied', values: { model: 'yolov5-1x1', size: 's', layer: 2 } },
    { label: 'pooling', values: { model: 'pico-maxpool', layer: 3 } },
    { label: 'ResNet-18', values: { model: 'resnet18', layer: 4 } },
    { label: 'resnet18() as coded', values: { model: 'resnet18-as-coded', layer: 6 } },
    { label: 'ResNet-50', values: { model: 'resnet50', layer: 6 } },
  ],
  constrain,
  size: (params, context) => {
    const { width, height } = layout(modelOf(params), context);
    return { width, height };
  },
  stops: () => acts.stops,
  seconds: () => acts.seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  linked,
  describeCell,
  pick,
  code: async (params) => (await import('./code.ts')).code(params),
});
