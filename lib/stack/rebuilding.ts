// How firmly what a halving read can be told from what it wrote: the condition number, with random filters.
import { normal, random } from '../random/index.ts';
import {
  afterPermutation,
  type Border,
  composed,
  convolutionRows,
  type Kernel,
  type Rows,
  type Shape,
  sourceIndices,
  wrappedCondition,
} from '../spd/index.ts';
import type { PlacedStage } from './stack.ts';
import { type ConvolutionLayer, type HalvingLayer, halving } from './ways.ts';

type Next = () => number;

function filters(next: Next, outputs: number, channels: number, kernel: number): Kernel {
  const data = Float64Array.from({ length: outputs * channels * kernel ** 2 }, () => normal(next));
  return { data, outputs, channels, kernel };
}

/** A kernel that treats each channel alike and apart: a mean, a blur. */
function eachChannel(channels: number, taps: readonly number[]): Kernel {
  const kernel = taps.length;
  const data = new Float64Array(channels * channels * kernel ** 2);
  for (let c = 0; c < channels; c++)
    for (let u = 0; u < kernel; u++)
      for (let v = 0; v < kernel; v++)
        data[((c * channels + c) * kernel + u) * kernel + v] = taps[u] * taps[v];
  return { data, outputs: channels, channels, kernel };
}

/** The matrix of one layer over a map; undefined for the largest of four, which is no sum. */
function rowsOf(
  layer: HalvingLayer,
  shape: Shape,
  kernelOf: (layer: ConvolutionLayer) => Kernel,
  border: Border,
): Rows | undefined {
  const { channels } = shape;
  switch (layer.kind) {
    case 'convolution': {
      const { stride, padding } = layer;
      return convolutionRows(shape, kernelOf(layer), { stride, padding, border });
    }
    case 'average':
      return convolutionRows(shape, eachChannel(channels, [0.5, 0.5]), { stride: 2, border });
    case 'blur': {
      const how = { stride: 2, padding: 1, border };
      return convolutionRows(shape, eachChannel(channels, [0.25, 0.5, 0.25]), how);
    }
    default:
      return undefined;
  }
}

/**
 * The matrix of the layers of one halving over a map of `shape`, with filters of random normal numbers; undefined where
 * they are not linear. ReLUs are left out.
 */
export function matrixOf(
  layers: readonly HalvingLayer[],
  shape: Shape,
  next: Next,
  border: Border,
): Rows | undefined {
  const drawn = ({ outputs, inputs, kernel }: ConvolutionLayer) =>
    filters(next, outputs, inputs, kernel);
  return matrixWith(layers, shape, drawn, border);
}

/** The same with filters of one's own. */
export function matrixWith(
  layers: readonly HalvingLayer[],
  shape: Shape,
  kernelOf: (layer: ConvolutionLayer) => Kernel,
  border: Border,
): Rows | undefined {
  let now = shape;
  let rows: Rows | undefined;
  let dealt: Uint32Array | undefined;
  for (const layer of layers) {
    if (layer.kind === 'space-to-depth') {
      dealt = sourceIndices(now, { block: 2 });
      now = { height: now.height / 2, width: now.width / 2, channels: 4 * now.channels };
      continue;
    }
    const plain = rowsOf(layer, now, kernelOf, border);
    if (!plain) return undefined;
    const behind = dealt ? afterPermutation(plain, dealt) : plain;
    dealt = undefined;
    rows = rows ? composed(behind, rows) : behind;
    const halves = layer.kind !== 'convolution' || layer.stride === 2 ? 2 : 1;
    const channels = layer.kind === 'convolution' ? layer.outputs : now.channels;
    now = { height: now.height / halves, width: now.width / halves, channels };
  }
  return rows;
}

/** Side of the map that wraps around: a map of its own for each of 16 frequencies. */
const SIDE = 8;
const DRAWS = 5;
/** Channels read, at most: the numbers grow with them, and the proportion decides. */
const MOST_READ = 3;

/** Few channels in nearly the proportion in which a stage reads and writes: the fewest that come within two per cent. */
export function inProportion(read: number, written: number): { read: number; written: number } {
  const all = Array.from({ length: MOST_READ }, (_, i) => {
    const few = i + 1;
    const many = Math.max(1, Math.round((few * written) / read));
    return { read: few, written: many, fault: Math.abs(Math.log((many * read) / (few * written))) };
  });
  const least = Math.min(...all.map(({ fault }) => fault));
  const chosen = all.find(({ fault }) => fault <= Math.max(least, 0.02))!;
  return { read: chosen.read, written: chosen.written };
}

/** How firmly a stage can be undone. */
export interface Firmness {
  /** Channels that it was counted on. */
  read: number;
  written: number;
  /** Condition number among the numbers that can be kept, the median of five draws; infinite where a frequency is deleted. */
  condition: number;
}

/**
 * The condition number of a stage with random normal filters, far from any border, on few channels in its proportion;
 * undefined where the stage is no linear map.
 */
export function firmnessOf({ way, width, input }: PlacedStage): Firmness | undefined {
  const { read, written } = inProportion(input.channels, width);
  const shape = { height: SIDE, width: SIDE, channels: read };
  const layers = halving(way, '', read, written);
  const conditions: number[] = [];
  for (let draw = 1; draw <= DRAWS; draw++) {
    const rows = matrixOf(layers, shape, random(draw, written), 'wrap');
    if (!rows) return undefined;
    conditions.push(wrappedCondition(rows.slice(0, written), { side: SIDE, channels: read }));
  }
  conditions.sort((a, b) => a - b);
  return { read, written, condition: conditions[(DRAWS - 1) / 2] };
}
