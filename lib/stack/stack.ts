// A stack of downsamplers, built by hand: its stages, how they are written in an address, and their layers.
import { type HalvingLayer, halving, WAYS, type Way } from './ways.ts';

/** One halving: how, and to how many channels. */
export interface Stage {
  way: Way;
  width: number;
}

/** From the picture down. */
export type Stack = readonly Stage[];

/** What a stack is put on: a square picture. */
export interface Input {
  /** Side, pixels: a multiple of 2 for every stage. */
  size: number;
  channels: number;
}

export const MOST_STAGES = 5;
export const MOST_CHANNELS = 256;

/** `spd.16_strided.32`: how a stack stands in an address. */
export function writeStack(stack: Stack): string {
  return stack.map(({ way, width }) => `${way}.${width}`).join('_');
}

/** The stack that a text names; undefined where it names none: an unknown way, a width out of range, too many stages. */
export function readStack(text: string): Stage[] | undefined {
  const stages = text.split('_').map((part): Stage | undefined => {
    const [, name, number] = /^([a-z0-9-]+)\.([1-9]\d{0,2})$/.exec(part) ?? [];
    const way = WAYS.find((known) => known === name);
    const width = Number(number);
    return way && width <= MOST_CHANNELS ? { way, width } : undefined;
  });
  const known = stages.filter((stage) => stage !== undefined);
  return known.length === stages.length && known.length <= MOST_STAGES ? known : undefined;
}

/** A stage with what it reads: its layers, and the map that it is put on. */
export interface PlacedStage extends Stage {
  input: Input;
  layers: HalvingLayer[];
}

/**
 * The stages of a stack on an input, first one first.
 *
 * @throws RangeError where a side can't be halved that often
 */
export function placed(stack: Stack, { size, channels }: Input): PlacedStage[] {
  if (size % 2 ** stack.length !== 0)
    throw new RangeError(`a side of ${size} pixels can't be halved ${stack.length} times`);
  return stack.map(({ way, width }, i) => {
    const read = i === 0 ? channels : stack[i - 1].width;
    return {
      way,
      width,
      input: { size: size / 2 ** i, channels: read },
      layers: halving(way, `stage${i + 1}`, read, width),
    };
  });
}
