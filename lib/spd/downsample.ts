// Six ways to make a map half as wide and half as high: five that write one number for four, and space-to-depth.
import { flatIndex, packedShape, type Shape, spaceToDepth } from './rearrange.ts';

/** Numbers of any kind with their shape, HWC. */
export interface FeatureMap extends Shape {
  data: Float64Array;
}

/**
 * - `strided`: every second pixel of every second row
 * - `max`, `average`: the largest, the mean of each 2 x 2 block
 * - `blur`: weights 1 2 1 along both axes (the border repeated), then every second pixel of every second row
 * - `fitted`: a 3 x 3 convolution with stride 2 and the weights {@link FITTED} (the border repeated)
 * - `spd`: space-to-depth with block size 2, in the published code's order
 */
export type Downsampling = 'strided' | 'max' | 'average' | 'blur' | 'fitted' | 'spd';

export const downsamplings: readonly Downsampling[] = [
  'strided',
  'max',
  'average',
  'blur',
  'fitted',
  'spd',
];

/**
 * Nine weights, row by row, that sum to one: of all 3 x 3 kernels with stride 2 the one from whose output generated
 * scenes are rebuilt best by interpolation. `npm run fit-kernel` computes them; here symmetric and to four decimals.
 */
export const FITTED: readonly number[] = [
  -0.093, 0.1743, -0.093, 0.1743, 0.6748, 0.1743, -0.093, 0.1743, -0.093,
];

/** What one of the five writes for the block whose upper left pixel is (y, x), channel c. */
type Reduce = (read: (y: number, x: number) => number, y: number, x: number) => number;

const reductions: Record<Exclude<Downsampling, 'spd'>, Reduce> = {
  strided: (read, y, x) => read(y, x),
  max: (read, y, x) => Math.max(read(y, x), read(y + 1, x), read(y, x + 1), read(y + 1, x + 1)),
  average: (read, y, x) => (read(y, x) + read(y + 1, x) + read(y, x + 1) + read(y + 1, x + 1)) / 4,
  blur: (read, y, x) => {
    const line = (row: number) => read(row, x - 1) + 2 * read(row, x) + read(row, x + 1);
    return (line(y - 1) + 2 * line(y) + line(y + 1)) / 16;
  },
  fitted: (read, y, x) =>
    FITTED.reduce((sum, w, t) => sum + w * read(y + Math.floor(t / 3) - 1, x + (t % 3) - 1), 0),
};

/**
 * Halves the sides of a map `times` times over. All but `spd` keep the channels.
 *
 * @throws RangeError where a side can't be halved that often
 */
export function downsample(map: FeatureMap, method: Downsampling, times = 1): FeatureMap {
  let halved = map;
  for (let i = 0; i < times; i++) halved = once(halved, method);
  return halved;
}

function once(map: FeatureMap, method: Downsampling): FeatureMap {
  const packed = packedShape(map, 2);
  if (method === 'spd') return { ...packed, data: spaceToDepth(map.data, map, { block: 2 }) };
  const { channels } = map;
  const reduce = reductions[method];
  const shape = { ...packed, channels };
  const data = new Float64Array(shape.height * shape.width * channels);
  const inside = (i: number, size: number) => Math.min(size - 1, Math.max(0, i));
  for (let c = 0; c < channels; c++) {
    const read = (y: number, x: number) =>
      map.data[flatIndex(map, 'HWC', inside(y, map.height), inside(x, map.width), c)];
    for (let y = 0; y < shape.height; y++)
      for (let x = 0; x < shape.width; x++)
        data[flatIndex(shape, 'HWC', y, x, c)] = reduce(read, 2 * y, 2 * x);
  }
  return { ...shape, data };
}

/** The largest difference between two maps of one shape: how strongly a thing shows that is in one and not in the other. */
export function largestDifference(a: FeatureMap, b: FeatureMap): number {
  if (a.data.length !== b.data.length)
    throw new RangeError(`maps of ${a.data.length} and ${b.data.length} numbers can't be compared`);
  let most = 0;
  for (let i = 0; i < a.data.length; i++) most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
  return most;
}
