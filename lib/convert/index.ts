// Weights between channel orders, and between space-to-depth + convolution and one strided convolution. Needs spd,
// safetensors, and of model the types.
export {
  type Conversion,
  ConvertError,
  convertTensor,
  type Fit,
  fitOf,
  type TensorHead,
} from './conversion.ts';
export { convertFile, type FileConversion } from './file.ts';
export { matchReaders, type Readers, type SpdReader, spdReaders } from './readers.ts';
