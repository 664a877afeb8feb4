// The published models: what was printed of them, and what is counted of them here.
import { type ModelSize as Size, sizes } from '#lib/decide/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import { architectures } from './architectures.ts';
import { cited, number } from './cited.ts';

export { type Size, sizes };

/** A model with what is printed (AP, latency) and what is counted (parameters, MACs at 640 x 640). */
export interface PublishedModel {
  size: Size;
  variant: 'strided' | 'spd';
  /** Per cent, COCO val2017. */
  AP: number;
  /** Milliseconds a picture at batch size 1, as printed. */
  latency: number;
  /** Millions. */
  parameters: number;
  /** Billions. */
  macs: number;
}

const printed = (file: string, row: string, field: string) =>
  Number(number(file, row, field).value);

function model(size: Size, variant: PublishedModel['variant']): PublishedModel {
  const spd = variant === 'spd';
  const [file, row] = spd ? ['readme-coco', `YOLOv5-SPD-${size}`] : ['yolov5-v61', `YOLOv5${size}`];
  const { parameters, macs } = buildGraph(architectures.get(`yolov5${size}${spd ? '-spd' : ''}`));
  return {
    size,
    variant,
    AP: printed(file, row, 'AP'),
    latency: printed(file, row, 'latency'),
    parameters: parameters / 1e6,
    macs: macs / 1e9,
  };
}

/** Both families, small to large. */
export const models: PublishedModel[] = (['strided', 'spd'] as const).flatMap((variant) =>
  sizes.map((size) => model(size, variant)),
);

export type Measure = 'AP' | 'APS';

/** A gain of SPD over a baseline: in points, and in per cent of the baseline. */
export interface Gain {
  size: Size;
  measure: Measure;
  baseline: 'v6.1' | 'v6.0' | 'retold';
  from: number;
  to: number;
  points: number;
  percent: number;
}

function gain(size: Size, measure: Measure, baseline: Gain['baseline']): Gain | undefined {
  const files = { 'v6.1': 'yolov5-v61', 'v6.0': 'yolov5-v60', retold: 'baseline-small' };
  const file = files[baseline];
  const row = `YOLOv5${size}`;
  if (!cited.get(file)?.rows.some(({ name }) => name === row)) return undefined;
  const from = printed(file, row, measure);
  const to = printed('readme-coco', `YOLOv5-SPD-${size}`, measure);
  return {
    size,
    measure,
    baseline,
    from,
    to,
    points: to - from,
    percent: (100 * (to - from)) / from,
  };
}

/** Every gain for which both numbers are known. */
export const gains: Gain[] = sizes.flatMap((size) =>
  [gain(size, 'AP', 'v6.1'), gain(size, 'AP', 'v6.0'), gain(size, 'APS', 'retold')].filter(
    (each) => each !== undefined,
  ),
);

/** How a chart lays an axis out; between two models a family's line is straight on it. */
export const logarithmic = { parameters: true, macs: true, latency: false } as const;
export type Axis = keyof typeof logarithmic;

/**
 * How far an SPD model stands above (or, negative, below) the line through the strided models at the same cost, in
 * points of AP; undefined beyond the line's ends. The line is straight on the chart's own axis unless told otherwise.
 */
export function gapToLine(
  size: Size,
  axis: Axis,
  isLogarithmic: boolean = logarithmic[axis],
): number | undefined {
  const along = (model: PublishedModel) => (isLogarithmic ? Math.log(model[axis]) : model[axis]);
  const strided = models.filter(({ variant }) => variant === 'strided');
  const spd = models.find((model) => model.variant === 'spd' && model.size === size);
  if (!spd) return undefined;
  const after = strided.findIndex((model) => along(model) >= along(spd));
  if (after < 1) return undefined;
  const [a, b] = [strided[after - 1], strided[after]];
  const u = (along(spd) - along(a)) / (along(b) - along(a));
  return spd.AP - (a.AP + u * (b.AP - a.AP));
}
