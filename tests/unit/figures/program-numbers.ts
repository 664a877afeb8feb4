// What the programs of "code for these settings" must print, and the settings that they are asked for.
import { architecture as architectureWords } from '#content/words/en/figures/architecture.ts';
import { answers, assignments, fitting } from '#lib/figures/anchors/model.ts';
import { modelOf as architectureOf } from '#lib/figures/architecture/model.ts';
import { sidesOf } from '#lib/figures/architecture/step-down.ts';
import { modelOf as blockOf } from '#lib/figures/block/model.ts';
import { modelOf as disguiseOf } from '#lib/figures/disguise/model.ts';
import { modelOf as focusOf } from '#lib/figures/focus/model.ts';
import { extremes, modelOf as footprintOf, meanOf } from '#lib/figures/footprint/model.ts';
import { writeStacks } from '#lib/figures/footprint/write-own.ts';
import type { Framework } from '#lib/figures/kit/code.ts';
import { sceneCrop } from '#lib/figures/kit/scene-crop.ts';
import {
  type Params as MicroscopeParams,
  modelOf as microscopeOf,
} from '#lib/figures/microscope/model.ts';
import { modelOf as nmsOf } from '#lib/figures/nms/model.ts';
import { modelOf as readsOf } from '#lib/figures/reads/model.ts';
import {
  pictureOf,
  type Params as RebuildParams,
  modelOf as rebuildOf,
  rebuiltFrom,
} from '#lib/figures/rebuild/model.ts';
import { modelOf as shiftOf } from '#lib/figures/shift/model.ts';
import { modelOf as subMapsOf } from '#lib/figures/sub-maps/model.ts';
import type { Value } from '#lib/parameters/index.ts';
import { normal, random } from '#lib/random/index.ts';
import { downsamplings, outerCounts, spaceToDepth, wiringCosts } from '#lib/spd/index.ts';
import { ownStack, type Way } from '#lib/stack/index.ts';

const isChannelsFirst = (framework: Framework) => framework === 'PyTorch' || framework === 'ONNX';

/** The numbers that each figure's programs must print. */
export const expected: Record<
  string,
  (values: never, framework: Framework) => number[] | Promise<number[]>
> = {
  reads: (values) => {
    const { reads } = readsOf(values);
    return [...outerCounts(reads, reads)];
  },
  'space-to-depth': (values) => {
    const { size, channels, block, order } = values as Parameters<typeof spaceToDepth>[2] & {
      size: number;
      channels: number;
    };
    const x = Float64Array.from({ length: size * size * channels }, (_, i) => i);
    const shape = { height: size, width: size, channels };
    return [...spaceToDepth(x, shape, { block, order })].slice(0, block * block * channels);
  },
  block: (values, framework) => {
    const { small, outputs } = blockOf(values);
    const { weights, macs } = wiringCosts(values)[1];
    const shape = isChannelsFirst(framework)
      ? [1, outputs, small, small]
      : [1, small, small, outputs];
    return [...shape, weights, macs];
  },
  disguise: (values) => {
    const { small, strided, weights } = disguiseOf(values);
    return [small, strided.kernel, weights.filter(({ filling }) => filling).length, 0];
  },
  architecture: (values, framework) => {
    const { strided, spd } = sidesOf(architectureWords, architectureOf(values));
    return [strided, spd].flatMap((side) => {
      if (!side) return [];
      const { height, width, channels } = side.output;
      const shape = isChannelsFirst(framework)
        ? [channels, height, width]
        : [height, width, channels];
      return [1, ...shape, side.parameters];
    });
  },
  focus: (values) =>
    focusOf(values).gates.flatMap(({ side, channels }) => [side / 2, side / 2, 4 * channels]),
  'sub-maps': (values) => {
    const { slices, sentence } = subMapsOf(values);
    return slices.flatMap((rows, x) => [...rows, ...sentence[x]]);
  },
  microscope: (values: MicroscopeParams) =>
    microscopeOf(values).rows.flatMap(({ sides, channels, trace }) =>
      [1, 2, 3, 4, 5].flatMap((n) => [
        sides[n] * sides[n] * channels[n],
        ...(values.scene > 0 ? [] : [Math.round(trace[n])]),
      ]),
    ),
  shift: (values) => {
    const { methods } = shiftOf(values);
    return downsamplings.flatMap((method) =>
      [methods[method].least, methods[method].most].map(Math.round),
    );
  },
  rebuild: async (values: RebuildParams) => {
    const model = rebuildOf(values);
    const picture = pictureOf(values.scene > 0 ? await sceneCrop(values.scene) : undefined);
    const error = Number(
      rebuiltFrom(model, picture, { ...values, precision: 'exact' }).error.toFixed(1),
    );
    return [model.outputs, model.space.rank, error];
  },
  footprint: (values: { halvings: number } & Parameters<typeof footprintOf>[0]) => {
    const { strided, spd } = footprintOf(values);
    return [strided, spd].flatMap(({ planes }) => {
      const plane = planes[values.halvings];
      const { least, most } = extremes(plane);
      // With weights of the reader's own, of the mean.
      const of = strided.own || spd.own ? meanOf(plane) : 1;
      return [least, most].map((paths) => Number((paths / of).toFixed(3)));
    });
  },
  nms: (values) => nmsOf(values).rounds.map(({ keeper }) => keeper + 1),
  anchors: (values) => {
    const all = assignments(values);
    const each = all.flatMap((one) => [fitting(one), one.cells.length, answers(one)]);
    return [...each, all.reduce((sum, one) => sum + answers(one), 0)];
  },
};

