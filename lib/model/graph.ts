import { say } from '../faults/index.ts';
import { Builder } from './builder.ts';
import { ArchitectureError, rowError } from './errors.ts';
import type { Architecture, Row } from './fields.ts';
import { MODULES } from './modules/index.ts';
import { Arguments, type Module } from './modules/module.ts';
import type { Operation, Shape, TensorSpec, Value } from './operations.ts';
import { type Reading, readings } from './readings.ts';

/** One row of the architecture file, expanded. */
export interface GraphNode {
  index: number;
  /** The rows that it reads; -1 is the picture. */
  from: number[];
  module: string;
  args: unknown[];
  /** Repeats after the depth rule. */
  number: number;
  /** Prefix of its tensor names. */
  name: string;
  stage: 'backbone' | 'neck' | 'head';
  inputs: Value[];
  outputs: Value[];
  inputShapes: Shape[];
  outputShapes: Shape[];
  /** What training adjusts: weights and biases, not batch norm's running statistics. */
  parameters: number;
  /** Multiply-accumulates of convolutions and linear layers, for one picture. */
  macs: number;
  tensors: TensorSpec[];
  operations: Operation[];
  /** How its windows read, in the order of the operations. */
  readings: Reading[];
}

/** A level of a detector's output. */
export interface DetectLevel {
  /** Picture pixels a cell. */
  stride: number;
  /** Anchors in pixels. */
  anchors: [number, number][];
}

export interface Graph {
  name: string;
  classes: number;
  picture: Shape;
  nodes: GraphNode[];
  /** The shape of every value, by its index; value 0 is the picture. */
  values: Shape[];
  operations: Operation[];
  outputs: Value[];
  tensors: TensorSpec[];
  parameters: number;
  macs: number;
  /** Of a detector; empty for a classifier. */
  levels: DetectLevel[];
}

export interface GraphOptions {
  /** Side of a square picture, or its `[height, width]`, pixels. Default: the file's own. */
  size?: number | [number, number];
  /** Number of classes. Default: the file's own. */
  classes?: number;
  /** What all channels are multiplied by. Default: the file's own. */
  widthMultiple?: number;
}

/**
 * Expands an architecture for a picture size: shapes, tensors, parameters and MACs of every row.
 *
 * @throws ArchitectureError naming the row: unknown module, wrong arguments, maps that do not fit
 */
export function buildGraph(
  architecture: Architecture,
  {
    size = architecture.input,
    classes = architecture.classes,
    widthMultiple = architecture.widthMultiple,
  }: GraphOptions = {},
): Graph {
  const [height, width] = typeof size === 'number' ? [size, size] : size;
  const picture = { height, width, channels: architecture.channels };
  const build = new Builder({ ...architecture, widthMultiple }, picture, classes);
  const nodes: GraphNode[] = [];
  const detects = architecture.rows.at(-1)?.module === 'Detect';
  for (const row of architecture.rows) {
    nodes.push(expandRow(build, row, nodes, stageOf(row, detects)));
  }
  const last = nodes[nodes.length - 1];
  return {
    name: architecture.name,
    classes,
    picture,
    nodes,
    values: build.values,
    operations: build.operations,
    outputs: last.outputs,
    tensors: build.tensors,
    parameters: build.parameters,
    macs: build.macs,
    levels: detects ? detectLevels(architecture, picture, last) : [],
  };
}

function stageOf(row: Row, detects: boolean): GraphNode['stage'] {
  if (row.part === 'backbone' && row.module !== 'Detect') return 'backbone';
  return detects && row.module !== 'Detect' ? 'neck' : 'head';
}

function expandRow(
  build: Builder,
  row: Row,
  nodes: GraphNode[],
  stage: GraphNode['stage'],
): GraphNode {
  const before = {
    parameters: build.parameters,
    macs: build.macs,
    tensors: build.tensors.length,
    operations: build.operations.length,
  };
  const number = build.depth(row.number);
  const inputs = inputsOf(row, nodes);
  const outputs = expand(build, row, inputs, number);
  const operations = build.operations.slice(before.operations);
  return {
    index: row.index,
    from: row.from,
    module: row.module,
    args: row.args,
    number,
    name: row.name,
    stage,
    inputs,
    outputs,
    inputShapes: inputs.map((value) => build.shape(value)),
    outputShapes: outputs.map((value) => build.shape(value)),
    parameters: build.parameters - before.parameters,
    macs: build.macs - before.macs,
    tensors: build.tensors.slice(before.tensors),
    operations,
    readings: readings(operations, build.values, row.name),
  };
}

function inputsOf(row: Row, nodes: GraphNode[]): Value[] {
  return row.from.map((source) => {
    if (source === -1) return 0;
    const { outputs, module } = nodes[source];
    if (outputs.length === 1) return outputs[0];
    throw rowError(row.index, row.module, say('model', 'readsSeveral', source, module));
  });
}

function expand(build: Builder, row: Row, inputs: Value[], number: number): Value[] {
  const module: Module | undefined = Object.hasOwn(MODULES, row.module)
    ? MODULES[row.module]
    : undefined;
  if (!module) {
    const known = Object.keys(MODULES).join(', ');
    throw rowError(row.index, row.module, say('model', 'noModule', known));
  }
  if (!module.joins && inputs.length !== 1) {
    throw rowError(row.index, row.module, say('model', 'readsOne', inputs.length));
  }
  try {
    const args = new Arguments(row.args, module.signature);
    const once = (from: Value[], name: string) =>
      [module.expand({ build, inputs: from, args, name, number })].flat();
    if (module.repeatsInside || number === 1) return once(inputs, row.name);
    let outputs = inputs;
    for (let i = 0; i < number; i++) outputs = once(outputs, `${row.name}.${i}`);
    return outputs;
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    throw rowError(row.index, row.module, error.said);
  }
}

function detectLevels(architecture: Architecture, picture: Shape, node: GraphNode): DetectLevel[] {
  return node.outputShapes.map(({ height }, level) => ({
    stride: picture.height / height,
    anchors: architecture.anchors[level],
  }));
}
