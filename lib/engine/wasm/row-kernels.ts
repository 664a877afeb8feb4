import { assemble, type Code, f32x4, get, i32, i32x4, loop, set, tee } from './assembler.ts';

/**
 * What TensorFlow.js has no single kernel for, over the rows of a map (a row is a pixel's channels): one pass over the
 * memory where `mul(x, sigmoid(x))` and the like take two or three, written straight to where the next step reads it,
 * which may be a part of a wider map.
 *
 * `source`, `target`, `other`: byte addresses; the strides from row to row are in bytes; `rows` and `channels` count.
 * `other` is a second map (`add...`, `siluAdd`), or for `affine` the gains, followed by the shifts, of the channels.
 */
export type RowKernel = (
  source: number,
  sourceStride: number,
  target: number,
  targetStride: number,
  rows: number,
  channels: number,
  other: number,
  otherStride: number,
) => void;

const NAMES = [
  'copy',
  'relu',
  'silu',
  'siluAdd',
  'add',
  'addRelu',
  'affine',
  'affineRelu',
] as const;
export type RowKernelName = (typeof NAMES)[number];
export type RowKernels = Record<RowKernelName, RowKernel>;

const [SOURCE, SOURCE_STRIDE, TARGET, TARGET_STRIDE, ROWS, CHANNELS, OTHER, OTHER_STRIDE] = [
  0, 1, 2, 3, 4, 5, 6, 7,
];
/** Locals: offset in the row, its end, where whole vectors end, the distance of an affine's shifts. */
const [AT, END, WHOLE, SHIFTS, X, M, S, F] = [8, 9, 10, 11, 12, 13, 14, 15];

/**
 * Numbers that SiLU needs, as globals and from there in locals: at 1.5 * 2^23 a float32 has no fraction, so adding it
 * rounds, and the low bits are the whole number; after it Taylor's series of 2^f, good to 2e-7 for |f| <= 1/2.
 */
const CONSTANTS = [
  ...[-87, 87, -Math.LOG2E, 12_582_912, 0, 1],
  ...[Math.LN2, 0.24022651, 5.5504109e-2, 9.618129e-3, 1.3333558e-3, 1.540353e-4],
];
const FIRST = F + 1;
const [LOWEST, HIGHEST, MINUS_LOG2E, ROUNDING, ZERO, ONE, C1, C2, C3, C4, C5, C6] = CONSTANTS.map(
  (_, i) => get(FIRST + i),
);
const constants = CONSTANTS.flatMap((_, i) => [...f32x4.global(i), ...set(FIRST + i)]);

/** x / (1 + e^-x) of the vector on the stack. */
const silu: Code = [
  ...[...tee(X), ...LOWEST, ...f32x4.larger, ...HIGHEST, ...f32x4.smaller],
  ...[...MINUS_LOG2E, ...f32x4.multiply, ...tee(F), ...ROUNDING, ...f32x4.add, ...set(M)],
  ...[...get(F), ...get(M), ...ROUNDING, ...f32x4.subtract, ...f32x4.subtract, ...tee(F)],
  // (1 + c1 f) + f^2 ((c2 + c3 f) + f^2 ((c4 + c5 f) + f^2 c6)): short chains, which run side by side.
  ...[...get(F), ...f32x4.multiply, ...set(S)],
  ...[...C1, ...get(F), ...f32x4.multiply, ...ONE, ...f32x4.add],
  ...[...C3, ...get(F), ...f32x4.multiply, ...C2, ...f32x4.add],
  ...[...C5, ...get(F), ...f32x4.multiply, ...C4, ...f32x4.add],
  ...[...get(S), ...C6, ...f32x4.multiply, ...f32x4.add],
  ...[...get(S), ...f32x4.multiply, ...f32x4.add],
  ...[...get(S), ...f32x4.multiply, ...f32x4.add],
  // 2^f times 2^n: n is added to the exponent.
  ...[...get(M), ...i32.constant(23), ...i32x4.shiftLeft, ...i32x4.add],
  ...[...ONE, ...f32x4.add, ...set(M), ...get(X), ...get(M), ...f32x4.divide],
];

const relu: Code = [...ZERO, ...f32x4.larger];

/** From the vector on the stack to the result; `load` reads a vector, or one number, from the address on the stack. */
function body(name: RowKernelName, load: Code): Code {
  const other = [...get(OTHER), ...get(AT), ...i32.add];
  const plus = [...other, ...load, ...f32x4.add];
  const affine = [
    ...[...other, ...load, ...f32x4.multiply],
    ...[...other, ...get(SHIFTS), ...i32.add, ...load, ...f32x4.add],
  ];
  return {
    copy: [],
    relu,
    silu,
    siluAdd: [...silu, ...plus],
    add: plus,
    addRelu: [...plus, ...relu],
    affine,
    affineRelu: [...affine, ...relu],
  }[name];
}

function code(name: RowKernelName): Code {
  const advance = (local: number, by: Code) => [...get(local), ...by, ...i32.add, ...set(local)];
  const pass = (bytes: number, end: number, load: Code, store: Code) =>
    loop(
      [...get(AT), ...get(end), ...i32.lessUnsigned],
      [
        ...[...get(TARGET), ...get(AT), ...i32.add],
        ...[...get(SOURCE), ...get(AT), ...i32.add, ...load],
        ...body(name, load),
        ...store,
        ...advance(AT, i32.constant(bytes)),
      ],
    );
  return [
    ...constants,
    ...[...get(CHANNELS), ...i32.constant(2), ...i32.shiftLeft, ...tee(END), ...tee(SHIFTS)],
    ...[...i32.constant(-16), ...i32.and, ...set(WHOLE)],
    ...loop(get(ROWS), [
      ...[...i32.constant(0), ...set(AT)],
      ...pass(16, WHOLE, f32x4.load, f32x4.store),
      ...pass(4, END, f32x4.loadOne, f32x4.storeOne),
      ...advance(SOURCE, get(SOURCE_STRIDE)),
      ...advance(TARGET, get(TARGET_STRIDE)),
      ...advance(OTHER, get(OTHER_STRIDE)),
      ...[...get(ROWS), ...i32.constant(1), ...i32.subtract, ...set(ROWS)],
    ]),
  ];
}

const bytes = assemble(
  NAMES.map((name) => ({
    name,
    parameters: 8,
    integers: 4,
    vectors: 4 + CONSTANTS.length,
    code: code(name),
  })),
  CONSTANTS,
);

/** The kernels over a memory; undefined where this machine has no WebAssembly SIMD. */
export function rowKernels(memory: WebAssembly.Memory): RowKernels | undefined {
  if (!WebAssembly.validate(bytes)) return undefined;
  const module = new WebAssembly.Module(bytes);
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as RowKernels;
}
