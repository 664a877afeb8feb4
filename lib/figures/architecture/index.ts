import { defineFigure } from '../figure.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { describe } from './describe.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, constrain, modelOf, parameters } from './model.ts';
import { pairLabel } from './names.ts';
import type { ArchitectureWords } from './words.ts';

/** A strided network turns into its SPD version: what moves, what stays, and what each layer costs. */
export const architecture = (words: ArchitectureWords) =>
  defineFigure({
    name: 'architecture',
    title: words.title,
    parameters: labelled(parameters, {
      ...words.parameters,
      model: {
        ...words.parameters.model,
        options: Object.fromEntries(
          parameters.model.options.map((pair) => [pair, pairLabel(words, pair)]),
        ),
      },
    }),
    presets: [
      { label: words.presets[0], values: { model: 'yolov5', size: 's', layer: 1 } },
      { label: words.presets[1], values: { model: 'yolov5-3x3', size: 's', layer: 2 } },
      { label: words.presets[2], values: { model: 'yolov5-1x1', size: 's', layer: 2 } },
      { label: words.presets[3], values: { model: 'pico-maxpool', layer: 3 } },
      { label: words.presets[4], values: { model: 'resnet18', layer: 4 } },
      { label: words.presets[5], values: { model: 'resnet18-as-coded', layer: 6 } },
      { label: words.presets[6], values: { model: 'resnet50', layer: 6 } },
    ],
    constrain: (values) => constrain(words, values),
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
      return { width, height };
    },
    stops: () => stopsOf(acts, (act) => words.stops[act]),
    seconds: () => acts.seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: async () => (await import('./links.ts')).cells(words),
    code: async (params) => (await import('./code.ts')).code(words, params),
  });