/** Two halvings in each of these ways, with weights drawn at random, as text. */
function ownMaps(...ways: Way[]): string {
  const next = random(11);
  const numbers = Float32Array.from({ length: 2000 }, () => normal(next));
  return writeStacks(ways.map((way) => ownStack(Array(2).fill({ way, width: 4 }), numbers)));
}

/** Settings beyond defaults and presets. */
export const more: Record<string, Record<string, Value>[]> = {
  reads: [
    { size: 9, kernel: 2, stride: 2, padding: '1', dilation: 2 },
    { size: 10, kernel: 4, stride: 3, padding: '0' },
    { size: 8, kernel: 3, stride: 2, padding: 'same-tensorflow' },
    { size: 9, kernel: 3, stride: 1, padding: '1', block: 3 },
  ],
  'space-to-depth': ['spd', 'tensorflow', 'pixel-unshuffle'].flatMap((order) => [
    { order, block: 2, size: 6, channels: 3 },
    { order, block: 3, size: 6, channels: 2 },
  ]),
  block: [{ block: 3, kernel: 2, inputs: 2, outputs: 5, size: 6 }],
  disguise: [
    { given: 'spd', block: 3, kernel: 4 },
    { given: 'strided', block: 3, kernel: 7 },
    { given: 'strided', block: 4, kernel: 2 },
  ],
  'sub-maps': [{ block: 5, size: 10 }],
  shift: [{ length: 5, halvings: 2, paint: 'dark' }],
  rebuild: [
    { via: 'spd', kernel: 3, channels: 3, scene: 7 },
    { via: 'spd', kernel: 2, channels: 6, draw: 4 },
    { via: 'strided', kernel: 4, channels: 2, draw: 3 },
    { via: 'strided', kernel: 3, channels: 2, border: 'wrap' },
    { via: 'spd', kernel: 2, channels: 3, border: 'wrap', precision: 'bits8' },
  ],
  footprint: [
    { kernel: 1, halvings: 2, after: 'spd-1' },
    { kernel: 4, halvings: 4, after: 'published' },
    { kernel: 6, halvings: 2, after: 'published', maps: ownMaps('published', 'strided-6') },
    { kernel: 3, halvings: 1, after: 'spd-1', maps: ownMaps('strided') },
  ],
  nms: [{ threshold: 0.45, distance: 13, perCar: 5, seed: 3 }],
  architecture: [
    { model: 'yolov5', size: 'n', layer: 0 },
    { model: 'yolov5-3x3', size: 'p', layer: 24 },
    { model: 'pico-avgpool', layer: 3 },
    { model: 'pico-blurpool', layer: 3 },
    { model: 'pico-wide-macs', layer: 7 },
    { model: 'resnet18', layer: 1 },
    { model: 'resnet18-cifar', layer: 0 },
    { model: 'resnet50-cifar', layer: 9 },
  ],
  anchors: [{ x: 126, y: 3, width: 30, height: 6, ratio: 2.5 }],
};

/** Fewer pixels where a program takes long over many. */
export const fewer: Record<string, Record<string, Value>> = { architecture: { picture: '32' } };
