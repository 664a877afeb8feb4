import { type ChannelOrder, channelIndex, channelOrigin, type Origin } from '../../spd/orders.ts';
import type { Stop } from '../figure.ts';
import { divided } from '../kit/multiple.ts';
import { phaseLetter } from '../kit/palette.ts';
import { stopsOf, timeline } from '../kit/timeline.ts';
import { type Params, parameters } from './parameters.ts';
import { channelNames } from './picture.ts';
import type { SpaceToDepthWords } from './words.ts';

export { type Params, parameters };

export function constrain(
  words: SpaceToDepthWords,
  values: Params,
): { values: Params; errors: string[] } {
  return divided(values, parameters.size, words.doesNotDivide);
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

/** "B·g": the phase's letter and, where there is more than one, the channel's. */
export function planeName(params: Params, plane: number): string {
  const { dy, dx, c } = originOf(params, plane);
  const letter = phaseLetter(params.block, dy, dx);
  // Small letters: phase B is not blue, nor is phase R red.
  return params.channels > 1
    ? `${letter}·${channelNames(params.channels)[c].toLowerCase()}`
    : letter;
}

export function acts() {
  return timeline([
    { name: 'phases', seconds: 1.1 },
    { name: 'fly', seconds: 3 },
    { name: 'split', seconds: 2 },
    { name: 'stack', seconds: 1.4 },
    { name: 'back', seconds: 2.2 },
  ]);
}

/** The stops in words. */
export function stops({ stops: said }: SpaceToDepthWords, { block, channels }: Params): Stop[] {
  const labels = {
    phases: said.phases(block * block),
    fly: said.fly(block * block),
    split: said.split(channels),
    stack: said.stack,
    back: said.back,
  };
  return stopsOf(acts(), (act) => labels[act]);
}

/** "X (12, 12, 3) → X′ (6, 6, 12)" */
export function shapes(params: Params): string {
  return `${imageShape(params)} → ${stackShape(params)}`;
}

/** "X (12, 12, 3)" */
export function imageShape({ size, channels }: Params): string {
  return `X (${size}, ${size}, ${channels})`;
}

/** "X′ (6, 6, 12)" */
export function stackShape(params: Params): string {
  const small = params.size / params.block;
  return `X′ (${small}, ${small}, ${planeCount(params)})`;
}

export function describe(words: SpaceToDepthWords, params: Params, t: number): string {
  const { size, block, channels, order } = params;
  const small = size / block;
  const planes = planeCount(params);
  const time = acts();
  const what = words.what(block, shapes(params), words.parameters.order.options[order]);
  const names = Array.from({ length: Math.min(planes, 8) }, (_, o) => planeName(params, o));
  if (t === 0) return `${what} ${words.start(size, channels)}`;
  if (time.progress('fly', t) === 0)
    return `${what} ${words.phases(block, phaseLetter(block, block - 1, block - 1))}`;
  if (time.progress('split', t) === 0) return `${what} ${words.fly(block, small)}`;
  if (time.progress('stack', t) === 0)
    return `${what} ${words.split(planes, names, planes > names.length)}`;
  if (time.progress('back', t) === 0) return `${what} ${words.stack(small, planes)}`;
  return `${what} ${words.back}`;
}
