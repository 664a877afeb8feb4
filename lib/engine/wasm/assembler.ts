// As much of the WebAssembly binary format as the row kernels need: one memory from outside, functions without results.

/** Bytes of instructions. */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(low & 0x40)) || (rest === -1 && low & 0x40)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const vector = (items: readonly Code[]) => [...unsigned(items.length), ...items.flat()];
const section = (id: number, body: Code) => [id, ...unsigned(body.length), ...body];
const text = (value: string) => vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
const simd = (opcode: number, ...immediates: Code) => [0xfd, ...unsigned(opcode), ...immediates];
/** Alignment (a hint, log2) and no offset. */
const address = (alignment: number) => [alignment, 0];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  and: [0x71],
  shiftLeft: [0x74],
  lessUnsigned: [0x49],
} satisfies Record<string, unknown>;
export const f32x4 = {
  load: simd(0, ...address(2)),
  /** One number into lane 0. */
  loadOne: simd(92, ...address(2)),
  store: simd(11, ...address(2)),
  storeOne: simd(90, ...address(2), 0),
  constant(value: number): Code {
    const bytes = [...new Uint8Array(Float32Array.of(value).buffer)];
    return simd(12, ...bytes, ...bytes, ...bytes, ...bytes);
  },
  global: (index: number): Code => [0x23, ...unsigned(index)],
  add: simd(228),
  subtract: simd(229),
  multiply: simd(230),
  divide: simd(231),
  /** b < a ? b : a, and the same for the larger: one instruction each, unlike `min` and `max`. */
  smaller: simd(234),
  larger: simd(235),
};
export const i32x4 = { shiftLeft: simd(171), add: simd(174) };

/** Runs `body` while `condition` leaves something other than zero. */
export function loop(condition: Code, body: Code): Code {
  const [BLOCK, LOOP, END, BRANCH, BRANCH_IF, NOT, EMPTY] = [
    0x02, 0x03, 0x0b, 0x0c, 0x0d, 0x45, 0x40,
  ];
  return [
    ...[BLOCK, EMPTY, LOOP, EMPTY],
    ...[...condition, NOT, BRANCH_IF, 1],
    ...[...body, BRANCH, 0, END, END],
  ];
}

export interface WasmFunction {
  name: string;
  /** Whole numbers. */
  parameters: number;
  /** Locals after the parameters: first whole numbers, then vectors of four. */
  integers: number;
  vectors: number;
  code: Code;
}

/**
 * The bytes of a module that imports its memory as `env.memory` and exports the functions. `globals` are vectors of one
 * number each, mutable in name only: V8 makes a constant anew wherever it is used, but keeps a global that was read.
 */
export function assemble(
  functions: readonly WasmFunction[],
  globals: readonly number[],
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    0,
  ]);
  const bodies = functions.map(({ integers, vectors, code }) => {
    const locals = vector([
      [...unsigned(integers), I32],
      [...unsigned(vectors), V128],
    ]);
    const body = [...locals, ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('env'), ...text('memory'), 2, 0, ...unsigned(1)]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(6, vector(globals.map((value) => [V128, 1, ...f32x4.constant(value), 0x0b]))),
    ...section(
      7,
      vector(functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)])),
    ),
    ...section(10, vector(bodies)),
  ]);
}
