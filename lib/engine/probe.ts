import { say } from '../faults/index.ts';
import { EngineError } from './errors.ts';
import { Executable } from './execute.ts';
import type { Constant, ConvolutionStep, Program } from './program.ts';

const SIDE = 8;
const CHANNELS = 4;
/** Relative error that a back end may have against the sums done here in double precision. */
const TOLERANCE = 1e-3;

/** Small halves and quarters, exact in every float format. */
function pattern(length: number, step: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => (((i * step) % 11) - 5) / 4);
}

/** A 3x3 convolution with padding 1. */
function convolution(
  filter: Constant,
  value: number,
  activation: ConvolutionStep['activation'],
): ConvolutionStep {
  const places = { inputs: [value], output: value + 1 };
  return { kind: 'convolution', ...places, filter, stride: 1, padding: 1, activation };
}

/**
 * Gives the current back end a known input, compares the output with its own arithmetic, then times a small network.
 * Both go the way that a network goes there: on wasm by a plan.
 *
 * @returns milliseconds of the best of three timed passes
 * @throws EngineError `backend` when a number is wrong
 */
export async function probe(): Promise<number> {
  const x = pattern(SIDE * SIDE * CHANNELS, 7);
  const w = pattern(3 * 3 * CHANNELS * CHANNELS, 5);
  const filter = { shape: [3, 3, CHANNELS, CHANNELS], data: w };
  const program: Program = {
    steps: [
      convolution(filter, 0, 'silu'),
      { kind: 'space-to-depth', inputs: [1], output: 2, block: 2 },
    ],
    outputs: [2],
  };
  const executable = new Executable(program, { planned: true });
  try {
    const [{ data: found }] = await executable.run(x, [1, SIDE, SIDE, CHANNELS]);
    const expected = known(x, w);
    for (let i = 0; i < expected.length; i++) {
      if (Math.abs(found[i] - expected[i]) <= TOLERANCE * (1 + Math.abs(expected[i]))) continue;
      throw new EngineError('backend', say('engine', 'wrongNumber', found[i], expected[i]));
    }
  } finally {
    executable.dispose();
  }
  return timed();
}

/** The same by loops: 3x3 convolution with padding 1, SiLU, space-to-depth 2. */
function known(x: Float32Array, w: Float32Array): Float64Array {
  const out = new Float64Array(x.length);
  for (let r = 0; r < SIDE; r++) {
    for (let c = 0; c < SIDE; c++) {
      for (let o = 0; o < CHANNELS; o++) {
        let sum = 0;
        for (let t = 0; t < 9; t++) {
          const [y, z] = [r + Math.floor(t / 3) - 1, c + (t % 3) - 1];
          if (y < 0 || z < 0 || y >= SIDE || z >= SIDE) continue;
          for (let i = 0; i < CHANNELS; i++) {
            sum += x[(y * SIDE + z) * CHANNELS + i] * w[(t * CHANNELS + i) * CHANNELS + o];
          }
        }
        const block = (r >> 1) * (SIDE / 2) + (c >> 1);
        const phase = 2 * (c % 2) + (r % 2);
        out[(block * 4 + phase) * CHANNELS + o] = sum / (1 + Math.exp(-sum));
      }
    }
  }
  return out;
}

async function timed(): Promise<number> {
  const filter = { shape: [3, 3, 16, 16], data: new Float32Array(3 * 3 * 16 * 16).fill(0.01) };
  const steps = Array.from({ length: 8 }, (_, i) => convolution(filter, i, 'relu'));
  const input = new Float32Array(64 * 64 * 16).fill(1);
  const executable = new Executable({ steps, outputs: [8] }, { planned: true });
  let best = Number.POSITIVE_INFINITY;
  try {
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      await executable.run(input, [1, 64, 64, 16]);
      // The first round compiles shaders, or lays out the plan.
      if (round > 0) best = Math.min(best, performance.now() - start);
    }
  } finally {
    executable.dispose();
  }
  return best;
}
