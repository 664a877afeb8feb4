// What one tensor becomes. Shapes are checked before anything is moved, and every error names the tensor.
import { Fault, type Key, type Said, say, type ValuesOf } from '../faults/index.ts';
import { elements, isFloat, type Tensor } from '../safetensors/index.ts';
import {
  type ChannelOrder,
  type Kernel,
  type KernelData,
  orderPermutation,
  toSpd,
  toStrided,
} from '../spd/index.ts';

/**
 * - `reorder`: what reads space-to-depth in the order `from` becomes what reads it in the order `to`
 * - `to-strided`: the kernel behind space-to-depth becomes the strided kernel that equals both
 * - `to-spd`: a strided kernel with zero padding of `padding` becomes the kernel behind space-to-depth
 */
export type Conversion = { block: number } & (
  | { kind: 'reorder'; from: ChannelOrder; to: ChannelOrder }
  | { kind: 'to-strided'; order: ChannelOrder }
  | { kind: 'to-spd'; order: ChannelOrder; padding: number }
);

/** A tensor that can't be converted; it is named. */
export class ConvertError extends Fault {
  override name = 'ConvertError';
}

/** Whether a conversion fits a tensor: the shape that comes out, or why not. */
export type Fit = { ok: true; shape: number[] } | { ok: false; why: Said };

/** The part of a tensor that its shape decides. */
export type TensorHead = Pick<Tensor, 'dtype' | 'shape'>;

/**
 * The shape that `conversion` gives a tensor, PyTorch's layout: kernels [outputs, inputs, k, k], matrices
 * [outputs, inputs], vectors one number a channel (of a batch norm).
 *
 * @param inputs how many of the input channels come from space-to-depth, the first ones; default all
 */
export function fitOf({ dtype, shape }: TensorHead, conversion: Conversion, inputs?: number): Fit {
  const { block } = conversion;
  const no = <K extends Key<'convert'>>(
    ...[key, ...values]: [K, ...ValuesOf<'convert', K>]
  ): Fit => ({
    ok: false,
    why: say('convert', key, ...values),
  });
  if (!isFloat(dtype)) return no('type', dtype);
  if (elements(shape) === 0) return no('empty');
  const blockArea = block * block;
  if (conversion.kind === 'reorder') {
    if (![1, 2, 4].includes(shape.length)) return no('notKernel');
    const channels = inputs ?? inputsOf(shape);
    if (channels > inputsOf(shape)) return no('fewer', inputsOf(shape), channels);
    if (!(channels > 0) || channels % blockArea !== 0) return no('notDivided', blockArea, channels);
    return { ok: true, shape: [...shape] };
  }
  if (shape.length !== 4 || shape[2] !== shape[3]) return no('notSquare');
  const [outputs, channels, kernel] = shape;
  if (conversion.kind === 'to-strided') {
    if (inputs !== undefined && inputs !== channels)
      return no('elsewhere', channels - inputs, channels);
    if (channels % blockArea !== 0) return no('inputsNotDivided', blockArea, channels);
    return { ok: true, shape: [outputs, channels / blockArea, block * kernel, block * kernel] };
  }
  const shift = Math.ceil(conversion.padding / block) * block - conversion.padding;
  const k = Math.ceil((shift + kernel) / block);
  return { ok: true, shape: [outputs, channels * blockArea, k, k] };
}

/** The axis of the input channels: the second of kernels and matrices, the only one of vectors. */
const inputsOf = (shape: readonly number[]) => shape[shape.length === 1 ? 0 : 1];

/**
 * One tensor converted: a new tensor of the same type of numbers.
 *
 * @param inputs as in {@link fitOf}
 * @throws ConvertError naming the tensor
 */
export function convertTensor(
  name: string,
  tensor: Tensor,
  conversion: Conversion,
  inputs?: number,
): Tensor {
  const fit = fitOf(tensor, conversion, inputs);
  if (!fit.ok) throw new ConvertError(say('convert', 'fit', name, fit.why));
  const data = tensor.data as KernelData;
  if (conversion.kind === 'reorder')
    return { ...tensor, data: reordered(data, tensor.shape, conversion, inputs) };
  const [outputs, channels, kernel] = tensor.shape;
  const given: Kernel<KernelData> = { data, outputs, channels, kernel };
  const { block, order } = conversion;
  const { data: made } =
    conversion.kind === 'to-strided'
      ? toStrided(given, block, order)
      : toSpd(given, block, conversion.padding, order);
  return { dtype: tensor.dtype, shape: fit.shape, data: made as Tensor['data'] };
}

/** The input channels dealt out anew; those behind `inputs` stay. */
function reordered(
  data: KernelData,
  shape: readonly number[],
  { block, from, to }: Extract<Conversion, { kind: 'reorder' }>,
  inputs = inputsOf(shape),
): Tensor['data'] {
  const channels = inputsOf(shape);
  const rows = shape.length === 1 ? 1 : shape[0];
  const run = elements(shape) / (rows * channels);
  const permutation = orderPermutation(from, to, block, inputs / (block * block));
  const out = data.slice();
  for (let row = 0; row < rows; row++)
    for (let o = 0; o < inputs; o++) {
      const source = (row * channels + permutation[o]) * run;
      out.set(data.subarray(source, source + run), (row * channels + o) * run);
    }
  return out as Tensor['data'];
}
