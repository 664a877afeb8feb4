export { classNames } from './class-names.ts';
export { SafetensorsError } from './errors.ts';
export { checkSize, type SafetensorsHeader, type TensorEntry } from './header.ts';
export { halfToNumber, toFloat32 } from './numbers.ts';
export {
  type HeaderOptions,
  readSafetensors,
  readSafetensorsHeader,
  readTensor,
  type SafetensorsFile,
} from './read.ts';
export { type DType, elements, isFloat, type Tensor, type TensorData } from './types.ts';
export { composeSafetensors, type Piece, writeSafetensors } from './write.ts';
