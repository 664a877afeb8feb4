import { readSafetensors, type Tensor, writeSafetensors } from '../safetensors/index.ts';
import { type Conversion, ConvertError, convertTensor } from './conversion.ts';

/** What is to be done with a file. */
export interface FileConversion {
  conversion: Conversion;
  /** The tensors to convert, and how many of their input channels come from space-to-depth (null: all). */
  chosen: Readonly<Record<string, number | null>>;
}

/**
 * A safetensors file with some tensors converted; all others, their order and the metadata stay, and a line of metadata
 * says what was done.
 *
 * @throws SafetensorsError where the file can't be read, ConvertError naming the tensor
 */
export function convertFile(
  bytes: ArrayBuffer | Uint8Array<ArrayBuffer>,
  { conversion, chosen }: FileConversion,
): Uint8Array<ArrayBuffer> {
  const { tensors, metadata } = readSafetensors(bytes);
  for (const name of Object.keys(chosen))
    if (!tensors.has(name)) throw new ConvertError(`There is no tensor “${name}” in the file.`);
  const converted: Record<string, Tensor> = {};
  for (const [name, tensor] of tensors)
    converted[name] = Object.hasOwn(chosen, name)
      ? convertTensor(name, tensor, conversion, chosen[name] ?? undefined)
      : tensor;
  return writeSafetensors(converted, { ...metadata, converted: said(conversion) });
}

function said(conversion: Conversion): string {
  const { kind, block } = conversion;
  switch (kind) {
    case 'reorder':
      return `block ${block}: channel order ${conversion.from} to ${conversion.to}`;
    case 'to-strided':
      return `block ${block}: space-to-depth (${conversion.order}) and kernel to strided kernel`;
    case 'to-spd':
      return `block ${block}: strided kernel, padding ${conversion.padding}, to space-to-depth (${conversion.order}) and kernel`;
  }
}
