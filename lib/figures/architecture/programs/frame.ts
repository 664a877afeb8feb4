// What the programs of all frameworks have in common.
import type { Model } from '../model.ts';
import { type Operation, type Side, stepOf } from '../step-down.ts';

/** The two nets by the names of their variables. */
export type Name = 'strided' | 'spd';
/** A program that builds the step in both nets and prints the shape of its output and its parameters. */
export type Writer = (model: Model, sides: [Name, Side][]) => string;

/** Which step it is, as a comment. */
export function remark(model: Model, mark: string): string {
  const { layer } = model.params;
  const said = stepOf(model).slots.includes(layer)
    ? `Layer ${layer}, a step down`
    : `Layer ${layer} is no step down; this is the one before it`;
  return `${mark} ${said}.\n${mark} Activations are left out.`;
}

/** What one net does at the step, as a comment. */
export const title = ({ net, what, input, output }: Side) =>
  `${net}: ${what}, ${channelsLast(input).join(' × ')} to ${channelsLast(output).join(' × ')}`;

/** Whether one of the nets has an operation of the kind. */
export const has = (sides: [Name, Side][], kind: Operation['kind']) =>
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
