export { type DType, elements, type Tensor, type TensorData } from './types.ts';
export { writeSafetensors } from './write.ts';
