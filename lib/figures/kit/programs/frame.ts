// What the programs of all frameworks have in common.
import type { Shape } from '#lib/model/operations.ts';

/** One operation, as frameworks name them; activations have no numbers of their own and are left out. */
export type Operation =
  | { kind: 'conv'; inputs: number; outputs: number; kernel: number; stride: number; pad: number }
  | { kind: 'norm'; channels: number }
  | { kind: 'spd'; block: number; input: Shape }
  | {
      kind: 'max' | 'mean' | 'blur';
      channels: number;
      kernel: number;
      stride: number;
      pad: number;
    };

/** A chain of operations. */
export interface Side {
  net: string;
  what: string;
  operations: Operation[];
  input: Shape;
  output: Shape;
}

/** Chains by the names of their variables. */
export type Sides = [name: string, side: Side][];

/**
 * A program that builds the chains and prints the shape of each output and its parameters.
 *
 * @param said what it is about, a sentence without its full stop
 */
export type Writer = (said: string, sides: Sides) => string;

/** What a program is about, as a comment. */
export const remark = (said: string, mark: string) =>
  `${mark} ${said}.\n${mark} Activations are left out.`;

/** What one chain does, as a comment. */
export const title = ({ net, what, input, output }: Side) =>
  `${net}: ${what}, ${channelsLast(input).join(' × ')} to ${channelsLast(output).join(' × ')}`;

/** Whether one of the chains has an operation of the kind. */
export const has = (sides: Sides, kind: Operation['kind']) =>
  sides.some(([, { operations }]) => operations.some((operation) => operation.kind === kind));

/** [c, h, w] */
export const channelsFirst = ({ height, width, channels }: Side['input']) => [
  channels,
  height,
  width,
];

/** [h, w, c] */
export const channelsLast = ({ height, width, channels }: Side['input']) => [
  height,
  width,
  channels,
];

/** "2, 1", without what is left at its default. */
export const strideAndPad = (stride: number, pad: number) =>
  pad > 0 ? `, ${stride}, ${pad}` : stride > 1 ? `, ${stride}` : '';
