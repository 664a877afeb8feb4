// The small networks once more in plain loops and float64, to measure slopes with: in float32 a loss is too coarse for it.
import { isConvolution } from '#lib/stack/ways.ts';
import { type Layer, layersOf, type NetworkPlan } from '#lib/training/plan.ts';

/** Of one picture, HWC. */
interface Map64 {
  side: number;
  channels: number;
  data: Float64Array;
}

const at = ({ side, channels, data }: Map64, y: number, x: number, c: number) =>
  y < 0 || x < 0 || y >= side || x >= side ? 0 : data[(y * side + x) * channels + c];

function filled(
  side: number,
  channels: number,
  value: (y: number, x: number, c: number) => number,
) {
  const data = new Float64Array(side * side * channels);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let c = 0; c < channels; c++) data[(y * side + x) * channels + c] = value(y, x, c);
  return { side, channels, data };
}

const OFFSETS = [0, 1];
const BLOCK = OFFSETS.flatMap((y) => OFFSETS.map((x) => [y, x]));
const mirrored = (i: number) => Math.abs(i);

/** What a layer makes of a map; `take` gives the next so many parameters. */
function through(layer: Layer, map: Map64, take: (count: number) => Float64Array): Map64 {
  const { side, channels } = map;
  const half = side / 2;
  if (isConvolution(layer)) {
    const { kernel, stride, padding, inputs, outputs, relu } = layer;
    const weights = take(kernel ** 2 * inputs * outputs);
    const bias = take(outputs);
    return filled(side / stride, outputs, (y, x, o) => {
      let sum = bias[o];
      for (let ky = 0; ky < kernel; ky++)
        for (let kx = 0; kx < kernel; kx++)
          for (let c = 0; c < inputs; c++)
            sum +=
              at(map, y * stride + ky - padding, x * stride + kx - padding, c) *
              weights[((ky * kernel + kx) * inputs + c) * outputs + o];
      return relu ? Math.max(0, sum) : sum;
    });
  }
  const block = (y: number, x: number, c: number) =>
    BLOCK.map(([dy, dx]) => at(map, 2 * y + dy, 2 * x + dx, c));
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  switch (layer.kind) {
    case 'mean':
      return filled(1, channels, (_y, _x, c) => {
        const all = map.data.filter((_, i) => i % channels === c);
        return sum([...all]) / all.length;
      });
    case 'max':
      return filled(half, channels, (y, x, c) => Math.max(...block(y, x, c)));
    case 'average':
      return filled(half, channels, (y, x, c) => sum(block(y, x, c)) / 4);
    case 'blur':
      return filled(half, channels, (y, x, c) => {
        const near = [-1, 0, 1];
        const weight = (dy: number, dx: number) => ((2 - Math.abs(dy)) * (2 - Math.abs(dx))) / 16;
        return sum(
          near.flatMap((dy) =>
            near.map(
              (dx) => weight(dy, dx) * at(map, mirrored(2 * y + dy), mirrored(2 * x + dx), c),
            ),
          ),
        );
      });
    // Top left, bottom left, top right, bottom right, each with all channels.
    case 'space-to-depth':
      return filled(half, 4 * channels, (y, x, c) => {
        const phase = Math.floor(c / channels);
        return at(map, 2 * y + (phase % 2), 2 * x + Math.floor(phase / 2), c % channels);
      });
  }
}

/** Mean cross-entropy of a network over pictures, nats. */
export function referenceLoss(
  plan: NetworkPlan,
  parameters: Float64Array,
  pixels: Float64Array,
  labels: Uint8Array,
): number {
  const layers = layersOf(plan);
  const each = pixels.length / labels.length;
  let loss = 0;
  for (const [i, label] of labels.entries()) {
    let used = 0;
    const take = (count: number) => {
      used += count;
      return parameters.subarray(used - count, used);
    };
    let map: Map64 = {
      side: plan.side,
      channels: 3,
      data: pixels.subarray(i * each, (i + 1) * each),
    };
    for (const layer of layers) map = through(layer, map, take);
    if (used !== parameters.length)
      throw new RangeError(`${parameters.length} numbers, ${used} used`);
    const powers = map.data.map(Math.exp);
    loss -= Math.log(powers[label] / powers.reduce((sum, power) => sum + power, 0)) / labels.length;
  }
  return loss;
}

/** So far to both sides: float64 leaves ten digits of the loss's difference, and hardly a ReLU changes sides. */
const STEP = 1e-6;

/** The most numbers whose slope is taken; of more, some from everywhere. */
const MOST = 1200;

/** Slopes of a function in its numbers, by central differences; undefined where none was taken. */
export function slopes(
  of: (values: Float64Array) => number,
  where: Float64Array,
): (number | undefined)[] {
  const values = where.slice();
  const every = Math.ceil(where.length / MOST);
  return Array.from(where, (own, i) => {
    if (i % every > 0) return undefined;
    values[i] = own + STEP;
    const above = of(values);
    values[i] = own - STEP;
    const below = of(values);
    values[i] = own;
    return (above - below) / (2 * STEP);
  });
}
