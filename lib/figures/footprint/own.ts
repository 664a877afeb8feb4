// A reader's own trained stacks as text in an address: how large the weights are that a path from a pixel passes.
import type { PlaneLayer } from '../../spd/paths.ts';
import { memo } from '../kit/memo.ts';
import { readNumbers } from '../kit/own-numbers.ts';
import type { Params } from './parameters.ts';

/** Which of the figure's two stacks an own one stands in for. */
export type Place = 'strided' | 'spd';

/** A stack with trained weights: of every halving its layers as windows, each tap the mean size of its weights. */
export interface OwnStack {
  place: Place;
  halvings: readonly (readonly PlaneLayer[])[];
}

/** Halvings at most. */
const MOST = 5;

/** `622` for a window of 6 x 6 with stride 2 and padding 2; a halving's layers in a row. */
export const shapeOf = (layers: readonly PlaneLayer[]) =>
  layers.map(({ kernel, stride, padding }) => `${kernel}${stride}${padding}`).join('');
/** A window that steps by two, be there another before it that steps by one. */
const SHAPE = /^(?:[1-9]1\d)?[1-9]2\d$/;

const remember = memo<OwnStack[] | undefined>();

/** The stacks that a text of `writeStacks` holds; undefined where it holds none. */
export function readStacks(text: string): OwnStack[] | undefined {
  return remember(text, () => {
    const parts = text.split('.');
    const stacks = [0, 3].slice(0, Math.ceil(parts.length / 3)).map((i) => decode(parts, i));
    const known = stacks.filter((stack) => stack !== undefined);
    const apart = new Set(known.map(({ place }) => place)).size;
    return parts.length === 3 * apart && apart === stacks.length ? known : undefined;
  });
}

function decode(parts: readonly string[], from: number): OwnStack | undefined {
  const [name, shape = '', numbers = ''] = parts.slice(from, from + 3);
  const place = (['strided', 'spd'] as const).find((known) => known === name);
  const shapes = shape.split('_');
  if (!place || shapes.length > MOST || !shapes.every((one) => SHAPE.test(one))) return undefined;
  const windows = shapes.map((one) =>
    one.match(/.../g)!.map((layer) => {
      const [kernel, stride, padding] = Array.from(layer, Number);
      return { kernel, stride, padding };
    }),
  );
  const count = windows.flat().reduce((sum, { kernel }) => sum + kernel ** 2, 0);
  const taps = readNumbers(numbers, count);
  if (!taps?.every((tap) => tap >= 0)) return undefined;
  let begin = 0;
  const halvings = windows.map((layers) =>
    layers.map((window): PlaneLayer => {
      const end = begin + window.kernel ** 2;
      const weights = taps.slice(begin, end);
      begin = end;
      return { ...window, weights };
    }),
  );
  return { place, halvings };
}

/** How the figure's controls say what an own stack begins with. */
export function wiringOf({ place, halvings: [first] }: OwnStack): Partial<Params> {
  const { kernel } = first[0];
  if (place === 'strided') return { kernel };
  if (first.length > 1) return { after: 'published' };
  return { after: kernel === 2 ? 'spd-1' : 'spd-3' };
}

/** The reader's own stack at a place: while the controls say what it begins with, and ask for no more halvings than it has. */
export function ownOf(params: Params, place: Place): OwnStack | undefined {
  const own = readStacks(params.maps)?.find((stack) => stack.place === place);
  if (!own || own.halvings.length < params.halvings) return undefined;
  const fits = Object.entries(wiringOf(own)).every(
    ([name, value]) => params[name as keyof Params] === value,
  );
  return fits ? own : undefined;
}

/** Whether all halvings are alike, so that the name of the first is that of the stack. */
export function isUniform({ place, halvings }: OwnStack): boolean {
  const [first, ...others] = halvings.map(shapeOf);
  // A convolution that steps by one, and a pool behind it, is none of the figure's strided ones.
  return others.every((shape) => shape === first) && (place === 'spd' || first.length === 3);
}
