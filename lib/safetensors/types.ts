/** Bytes of one element of every type that a safetensors file may hold, by the format's names. */
export const BYTES = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  F8_E8M0: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
  C64: 8,
} as const;

/** The element types that are read and written, by their safetensors names. */
export type DType = keyof typeof BYTES;

/** The types of numbers that a network computes with; they become float32 (numbers.ts). */
export const FLOATS = ['F32', 'F16', 'BF16', 'F64'] as const satisfies readonly DType[];

/** Whether a network can compute with numbers of this type. */
export function isFloat(dtype: DType): dtype is (typeof FLOATS)[number] {
  return (FLOATS as readonly DType[]).includes(dtype);
}

/**
 * Elements as they stand in memory. F16 and BF16 are held as their 16 bits, BOOL and the eight-bit floats as their
 * bytes, C64 as its eight bytes.
 */
export type TensorData =
  | Float32Array
  | Float64Array
  | Uint16Array
  | Int16Array
  | Uint8Array
  | Int8Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** A tensor to be written: the data fill the shape. */
export interface Tensor {
  dtype: DType;
  shape: readonly number[];
  data: TensorData;
}

/** The number of elements of a shape; 1 for the empty shape (a scalar). */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
