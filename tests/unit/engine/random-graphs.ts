import fc from 'fast-check';
import { syntheticWeights } from '#lib/engine/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { Builder } from '#lib/model/builder.ts';
import { ArchitectureError, type Graph } from '#lib/model/index.ts';
import { SMALL } from './models.ts';

/** What one operation is made of: numbers that are taken modulo whatever there is to choose from. */
interface Choice {
  kind: number;
  numbers: number[];
}

/** Larger maps are let grow no further: numbers in a map, channels, side. */
const MOST = { numbers: 12_000, channels: 40, side: 40 };

const nat = fc.nat({ max: 10_000 });
const choices = fc.array(
  fc.record({ kind: nat, numbers: fc.array(nat, { minLength: 8, maxLength: 8 }) }),
  { minLength: 1, maxLength: 16 },
);

/** A random graph, read whole: its last value and up to two others are its outputs. */
export const graphs: fc.Arbitrary<Graph> = fc
  .record({
    height: fc.integer({ min: 1, max: 21 }),
    width: fc.integer({ min: 1, max: 21 }),
    channels: fc.integer({ min: 1, max: 5 }),
    choices,
    outputs: fc.array(nat, { maxLength: 2 }),
  })
  .map(({ choices, outputs, ...picture }) => {
    const build = new Builder(parseArchitecture(SMALL), picture, 1);
    // The picture itself is no output: there is always one operation.
    build.convolution(0, 'first', 3, { kernel: 1, bias: true });
    choices.forEach((choice, i) => {
      add(build, choice, `row.${i}`);
    });
    const last = build.values.length - 1;
    const wanted = new Set([last, ...outputs.map((n) => 1 + (n % last))]);
    return { ...counted(build), outputs: [...wanted], picture };
  })
  .filter(({ values }) =>
    values.every(({ height, width, channels }) => height * width * channels <= 4 * MOST.numbers),
  );

function counted({ values, operations, tensors, parameters, macs }: Builder) {
  const made = { values, operations, tensors, parameters, macs };
  return { name: 'random', classes: 1, nodes: [], levels: [], ...made };
}

/** The weights of a graph, the same for the same graph. */
export const weightsOf = syntheticWeights;

/** Adds what the choice says, or nothing where it does not fit. */
function add(build: Builder, { kind, numbers }: Choice, name: string): void {
  const [which, a, b, c, d, e] = numbers;
  const among = <T>(list: readonly T[], n: number): T => list[n % list.length];
  // Mostly one of the latest values: deep graphs rather than wide ones.
  const x = which % 3 === 0 ? a % build.values.length : build.values.length - 1 - (a % 2);
  const { height, width, channels } = build.shape(x);
  const window = (least: number, most: number) => ({
    kernel: least + (b % (most - least + 1)),
    stride: 1 + (c % 3),
  });
  const same = (test: (shape: (typeof build.values)[number]) => boolean) =>
    build.values.flatMap((shape, value) =>
      shape.height === height && shape.width === width && test(shape) ? [value] : [],
    );
  const small =
    channels <= MOST.channels &&
    Math.max(height, width) <= MOST.side &&
    height * width * channels <= MOST.numbers;
  const convolved = (from: number, label: string, out: number) => {
    const { kernel, stride } = window(1, 5);
    return build.convolution(from, label, out, {
      ...{ kernel, stride, padding: d % (kernel + 1), bias: e % 3 === 0 },
    });
  };
  const normed = (from: number, label: string, out: number) => {
    const y = build.batchNorm(convolved(from, `${label}.conv`, out), `${label}.bn`);
    return e % 4 === 3 ? y : build.activation(y, e % 2 ? 'silu' : 'relu');
  };
  const kinds: (() => unknown)[] = [
    () => convolved(x, name, 1 + (e % 12)),
    () => normed(x, name, 1 + (e % 12)),
    () => normed(x, name, 1 + (e % 12)),
    // Two that read the same through the same window, as C3 has them.
    () => {
      const twins = [normed(x, `${name}.a`, 1 + (e % 8)), normed(x, `${name}.b`, 1 + (which % 8))];
      return small && build.concat(e % 5 ? twins : [...twins, twins[0]]);
    },
    () => build.batchNorm(x, name),
    () => build.activation(x, b % 2 ? 'silu' : 'relu'),
    () => small && build.spaceToDepth(x, 2 + (b % 2)),
    () => build.maxPool(x, { ...window(2, 5), padding: d % 2 }),
    () => small && build.upsample(x, 2 + (b % 2)),
    () => build.averagePool(x, e % 3 === 0 ? undefined : window(2, 4)),
    () => build.blurPool(x, { kernel: 3, stride: 2, padding: 1 }),
    () => {
      const others = same((shape) => shape.channels <= MOST.channels);
      return small && build.concat([x, among(others, b), ...(c % 2 ? [among(others, d)] : [])]);
    },
    // A sum right behind one of its two, as a shortcut has it.
    () => {
      const others = same((shape) => shape.channels === channels);
      const sum = build.sum(x, among(others, b));
      return c % 2 && build.activation(sum, 'relu');
    },
    () => build.sum(convolved(x, name, channels), x),
    () => build.sum(x, normed(x, name, channels)),
    () => build.linear(x, name, 1 + (b % 9)),
  ];
  const before = [build.values.length, build.operations.length, build.tensors.length];
  try {
    among(kinds, kind)();
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    // What was begun goes again.
    build.values.length = before[0];
    build.operations.length = before[1];
    build.tensors.length = before[2];
  }
}
