export { halfToNumber, halvesToFloat32 } from './half.ts';
export {
  readSafetensors,
  readSafetensorsHeader,
  SafetensorsError,
  type SafetensorsFile,
  type SafetensorsSummary,
} from './read.ts';
export { type DType, elements, type Tensor, type TensorData } from './types.ts';
export { writeSafetensors } from './write.ts';
