/** The element types that this project reads and writes, by their safetensors names. */
export type DType = 'F32' | 'F16' | 'U8' | 'I32' | 'I64';

/** Bytes of one element. */
export const BYTES: Readonly<Record<DType, number>> = { F32: 4, F16: 2, U8: 1, I32: 4, I64: 8 };

/** Elements as they stand in memory; F16 is held as its 16 bits. */
export type TensorData = Float32Array | Uint16Array | Uint8Array | Int32Array | BigInt64Array;

/** A tensor to be written: the data has as many elements as the product of the shape. */
export interface Tensor {
  dtype: DType;
  shape: readonly number[];
  data: TensorData;
}

/** The number of elements of a shape; 1 for the empty shape (a scalar). */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
