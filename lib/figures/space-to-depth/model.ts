import type { Declaration, Values } from '../../parameters/index.ts';
import { type ChannelOrder, channelIndex, channelOrigin, type Origin } from '../../spd/index.ts';
import { nearestMultiple } from '../kit/multiple.ts';
import { phaseLetter } from '../kit/palette.ts';
import { timeline } from '../kit/timeline.ts';
import { channelNames } from './picture.ts';

export const parameters = {
  block: { kind: 'integer', label: 'Block size s', min: 2, max: 4, default: 2 },
  size: { kind: 'integer', label: 'Size S', min: 4, max: 16, default: 12, unit: 'px' },
  channels: {
    kind: 'integer',
    label: 'Channels C₁',
    min: 1,
    max: 4,
    default: 3,
    help: '1: luminance; 2 to 4: the first of red, green, blue, luminance.',
  },
  order: {
    kind: 'choice',
    label: 'Channel order',
    default: 'spd',
    options: [
      { value: 'spd', label: 'SPD-Conv, Focus' },
      { value: 'tensorflow', label: 'TensorFlow, ONNX' },
      { value: 'pixel-unshuffle', label: 'PyTorch PixelUnshuffle' },
    ],
  },
  scene: {
    kind: 'integer',
    label: 'Generated scene',
    min: 0,
    max: 99,
    default: 0,
    help: 'A piece of one of the scenes that the detectors are tested on; 0 is the sample picture.',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

export function constrain(values: Params): { values: Params; errors: string[] } {
  const { size, block } = values;
  const { min, max } = parameters.size;
  if (size % block === 0) return { values, errors: [] };
  const nearest = nearestMultiple(size, block, max, Math.ceil(min / block));
  return {
    values: { ...values, size: nearest },
    errors: [`Block size ${block} does not divide the size ${size}: size ${nearest} is shown.`],
  };
}

/** Planes of X': s^2 C1. */
export function planeCount({ block, channels }: Params): number {
  return block * block * channels;
}

export function originOf({ order, block, channels }: Params, plane: number): Origin {
  return channelOrigin(order as ChannelOrder, block, channels, plane);
}

export function planeOf({ order, block, channels }: Params, origin: Origin): number {
  return channelIndex(order as ChannelOrder, block, channels, origin);
}

/** "B·G": the phase's letter and, where there is more than one, the channel's. */
export function planeName(params: Params, plane: number): string {
  const { dy, dx, c } = originOf(params, plane);
  const letter = phaseLetter(params.block, dy, dx);
  return params.channels > 1 ? `${letter}·${channelNames(params.channels)[c]}` : letter;
}

export function acts({ block, channels }: Params) {
  const phases = block * block;
  return timeline([
    { name: 'phases', label: `${phases} phases`, seconds: 1.1 },
    { name: 'fly', label: `${phases} sub-maps`, seconds: 3 },
    { name: 'split', label: channels > 1 ? 'channels in order' : 'in order', seconds: 2 },
    { name: 'stack', label: 'stacked as X′', seconds: 1.4 },
    { name: 'back', label: 'and back', seconds: 2.2 },
  ]);
}

/** "X (12, 12, 3) → X′ (6, 6, 12)" */
export function shapes({ size, block, channels }: Params): string {
  const small = size / block;
  return `X (${size}, ${size}, ${channels}) → X′ (${small}, ${small}, ${block * block * channels})`;
}

export function describe(params: Params, t: number): string {
  const { size, block, channels } = params;
  const phases = block * block;
  const small = size / block;
  const time = acts(params);
  const what = `Space-to-depth with block size ${block}: ${shapes(params)}, in the channel order of ${
    parameters.order.options.find(({ value }) => value === params.order)?.label
  }.`;
  const order = Array.from({ length: Math.min(planeCount(params), 8) }, (_, o) =>
    planeName(params, o),
  );
  const more = planeCount(params) > order.length ? ' and so on' : '';
  const colours = channels === 1 ? '1 channel' : `${channels} channels`;
  if (t === 0) return `${what} The picture X has ${size} × ${size} pixels and ${colours}.`;
  if (time.progress('fly', t) === 0)
    return `${what} Every ${block} × ${block} block of X has ${phases} phases, lettered A to ${phaseLetter(block, block - 1, block - 1)}, down the first column, then the next.`;
  if (time.progress('split', t) === 0)
    return `${what} The pixels of equal phase fly together: ${phases} sub-maps of ${small} × ${small} pixels, every ${['', '', 'second', 'third', 'fourth'][block]} row and column of X.`;
  if (time.progress('stack', t) === 0)
    return `${what} The sub-maps become ${planeCount(params)} channels, in the order ${order.join(', ')}${more}.`;
  if (time.progress('back', t) === 0)
    return `${what} The channels stacked are X′: ${small} × ${small} positions, ${planeCount(params)} channels deep, every number of X once.`;
  return `${what} Depth-to-space puts every number back: X is as it was, nothing is lost.`;
}
