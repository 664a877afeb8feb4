import { say } from '../faults/index.ts';
import {
  composeSafetensors,
  type Piece,
  readTensor,
  type SafetensorsHeader,
} from '../safetensors/index.ts';
import { type Conversion, ConvertError, convertTensor } from './conversion.ts';

/** What is to be done with a file. */
export interface FileConversion {
  conversion: Conversion;
  /** The tensors to convert, and how many of their input channels come from space-to-depth (null: all). */
  chosen: ReadonlyMap<string, number | null>;
  /** Called after each tensor that was converted with the share that is done, in [0, 1]. */
  onProgress?: (share: number) => void;
}

/**
 * A safetensors file with some tensors converted; all others, their order and the metadata stay, byte by byte and
 * without being read, and a line of metadata says what was done.
 *
 * @param header of the file
 * @throws ConvertError naming the tensor
 */
export async function convertFile(
  file: Blob,
  header: SafetensorsHeader,
  { conversion, chosen, onProgress }: FileConversion,
): Promise<Blob> {
  const pieces = new Map<string, Piece>(header.entries);
  let done = 0;
  for (const [name, inputs] of chosen) {
    const entry = header.entries.get(name);
    if (!entry) throw new ConvertError(say('convert', 'noTensor', name));
    const tensor = await readTensor(file, header, entry);
    pieces.set(name, convertTensor(name, tensor, conversion, inputs ?? undefined));
    onProgress?.(++done / chosen.size);
  }
  const metadata = new Map(header.metadata).set('converted', said(conversion));
  return composeSafetensors(file, header, pieces, metadata);
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
