// What the decision rests on, gathered when the site is built: counted from the architectures, read from the results.
import { architectures } from '#components/kit/architectures.ts';
import { number } from '#components/kit/cited.ts';
import { differencesOf, experiment, spoken, statisticOf } from '#components/kit/measured.ts';
import { models } from '#components/kit/published.ts';
import {
  COUNTED_AT,
  type Facts,
  type ModelSize,
  type NetworkCost,
  sizes,
  type Wiring,
} from '#lib/decide/index.ts';
import { buildGraph, type Graph, widenTo } from '#lib/model/index.ts';

const numbers = ({ height, width, channels }: Graph['values'][number]) => height * width * channels;

function costOf({ parameters, macs, values, operations }: Graph): NetworkCost {
  const dealt = operations.filter(({ kind }) => kind === 'space-to-depth');
  return {
    parameters,
    macs,
    largest: Math.max(...values.map(numbers)),
    moved: dealt.reduce((sum, { output }) => sum + numbers(values[output]), 0),
  };
}

/** What the five wirings of one size cost. */
export function costsOf(size: ModelSize): Record<Wiring, NetworkCost> {
  const of = (ending: string) =>
    buildGraph(architectures.get(`yolov5${size}${ending}`), { size: COUNTED_AT });
  const published = of('-spd');
  return {
    strided: costOf(of('')),
    published: costOf(published),
    wide: costOf(widenTo(architectures.get(`yolov5${size}`), published.macs, COUNTED_AT)),
    drawn: costOf(of('-spd-3x3')),
    fork: costOf(of('-spd-1x1')),
  };
}

/** Our own networks that are wired so. */
const OURS: [Wiring, string][] = [
  ['published', 'yolov5p-spd'],
  ['wide', 'yolov5p-wide-macs'],
  ['drawn', 'yolov5p-spd-3x3'],
  ['fork', 'yolov5p-spd-1x1'],
];

/** By how much one of ours is ahead of the strided network: in the long runs where it took part, in the short ones with a star. */
function gainOf(variant: string): string {
  const after = (plan: string) =>
    differencesOf(experiment('detectors'), variant, 'yolov5p', { plan })[0];
  const long = after('core');
  const { difference, margin } = long ?? after('pico');
  return `${spoken({ mean: difference.AP, spread: margin.AP }, true)}${long ? '' : ' *'}`;
}

const everySize = <T>(of: (size: ModelSize) => T) =>
  Object.fromEntries(sizes.map((size) => [size, of(size)])) as Record<ModelSize, T>;

/** As many digits as are said, and one. */
const round = (ratio: number) => Number(ratio.toFixed(3));
const ours = Object.fromEntries(
  OURS.map(([wiring, variant]) => [wiring, round(statisticOf('latency', variant, 'ratio').mean)]),
);
const printed = (size: ModelSize, variant: string) =>
  models.find((model) => model.size === size && model.variant === variant)!.latency;
const frames = (row: string) => Number(number('npu', row, 'fps').value);

export const facts: Facts = {
  costs: everySize(costsOf),
  times: {
    cpu: everySize(() => ours),
    gpu: everySize((size) => ({
      published: round(printed(size, 'spd') / printed(size, 'strided')),
    })),
    npu: { s: { published: round(frames('YOLOv5s') / frames('YOLOv5s-SPD')) } },
    mcu: {},
  },
  gains: Object.fromEntries(OURS.map(([wiring, variant]) => [wiring, gainOf(variant)])),
};
