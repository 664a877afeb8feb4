import type { Graph, GraphNode } from './graph.ts';
import type { Operation, Shape, Value, Window } from './operations.ts';
import { type Reading, readings } from './readings.ts';

/** What a layer does, where it is one step; `module` is a bundle of steps (C3, SPPF, residual blocks). */
export type LayerKind =
  | 'convolution'
  | 'focus'
  | 'space-to-depth'
  | 'max-pool'
  | 'average-pool'
  | 'blur-pool'
  | 'mean'
  | 'upsample'
  | 'concat'
  | 'linear'
  | 'module';

/**
 * A piece of a graph that is drawn as one box: a row of the file, or, where a row hides a step down (the first residual
 * block of a stage) or has several outputs (Detect), a part of it. Every operation belongs to one layer.
 */
export interface Layer {
  kind: LayerKind;
  /** The row's module: `Conv`, `C3`, `BottleNeck`. */
  module: string;
  /** Prefix of the row's tensor names: `model.3`, `conv3_x`. */
  row: string;
  stage: GraphNode['stage'];
  /** On the way past a residual block. */
  shortcut: boolean;
  /** Repeats inside: bottlenecks of a C3, whole residual blocks. */
  repeats: number;
  /** The convolutions of an opened residual block that stand before its whole blocks. */
  opened: Window[];
  /** Of a convolution (after space-to-depth in a Focus) or a pooling layer. */
  window?: Window;
  /** Of space-to-depth. */
  block?: number;
  /** The layers that it reads; -1 is the picture. */
  from: number[];
  inputs: Shape[];
  output: Shape;
  parameters: number;
  macs: number;
  /** How the windows that touch its input read it. */
  readings: Reading[];
}

/** By how much a layer divides the sides of its map, in powers of two: 1 for a stride of 2, -1 for up-sampling. */
export function levelsDown({ kind, inputs, output }: Layer): number {
  return kind === 'mean' || inputs.length !== 1 ? 0 : Math.log2(inputs[0].height / output.height);
}

/** Splits a graph into layers, in the order of its operations. */
export function layersOf(graph: Graph): Layer[] {
  const owner = new Map<Value, number>([[0, -1]]);
  const layers: Layer[] = [];
  for (const node of graph.nodes)
    for (const operations of pieces(node)) {
      for (const { output } of operations) owner.set(output, layers.length);
      layers.push(layer(graph, node, operations, layers.length, owner));
    }
  return layers;
}

function layer(
  { values }: Graph,
  node: GraphNode,
  operations: Operation[],
  index: number,
  owner: ReadonlyMap<Value, number>,
): Layer {
  const own = new Set(operations.map(({ output }) => output));
  const inputs = unique(operations.flatMap((o) => o.inputs)).filter((value) => !own.has(value));
  const sources = inputs.map((value) => owner.get(value) ?? -1).filter((from) => from !== index);
  const steps = operations.filter(({ kind }) => kind !== 'batch norm' && kind !== 'activation');
  const kind = kindOf(steps);
  const touching = operations.filter((o) => o.inputs.some((value) => inputs.includes(value)));
  const first = steps.map(windowOf).find((window) => window !== undefined);
  const spread = steps.find((o) => o.kind === 'space-to-depth');
  return {
    kind,
    module: node.module,
    row: node.name,
    stage: node.stage,
    shortcut: operations.some(isShortcut) && !operations.some(({ kind }) => kind === 'add'),
    ...inside(node, operations),
    ...(kind !== 'module' && first && { window: first }),
    ...(spread && { block: spread.block }),
    from: unique(sources),
    inputs: inputs.map((value) => values[value]),
    output: values[operations[operations.length - 1].output],
    parameters: sum(operations.map((o) => parametersOf(o, values))),
    macs: sum(operations.map((o) => macsOf(o, values))),
    readings: readings(touching, values, node.name),
  };
}

/** The row's operations in one piece, or in the pieces that the drawing tells apart. */
function pieces(node: GraphNode): Operation[][] {
  if (node.outputs.length > 1) return node.operations.map((operation) => [operation]);
  const { operations } = node;
  const end = operations.findIndex(({ kind }) => kind === 'add');
  if (end < 0) return [operations];
  const block = operations.slice(0, end);
  const past = block.filter(isShortcut);
  const main = block.filter((operation) => !past.includes(operation));
  const step = main.findIndex(stepsDown);
  if (step < 0) return [operations];
  if (main[step].kind === 'space-to-depth') {
    const before = main.slice(0, step - 1);
    return [before, [main[step - 1]], [main[step]], past, rest(step + 1)].filter(filled);
  }
  const after = main.findIndex(({ kind }, i) => i > step && kind === 'convolution');
  return [main.slice(0, step), main.slice(step, after), past, rest(after)].filter(filled);

  function rest(from: number): Operation[] {
    return [...main.slice(from), ...operations.slice(end)];
  }
}

/** Repeats, and the convolutions of an opened block. */
function inside(
  { module, number, operations: all }: GraphNode,
  operations: Operation[],
): Pick<Layer, 'repeats' | 'opened'> {
  if (operations.length === all.length || module === 'Detect')
    return { repeats: number, opened: [] };
  const end = operations.findIndex(({ kind }) => kind === 'add');
  if (end < 0) return { repeats: 1, opened: [] };
  const opened = operations.slice(0, end).flatMap((o) => windowOf(o) ?? []);
  return { repeats: number - 1, opened };
}

function kindOf(steps: Operation[]): LayerKind {
  const [first, second] = steps;
  if (steps.length === 2 && first.kind === 'space-to-depth' && second.kind === 'convolution')
    return 'focus';
  if (steps.length > 1) return 'module';
  switch (first.kind) {
    case 'average-pool':
      return first.window ? 'average-pool' : 'mean';
    case 'add':
    case 'batch norm':
    case 'activation':
      return 'module';
    default:
      return first.kind;
  }
}

/** PyTorch's name for the way past a residual block. */
function isShortcut(operation: Operation): boolean {
  return 'name' in operation && operation.name.includes('.shortcut.');
}

function stepsDown(operation: Operation): boolean {
  return operation.kind === 'space-to-depth' || (windowOf(operation)?.stride ?? 1) > 1;
}

function windowOf(operation: Operation): Window | undefined {
  switch (operation.kind) {
    case 'convolution':
    case 'max-pool':
    case 'blur-pool': {
      const { kernel, stride, padding } = operation;
      return { kernel, stride, padding };
    }
    case 'average-pool':
      return operation.window;
    default:
      return undefined;
  }
}

/** What training adjusts in one operation. */
function parametersOf(operation: Operation, values: Shape[]): number {
  const channels = values[operation.output].channels;
  const read = values[operation.inputs[0]].channels;
  switch (operation.kind) {
    case 'convolution':
      return channels * read * operation.kernel ** 2 + (operation.bias ? channels : 0);
    case 'batch norm':
      return 2 * channels;
    case 'linear':
      return channels * read + channels;
    default:
      return 0;
  }
}

function macsOf(operation: Operation, values: Shape[]): number {
  const { height, width, channels } = values[operation.output];
  const read = values[operation.inputs[0]].channels;
  if (operation.kind === 'linear') return channels * read;
  if (operation.kind === 'blur-pool') return height * width * channels * operation.kernel ** 2;
  return operation.kind === 'convolution'
    ? height * width * channels * read * operation.kernel ** 2
    : 0;
}

const filled = (operations: Operation[]) => operations.length > 0;
const unique = <T>(values: T[]): T[] => [...new Set(values)];
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
